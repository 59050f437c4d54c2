package org.sipsleuth.simulate.scenario.flood;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.setting.Setting;

/// The rates of floods by their names in paper 2, §3.3.
final class Rates {

    static final Setting SETTING =
            Setting.choice(
                    "flood-rate",
                    "INVITEs in a second: 50, 10, 25, 100, 500, 1000",
                    "M",
                    "VL",
                    "L",
                    "H",
                    "VH",
                    "VH++");

    /// All, slowest first.
    static final List<String> NAMES = List.of("VL", "L", "M", "H", "VH", "VH++");

    private static final Map<String, Integer> PER_SECOND =
            Map.of("VL", 10, "L", 25, "M", 50, "H", 100, "VH", 500, "VH++", 1_000);

    private Rates() {}

    static double perSecond(String name) {
        return Objects.requireNonNull(PER_SECOND.get(name), name);
    }
}
