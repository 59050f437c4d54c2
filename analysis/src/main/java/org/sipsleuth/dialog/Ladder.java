package org.sipsleuth.dialog;

import java.util.List;

/// A dialog as a message sequence chart: who takes part, and which message goes from whom to whom.
/// Drawn by the window, printed by the command line. Immutable.
public final class Ladder {

    /// One vertical line: a host, named by its address. Its ports are those it used.
    public record Lifeline(String host, List<Integer> ports) {
        public Lifeline {
            ports = List.copyOf(ports);
        }
    }

    /// The ladder of these messages, in their order. Lifelines stand in the order in which they
    /// first send or receive, so that a request path reads from left to right.
    public static Ladder of(SipIndex index, int[] messages) {
        throw new UnsupportedOperationException();
    }

    /// The lifelines from left to right.
    public List<Lifeline> lifelines() {
        throw new UnsupportedOperationException();
    }

    /// How many rows there are: one for each message.
    public int size() {
        throw new UnsupportedOperationException();
    }

    /// The number of the message in this row.
    public int message(int row) {
        throw new UnsupportedOperationException();
    }

    /// The lifeline that the row's message comes from.
    public int source(int row) {
        throw new UnsupportedOperationException();
    }

    /// The lifeline that it goes to; equal to the source if a host talks to itself.
    public int destination(int row) {
        throw new UnsupportedOperationException();
    }

    /// What the arrow says: `INVITE`, `180 Ringing`, `200 OK (INVITE)`, with SDP told by a mark.
    public String label(int row) {
        throw new UnsupportedOperationException();
    }
}
