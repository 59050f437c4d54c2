package org.sipsleuth.flood.detection;

/// How the rate of a flood changes, compared with the legitimate calls of its server (paper 2,
/// §3.3).
public enum FloodBehaviour {
    /// Bursts with pauses between them.
    ABRUPT("abrupt"),
    /// Constant, well above the legitimate calls.
    VERY_HIGH("very-high"),
    /// Constant, about as many as the legitimate calls.
    STEALTHY("stealthy"),
    /// Constant, fewer than the legitimate calls.
    LOW_RATE("low-rate");

    private final String word;

    FloodBehaviour(String word) {
        this.word = word;
    }

    /// Its name in filters and settings.
    public String word() {
        return word;
    }
}
