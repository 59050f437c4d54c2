package org.sipsleuth.simulate.scenario.flood;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.setting.Setting;

/// The classes of flood rates (paper 2, §3.3), slowest first.
public enum FloodRate {
    VERY_LOW("VL",
            10),
    LOW("L", 25),
    MEDIUM("M", 50),
    HIGH("H", 100),
    VERY_HIGH("VH", 500),
    VERY_HIGH_PLUS("VH++", 1_000);

    static final Setting SETTING = Setting.choice("flood-rate", "INVITEs in a second: 50, 10, 25, 100, 500, 1000", "M",
            "VL", "L", "H", "VH", "VH++");

    private final String text;
    private final int perSecond;

    FloodRate(String text, int perSecond) {
        this.text = text;
        this.perSecond = perSecond;
    }

    /// The paper's abbreviation.
    public String text() {
        return text;
    }

    /// INVITEs of the flood in a second.
    public int perSecond() {
        return perSecond;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(FloodRate::text).toList();
    }

    static FloodRate of(String text) {
        return Arrays.stream(values())
                .filter(rate -> rate.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rate " + text));
    }
}
