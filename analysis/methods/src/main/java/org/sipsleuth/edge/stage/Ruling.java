package org.sipsleuth.edge.stage;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a stage decides about a message. All but [#PASS] and [#SUSPECT] discard it.
public enum Ruling {
    /// On to the next stage.
    PASS(null),
    /// On, but to the hardened stack if there is one.
    SUSPECT(null),
    /// The source is no known peer.
    NOT_ON_LIST(Protection.ACCESS_LIST),
    /// The source is blocked after misuse.
    SOURCE_BLOCKED(Protection.FILTER),
    /// The source sends too many requests.
    SOURCE_RATE(Protection.FILTER),
    /// The source is banned after failed requests.
    SOURCE_BANNED(Protection.FAILURE_BAN),
    /// Against the grammar of SIP, or without a header that RFC 3261 requires.
    MALFORMED(Protection.GRAMMAR),
    /// Has a signature.
    SIGNATURE(Protection.SIGNATURES),
    /// Too many requests for this user.
    TARGET_RATE(Protection.TARGET_LIMIT),
    /// No credentials, and none to be expected.
    NO_CREDENTIALS(Protection.DIGEST),
    /// Not allowed in the state of its session.
    OUT_OF_STATE(Protection.QUEUES),
    /// The same request already waits.
    DUPLICATE(Protection.QUEUES),
    /// Too many messages in its session.
    SESSION_RATE(Protection.QUEUES),
    /// The client opens too many sessions.
    NEW_SESSIONS(Protection.QUEUES),
    /// To be retransmitted first: the stack is loaded, and the client has no record.
    FIRST_TRY(Protection.QUEUES),
    /// Others come first while the stack is loaded.
    LOW_PRIORITY(Protection.QUEUES),
    /// Unlike normal messages, and there is no hardened stack.
    ANOMALOUS(Protection.ANOMALY),
    /// The queue of the stack is full.
    QUEUE_FULL(null),
    /// Waited until its sender gave up: timer B or F (RFC 3261 §17.1), or a caller's patience.
    TIMED_OUT(null);

    private final @Nullable Protection protection;

    Ruling(@Nullable Protection protection) {
        this.protection = protection;
    }

    /// The protection that discards it; empty for the queue of the stack and what is passed on.
    public Optional<Protection> protection() {
        return Optional.ofNullable(protection);
    }

    /// Whether the message is discarded.
    public boolean isDrop() {
        return this != PASS && this != SUSPECT;
    }

    /// The word for files: `source-rate`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
