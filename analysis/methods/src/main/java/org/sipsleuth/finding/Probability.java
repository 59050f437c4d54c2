package org.sipsleuth.finding;

/// Probabilities as people read them.
public final class Probability {

    private static final double SMALL = 0.00005;
    private static final double ALMOST_ONE = 0.99995;
    private static final double MOST_SHOWN = 0.9999;
    private static final int DIGITS = 4;

    private Probability() {}

    /// Four decimals, or as many as distinguish it from 0; `> 0.9999` for what would be rounded to
    /// 1, as nothing that a model computes is certain.
    public static String text(double value) {
        if (value >= ALMOST_ONE) {
            return "> " + SentenceLanguage.number(MOST_SHOWN, DIGITS);
        }
        return value != 0 && value < SMALL ? String.format(SentenceLanguage.current(), "%.1e", value)
                : SentenceLanguage.number(value, DIGITS);
    }

    /// As it follows `P(SCAN)`: `= 0.9997`, `> 0.9999`.
    public static String relation(double value) {
        return value >= ALMOST_ONE ? text(value) : "= " + text(value);
    }
}
