package org.sipsleuth.truth;

import java.util.List;
import java.util.Optional;

/// What a truth sums up of an attack. What files of the first schema do not have is empty or 0.
///
/// @param fromNanos the time of its first message in ns since the epoch; 0 if it has none
/// @param toNanos the time of its last message
/// @param messages how many messages it has
/// @param requestFromNanos the time of the first message that its actors sent; 0 if it has none
/// @param requestToNanos the time of the last message that its actors sent
/// @param outcome how far it got
/// @param actors the addresses that it came from, or the users behind them ([Attack#carried]); empty if they are forged or unknown
/// @param victims the addresses that its actors sent requests to
/// @param accounts the users that were attacked or used
public record AttackFacts(Attack attack, long fromNanos, long toNanos, long messages, long requestFromNanos,
        long requestToNanos, Optional<AttackOutcome> outcome, List<String> actors, List<String> victims,
        List<String> accounts) {

    public AttackFacts {
        actors = List.copyOf(actors);
        victims = List.copyOf(victims);
        accounts = List.copyOf(accounts);
    }
}
