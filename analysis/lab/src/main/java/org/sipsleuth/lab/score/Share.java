package org.sipsleuth.lab.score;

import java.util.Locale;

/// A share of the points as a fraction, so that points are rounded down from the exact value.
record Share(double part, double whole) {

    /// What binary fractions lose.
    private static final double ROUNDING = 1e-9;

    double value() {
        return whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
    }

    boolean isAll() {
        return value() >= 1 - ROUNDING;
    }

    boolean isNone() {
        return value() <= 0;
    }

    /// The points of this worth, rounded down.
    int of(int worth) {
        return (int) Math.floor(value() * worth + ROUNDING);
    }

    /// With three decimals.
    String text() {
        return decimal(value(), 3);
    }

    static String decimal(double value, int digits) {
        return String.format(Locale.ENGLISH, "%." + digits + "f", value);
    }
}
