package org.sipsleuth.call.ledger;

import java.util.OptionalDouble;

/// What some calls amount to.
///
/// Cost is price per minute × talk time in exact milliseconds / 60,000, call by call: nothing is
/// rounded up to begun seconds or minutes, and there is no fee per call. Carriers that bill begun
/// minutes charge more.
///
/// @param calls answered or not
/// @param answered those that were answered; the others cost nothing
/// @param talkMillis how long the answered calls lasted, in ms
/// @param unrated answered calls for which the user has no rate; their cost is not known
/// @param ratedCost what the other calls cost, in the currency of the rate table; internal calls
///     cost nothing
public record LedgerSums(int calls, int answered, long talkMillis, int unrated, double ratedCost) {

    private static final double MILLIS_IN_MINUTE = 60_000;

    /// Those of no calls.
    static final LedgerSums NONE = new LedgerSums(0, 0, 0, 0, 0);

    /// How long the answered calls lasted, in minutes.
    public double minutes() {
        return talkMillis / MILLIS_IN_MINUTE;
    }

    /// What the calls cost, at least where some of them have no rate ([#unrated]); empty where
    /// calls were answered but none of them has a rate.
    public OptionalDouble cost() {
        return answered > 0 && unrated == answered ? OptionalDouble.empty() : OptionalDouble.of(ratedCost);
    }

    /// With those of other calls.
    LedgerSums plus(LedgerSums other) {
        return new LedgerSums(calls + other.calls, answered + other.answered, talkMillis + other.talkMillis,
                unrated + other.unrated, ratedCost + other.ratedCost);
    }

    /// With a call that was not answered.
    LedgerSums plusUnanswered() {
        return new LedgerSums(calls + 1, answered, talkMillis, unrated, ratedCost);
    }

    /// With an answered call.
    ///
    /// @param price per minute; NaN if it is not known
    LedgerSums plusAnswered(long millis, double price) {
        boolean isRated = !Double.isNaN(price);
        return new LedgerSums(calls + 1, answered + 1, talkMillis + millis, unrated + (isRated ? 0 : 1),
                ratedCost + (isRated ? price * millis / MILLIS_IN_MINUTE : 0));
    }
}
