package org.sipsleuth.rule;

import java.util.Set;
import org.sipsleuth.transaction.HopTransaction;

/// The password of an account that was guessed.
///
/// @param account as a number of the table
/// @param guessers the hosts that tried passwords for it
/// @param firstNanos when the first password was tried
/// @param accepted the request whose credentials were accepted
/// @param attempts how many passwords were tried, the accepted one included
record GuessedPassword(int account, Set<Integer> guessers, long firstNanos, HopTransaction accepted, int attempts) {

    /// Takes a copy.
    GuessedPassword {
        guessers = Set.copyOf(guessers);
    }
}
