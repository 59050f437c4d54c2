package org.sipsleuth.edge.stage;

import java.util.BitSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.edge.traffic.BorderTraffic;

/// Blocks the address of a source for a time if it opens too many sessions per second, or if later
/// stages discard its messages (paper 3, section 3). A source that has completed a session is not
/// blocked for opening too many behind it: its address may be forged.
public final class SourceFilter implements Stage {

    private static final long FEEDBACK_WINDOW_NANOS = 10_000_000_000L;
    private static final double NANOS = 1e9;

    private final BorderTraffic traffic;
    private final TokenBuckets rates;
    private final TimedBlocks blocks;
    private final boolean hearsFeedback;
    private final BitSet verified = new BitSet();

    public SourceFilter(BorderTraffic traffic, FilterSettings settings) {
        this.traffic = traffic;
        int hosts = traffic.table().hostCount();
        rates = new TokenBuckets(hosts, settings.perSecond(), Math.max(1, settings.perSecond()));
        hearsFeedback = settings.offences() > 0;
        blocks = new TimedBlocks(hosts, Math.max(1, settings.offences()), FEEDBACK_WINDOW_NANOS,
                (long) (settings.blockSeconds() * NANOS));
    }

    @Override
    public Protection protection() {
        return Protection.FILTER;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        int host = traffic.peer(message);
        if (blocks.isBlocked(host, nowNanos)) {
            return Ruling.SOURCE_BLOCKED;
        }
        if (traffic.opensSession(message) && !rates.take(host, nowNanos)) {
            blocks.block(host, nowNanos);
            return Ruling.SOURCE_RATE;
        }
        return Ruling.PASS;
    }

    /// Who acknowledges a response has received it.
    @Override
    public void processed(int message, long nowNanos) {
        if (traffic.index().messages().type(message) == MessageTypes.ACK
                && traffic.transaction(message) != BorderTraffic.NONE) {
            verified.set(traffic.peer(message));
        }
    }

    @Override
    public void discarded(int message, Ruling why, long nowNanos) {
        boolean mayBeForged = why == Ruling.NEW_SESSIONS && verified.get(traffic.peer(message));
        if (hearsFeedback && isMisuse(why) && !mayBeForged) {
            blocks.offend(traffic.peer(message), nowNanos);
        }
    }

    /// A full queue and a duplicate say nothing about the source.
    private static boolean isMisuse(Ruling why) {
        return switch (why) {
            case MALFORMED, SIGNATURE, OUT_OF_STATE, SESSION_RATE, NEW_SESSIONS, ANOMALOUS -> true;
            case PASS, SUSPECT, NOT_ON_LIST, SOURCE_BLOCKED, SOURCE_RATE, SOURCE_BANNED, TARGET_RATE, NO_CREDENTIALS,
                    DUPLICATE, FIRST_TRY, LOW_PRIORITY, QUEUE_FULL, TIMED_OUT -> false;
        };
    }
}
