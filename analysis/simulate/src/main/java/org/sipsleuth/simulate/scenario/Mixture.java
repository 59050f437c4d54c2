package org.sipsleuth.simulate.scenario;

import java.util.List;
import java.util.function.IntConsumer;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.world.World;

/// Ordinary dialogs with some special ones among them, in random order.
final class Mixture {

    private static final String USUAL = "normal-dialogs";
    private static final String PER_SECOND = "dialogs-per-second";
    private static final int MOST = 10_000_000;

    private final World world;
    private final SeededRandom draws;
    private int usual;
    private int special;
    private int taken;

    /// @param specials the name of the setting for the number of special dialogs
    Mixture(World world, SeededRandom draws, String specials) {
        this.world = world;
        this.draws = draws;
        this.usual = world.settings().count(USUAL);
        this.special = world.settings().count(specials);
    }

    /// The settings that every mixture has.
    static List<Setting> settings(int usual) {
        return List.of(Setting.whole(USUAL, usual, "dialogs", 0, MOST, "normal dialogs"),
                Setting.real(PER_SECOND, 5, "per second", 0.01, 10_000, "rate of new dialogs"));
    }

    /// The setting for the number of special dialogs.
    static Setting specials(String name, int standard, String meaning) {
        return Setting.whole(name, standard, "dialogs", 0, MOST, meaning);
    }

    /// Starts the dialogs one after the other.
    ///
    /// @param usualOne starts an ordinary dialog
    /// @param specialOne starts the special dialog of this number, from 0
    void begin(Runnable usualOne, IntConsumer specialOne) {
        if (usual + special == 0) {
            return;
        }
        Settings settings = world.settings();
        new Arrivals(world, draws.of("arrivals"), settings.real(PER_SECOND)).begin(() -> {
            if (draws.between(1, (long) usual + special) <= special) {
                special--;
                specialOne.accept(taken++);
            } else {
                usual--;
                usualOne.run();
            }
            return usual + special > 0;
        });
    }
}
