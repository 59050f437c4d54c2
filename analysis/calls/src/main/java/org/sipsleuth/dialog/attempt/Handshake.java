package org.sipsleuth.dialog.attempt;

import org.sipsleuth.dialog.MessageTable;

/// How the 2xx to an INVITE was acknowledged (RFC 3261 §13.2.2.4, §13.3.1.4). The callee repeats
/// its 2xx until the ACK arrives, over every transport, for 64 × T1.
///
/// @param answer the 2xx, or [Attempt#NONE]
/// @param ack the first ACK, or [Attempt#NONE]
/// @param repeats how often the 2xx was sent again; the same packet captured twice does not count
/// @param repeatsAfterAck those of them that came after the ACK
/// @param lastRepeat the last of them, or [Attempt#NONE]
public record Handshake(int answer, int ack, int repeats, int repeatsAfterAck, int lastRepeat) {

    /// Nothing was answered.
    static final Handshake NONE = new Handshake(Attempt.NONE, Attempt.NONE, 0, 0, Attempt.NONE);

    private static final int REPEATS_IN_SPITE_OF_ACK = 5;

    /// No callee that has the ACK goes on repeating for so long.
    private static final long LONG_REPEATED_NANOS = 15_000_000_000L;

    /// The longest gap between two transmissions of a 2xx is T2 = 4 s; longer silence means that
    /// the ACK has arrived.
    private static final long LONGEST_GAP_NANOS = 5_000_000_000L;

    /// Whether the callee still waited for the ACK at a moment: it went on repeating its 2xx up to
    /// then. Where ACKs are not captured (they may take another path), repeats that stop early are
    /// evidence that the ACK arrived.
    public boolean isUnheard(MessageTable messages, long atNanos) {
        if (repeats == 0) {
            return false;
        }
        if (ack != Attempt.NONE && repeatsAfterAck < REPEATS_IN_SPITE_OF_ACK) {
            return false;
        }
        long last = messages.capturedAtNanos(lastRepeat);
        long since = messages.capturedAtNanos(ack == Attempt.NONE ? answer : ack);
        boolean isLong = last - since >= LONG_REPEATED_NANOS;
        return isLong || (ack == Attempt.NONE && atNanos - last <= LONGEST_GAP_NANOS);
    }
}
