package org.sipsleuth.simulate.scenario;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.world.World;

/// Something that can be played.
public interface Scenario {

    /// Its name, words joined by `-`.
    String name();

    /// What happens, in a sentence or two.
    String description();

    /// Where it comes from: paper and section, or why it is there.
    String source();

    /// What can be set, beside what all scenarios have.
    List<Setting> settings();

    /// Whether it can be written as call records: each call is one dialog on one leg, and ends.
    default boolean hasCallRecords() {
        return false;
    }

    /// Validates the settings that depend on each other.
    ///
    /// @throws SettingException if one of them is invalid
    default void check(Settings settings) throws SettingException {}

    /// Sets up all elements in the world and plans their actions. Returns before anything happens:
    /// the world's time then runs until no event is left. A scenario that needs much memory plans
    /// piece by piece, each from an event of the one before.
    void play(World world);
}
