package org.sipsleuth.sequence.novelty;

import java.util.Locale;
import java.util.Optional;

/// How long RFC 3261 lets the next message of a transaction take. T1 is 500 ms unless somebody
/// configured another.
public enum ProtocolTimer {
    /// The first response to INVITE (timer B).
    INVITE_RESPONSE("§17.1.1.2", ProtocolTimer.WAIT_NANOS),
    /// The final response to INVITE after a provisional one, at a proxy (timer C).
    INVITE_FINAL("§16.6", 180_000_000_000L),
    /// The ACK to a 2xx.
    ACK_TO_SUCCESS("§13.3.1.4", ProtocolTimer.WAIT_NANOS),
    /// The ACK to another final response (timer H).
    ACK_TO_FAILURE("§17.2.1", ProtocolTimer.WAIT_NANOS),
    /// The final response to another request (timer F).
    FINAL_RESPONSE("§17.1.2.2", ProtocolTimer.WAIT_NANOS);

    /// After so long a request without an answer is first sent again over UDP.
    public static final long T1_NANOS = 500_000_000L;

    private static final long WAIT_NANOS = 64 * T1_NANOS;

    private final String section;
    private final long nanos;

    ProtocolTimer(String section, long nanos) {
        this.section = section;
        this.nanos = nanos;
    }

    /// The word for texts: `ack_to_success`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The section of RFC 3261 that has it: `§17.1.2.2`.
    public String section() {
        return section;
    }

    /// How long at most, in ns.
    public long nanos() {
        return nanos;
    }

    /// Whether a request without an answer is sent again meanwhile.
    public boolean isRetransmitted() {
        return this == INVITE_RESPONSE || this == FINAL_RESPONSE;
    }

    /// The timer that runs after the first symbols of a transaction; empty where none does.
    ///
    /// @param symbols how many of [TransactionWord#symbols] have come, at least 1
    static Optional<ProtocolTimer> after(TransactionWord word, int symbols) {
        TransactionWord sofar = new TransactionWord(word.request(), word.types().subList(0, symbols - 1), true);
        if (word.isStray()) {
            return Optional.empty();
        }
        String status = sofar.status();
        if (!word.isOfInvite()) {
            return status.isEmpty() ? Optional.of(FINAL_RESPONSE) : Optional.empty();
        }
        if (status.isEmpty()) {
            boolean isRinging = sofar.types().stream().anyMatch(type -> type.startsWith("1"));
            return Optional.of(isRinging ? INVITE_FINAL : INVITE_RESPONSE);
        }
        boolean isOpen = !sofar.types().contains("ACK");
        return isOpen ? Optional.of(status.startsWith("2") ? ACK_TO_SUCCESS : ACK_TO_FAILURE) : Optional.empty();
    }
}
