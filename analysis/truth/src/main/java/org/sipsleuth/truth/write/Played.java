package org.sipsleuth.truth.write;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What was played.
///
/// @param scenario its name
/// @param seed the random seed
/// @param known all settings that it has
/// @param settings their values
public record Played(String scenario, long seed, List<Setting> known, Settings settings) {

    public Played {
        known = List.copyOf(known);
    }
}
