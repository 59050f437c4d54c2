package org.sipsleuth.truth.write;

import java.util.List;
import java.util.OptionalLong;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What was played.
///
/// @param scenario its name
/// @param seed the random seed; empty where a secret has its place
/// @param known all settings that it has
/// @param settings their values
public record Played(String scenario, OptionalLong seed, List<Setting> known, Settings settings) {

    public Played {
        known = List.copyOf(known);
    }
}
