package org.sipsleuth.view.edge.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.edge.traffic.MessageClass;

/// What becomes of messages from outside.
///
/// @param kind what
/// @param protection the one that discards them; empty for other kinds
/// @param count all of them
/// @param part of these those that are unknown, or that are delayed
public record FlowOutcome(Kind kind, Optional<Protection> protection, Tally count, Tally part) {

    /// Ways in which messages leave the flow.
    public enum Kind {
        /// Void or unknown: the part is unknown.
        NOT_SENT,
        /// Discarded by a protection.
        DROPPED,
        /// Discarded by the queue of the stack, or timed out in it.
        OVERLOADED,
        /// Processed by the hardened stack.
        HARDENED,
        /// Processed by an ordinary stack: the part is delayed.
        PASSED
    }

    /// `dropped-filter`
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + protection.map(protection -> "-" + protection.word()).orElse("");
    }

    /// The messages of a replay with this outcome, in order.
    ///
    /// @param its only those of this class
    public int[] messages(ReplayResult result, Optional<MessageClass> its) {
        var traffic = result.input().traffic();
        return IntStream.range(0, traffic.size())
                .filter(message -> traffic.direction(message) == Direction.INGRESS)
                .filter(message -> has(result.outcome(message), result.ruling(message)))
                .filter(message -> its.isEmpty() || its.get() == result.input().classOf(message))
                .toArray();
    }

    private boolean has(MessageOutcome outcome, Ruling ruling) {
        return switch (kind) {
            case NOT_SENT -> outcome == MessageOutcome.VOID || outcome == MessageOutcome.UNKNOWN;
            case DROPPED, OVERLOADED ->
                    outcome == MessageOutcome.DROPPED && ruling.protection().equals(protection);
            case HARDENED -> outcome == MessageOutcome.SANDBOXED;
            case PASSED -> outcome == MessageOutcome.PASSED || outcome == MessageOutcome.DELAYED;
        };
    }
}
