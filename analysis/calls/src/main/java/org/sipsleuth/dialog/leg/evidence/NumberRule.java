package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.dialog.leg.fact.Party.Likeness;
import org.sipsleuth.dialog.leg.pair.Likelihood;

/// When two telephone numbers are treated as one: an extension for the end of a whole number, and
/// numbers whose last digits are those of a subscriber, whatever prefixes networks put before them.
final class NumberRule {

    /// Last digits that make a number where both have different prefixes.
    private static final int ENOUGH_DIGITS = 7;

    /// The shortest extension.
    private static final int LEAST_DIGITS = 3;

    private static final double MOST = 5;
    private static final double ONLY_THE_END = -0.7;

    private NumberRule() {}

    /// The weight of two numbers being so alike.
    ///
    /// @param chance how likely two calls that have nothing to do with each other share this number
    /// @param other weight if they differ
    static double weight(Likeness likeness, double chance, double other) {
        double shared = Likelihood.ofSharing(chance, MOST);
        return switch (likeness) {
            case SAME -> shared;
            case SAME_END -> Math.max(0, shared + ONLY_THE_END);
            case UNKNOWN -> 0;
            case DIFFERENT -> other;
        };
    }

    /// How alike two parties are.
    static Likeness likeness(long one, long other) {
        return Party.likeness(one, other, ENOUGH_DIGITS, LEAST_DIGITS);
    }
}
