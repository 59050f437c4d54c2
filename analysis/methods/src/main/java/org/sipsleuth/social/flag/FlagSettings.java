package org.sipsleuth.social.flag;

/// How users are flagged.
///
/// @param falseAlarms the share of usual users that is flagged, above 0, at most 0.5
/// @param mostRows how many rows the SVM learns from at most, 10 to 20,000
/// @param seed of the rows drawn
public record FlagSettings(double falseAlarms, int mostRows, long seed) {

    /// Three of a thousand users, five thousand rows.
    public static final FlagSettings USUAL = new FlagSettings(0.003, 5_000, 1);

    /// Fewer rows are too few to learn from.
    public static final int FEWEST_ROWS = 10;

    /// More take too long.
    public static final int MOST_ROWS = 20_000;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a number is out of its range
    public FlagSettings {
        if (!(falseAlarms > 0 && falseAlarms <= 0.5) || mostRows < FEWEST_ROWS || mostRows > MOST_ROWS) {
            throw new IllegalArgumentException("a setting of flags is out of its range");
        }
    }
}
