package org.sipsleuth.finding;

import java.util.Locale;

/// Probabilities as people read them.
public final class Probability {

    private static final double SMALL = 0.00005;
    private static final double ALMOST_ONE = 0.99995;

    private Probability() {}

    /// Four decimals, or as many as distinguish it from 0; `> 0.9999` for what would be rounded to
    /// 1, as nothing that a model computes is certain.
    public static String text(double value) {
        if (value >= ALMOST_ONE) {
            return "> 0.9999";
        }
        return String.format(Locale.ROOT, value != 0 && value < SMALL ? "%.1e" : "%.4f", value);
    }

    /// As it follows `P(SCAN)`: `= 0.9997`, `> 0.9999`.
    public static String relation(double value) {
        return value >= ALMOST_ONE ? text(value) : "= " + text(value);
    }
}
