package org.sipsleuth.flood.detection;

/// The classes of a flood's rate (paper 2, Table 1) at 10, 25, 50, 100, 500 and 1,000
/// INVITEs a second; each reaches halfway to the next.
public enum FloodRate {
    /// Below 5 a second.
    LOWER("below VL", 0),
    /// Very low.
    VL("VL", 5),
    /// Low.
    L("L", 17.5),
    /// Medium.
    M("M", 37.5),
    /// High.
    H("H", 75),
    /// Very high.
    VH("VH", 300),
    /// Twice as high, VH++ in the paper.
    VERY_HIGH("VH++", 750);

    private final String word;
    private final double least;

    FloodRate(String word, double least) {
        this.word = word;
        this.least = least;
    }

    /// Its name in the paper.
    public String word() {
        return word;
    }

    /// The class whose rate is the nearest.
    static FloodRate of(double perSecond) {
        FloodRate found = LOWER;
        for (FloodRate each : values()) {
            found = perSecond >= each.least ? each : found;
        }
        return found;
    }
}
