package org.sipsleuth.social.flag;

import java.util.List;

/// A user with periods unlike those of its group.
///
/// @param user as a number of the records' users
/// @param periods those periods, from 0, in order; at least one
/// @param score the lowest of them, by what flagged it: the distance to the border of what is
///     usual, or a p-value
/// @param reasons the features that stand out most in the period with that score, the farthest
///     first
public record FlaggedUser(int user, List<Integer> periods, double score, List<FlagReason> reasons) {

    /// Takes copies.
    public FlaggedUser {
        periods = List.copyOf(periods);
        reasons = List.copyOf(reasons);
    }
}
