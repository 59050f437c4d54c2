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

    /// Whether it can be told as call records: each call is one dialog, seen on one leg, and ends.
    default boolean hasCallRecords() {
        return false;
    }

    /// Looks at settings that only the scenario itself can judge.
    ///
    /// @throws SettingException if one of them makes no sense
    default void check(Settings settings) throws SettingException {}

    /// Seats everybody in the world and plans what they do. Returns before anything happens: then
    /// the world's time runs until nothing is planned any more. What needs much memory is planned
    /// piece by piece, each from an event of the one before.
    void play(World world);
}
