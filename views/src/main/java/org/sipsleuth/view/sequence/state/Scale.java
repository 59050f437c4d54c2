package org.sipsleuth.view.sequence.state;

import java.util.Locale;

/// How values from 0 to 1 are laid along an axis. Known dialogs lie to the right on both.
public enum Scale {
    /// As they are.
    LINEAR,

    /// By the logarithm of what is missing to 1, so that values close to 1 can be distinguished.
    LOG;

    /// What is missing to 1 is taken for this much at least.
    private static final double LEAST_MISSING = 1e-16;

    private static final double MOST_DECADES = 16;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// The place of a value on the axis.
    public double place(double value) {
        return this == LINEAR ? value : -Math.log10(Math.max(LEAST_MISSING, 1 - value));
    }

    /// The value at a place of the axis.
    public double value(double place) {
        return this == LINEAR ? place : 1 - Math.pow(10, -place);
    }

    /// A place in the words of the axis: `0.35`, or what is missing to 1, `10⁻³`.
    public String label(double place, int digits) {
        if (this == LINEAR) {
            return String.format(Locale.ROOT, "%." + digits + "f", place);
        }
        boolean isWhole = Math.abs(place - Math.rint(place)) < 1e-6;
        return isWhole
                ? place < 0.5 ? "1" : "10⁻" + raised((int) Math.rint(place))
                : between(place);
    }

    /// `3.2·10⁻⁴`
    private static String between(double place) {
        int decade = (int) Math.ceil(place);
        String mantissa = String.format(Locale.ROOT, "%.3g", Math.pow(10, decade - place));
        return decade == 0 ? mantissa : mantissa + "·10⁻" + raised(decade);
    }

    private static String raised(int number) {
        StringBuilder digits = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            digits.append(RAISED.charAt(digit - '0'));
        }
        return digits.toString();
    }

    /// The largest place of this scale.
    public double most() {
        return this == LINEAR ? 1 : MOST_DECADES;
    }
}
