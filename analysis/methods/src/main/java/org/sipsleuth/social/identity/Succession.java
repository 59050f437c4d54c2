package org.sipsleuth.social.identity;

import java.util.List;

/// A user whose calls faded and one whose calls rose at the same time, who may be the same person.
///
/// @param before the one who faded, as a number of the records' users
/// @param after the one who rose
/// @param shared whom both called or were called by, those whom the fewest know first
/// @param score the share of common contacts (Jaccard), 0 to 1
/// @param lead by how much the score is above that of the next candidate of either user, 0 to 1
public record Succession(int before, int after, List<Integer> shared, double score, double lead) {

    /// Takes a copy.
    public Succession {
        shared = List.copyOf(shared);
    }
}
