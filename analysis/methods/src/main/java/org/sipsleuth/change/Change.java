package org.sipsleuth.change;

import java.util.List;

/// Dialogs that have something in common, in the capture before and in that of now.
///
/// @param name what they have in common; may hold words from the captures
/// @param before the dialogs of the capture before, in order
/// @param now those of the other
/// @param weight how far both counts are from what chance would make of one rate, as a
///     log-likelihood ratio in nats (Dunning 1993): 0 where the rates are equal; high is surprising
public record Change(String name, List<Integer> before, List<Integer> now, double weight) {

    /// Takes copies.
    public Change {
        before = List.copyOf(before);
        now = List.copyOf(now);
    }

    /// Whether there was nothing like it before.
    public boolean isNew() {
        return before.isEmpty();
    }

    /// Whether there is nothing like it any more.
    public boolean isGone() {
        return now.isEmpty();
    }
}
