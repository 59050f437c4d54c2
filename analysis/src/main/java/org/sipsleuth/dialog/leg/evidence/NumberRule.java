package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.dialog.leg.fact.Party.Likeness;

/// When two telephone numbers are taken for one: an extension for the end of a whole number, and
/// numbers whose last digits are those of a subscriber, whatever prefixes networks put before them.
final class NumberRule {

    /// Last digits that make a number where both have different prefixes.
    private static final int ENOUGH_DIGITS = 7;

    /// The shortest extension.
    private static final int LEAST_DIGITS = 3;

    private NumberRule() {}

    /// How alike two parties are.
    static Likeness likeness(long one, long other) {
        return Party.likeness(one, other, ENOUGH_DIGITS, LEAST_DIGITS);
    }
}
