package org.sipsleuth.change;

import java.util.Arrays;
import java.util.List;

/// Dialogs that have something in common, in the capture before and in that of now. Immutable.
public final class Change {

    private final String name;
    private final int[] before;
    private final int[] now;
    private final double weight;

    /// @param before the dialogs of the capture before, in order
    /// @param now the dialogs of the other, in order
    Change(String name, int[] before, int[] now, double weight) {
        this.name = name;
        this.before = before.clone();
        this.now = now.clone();
        this.weight = weight;
    }

    /// What they have in common; may hold words from the captures.
    public String name() {
        return name;
    }

    /// How many dialogs the capture before has.
    public int before() {
        return before.length;
    }

    /// How many dialogs the capture of now has.
    public int now() {
        return now.length;
    }

    /// The dialogs of the capture before, in order; numbers of its index.
    public List<Integer> dialogsBefore() {
        return Arrays.stream(before).boxed().toList();
    }

    /// The dialogs of the capture of now, in order.
    public List<Integer> dialogs() {
        return Arrays.stream(now).boxed().toList();
    }

    /// How far both counts are from what chance would make of one rate, as a log-likelihood ratio
    /// in nats (Dunning 1993): 0 where the rates are equal; high is surprising.
    public double weight() {
        return weight;
    }

    /// Whether there was nothing like it before.
    public boolean isNew() {
        return before.length == 0;
    }

    /// Whether there is nothing like it any more.
    public boolean isGone() {
        return now.length == 0;
    }
}
