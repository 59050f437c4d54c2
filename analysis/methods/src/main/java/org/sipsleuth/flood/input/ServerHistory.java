package org.sipsleuth.flood.input;

/// What one server has got so far, attempt by attempt in the order of time; the inputs of each
/// attempt depend on those before it alone. Not thread-safe.
public final class ServerHistory {

    private static final int NEVER = -1;

    private final UsualGap usual = new UsualGap();
    private final RecentIdentities sources = new RecentIdentities();
    private final RecentIdentities froms = new RecentIdentities();
    private final RecentIdentities callIds = new RecentIdentities();
    private long lastNanos = NEVER;
    private long usualNanos;

    /// Nothing so far.
    public ServerHistory() {}

    /// The next attempt: its inputs ([Input]), then it is part of the history.
    ///
    /// @param atNanos in ns since the epoch; an earlier time than before counts as the same
    /// @param inputs receives the inputs
    /// @param at where they are written
    public void add(long atNanos, InviteIdentity identity, float[] inputs, int at) {
        boolean isFirst = lastNanos == NEVER;
        long now = isFirst ? atNanos : Math.max(lastNanos, atNanos);
        long gap = isFirst ? 0 : now - lastNanos;
        lastNanos = now;
        boolean isPause = !isFirst && usual.pause(now, gap);
        usualNanos = usual.isKnown() ? usual.nanos() : 0;
        inputs[at + Input.GAP.place()] = isFirst ? 1 : gapInput(gap, usualNanos);
        inputs[at + Input.SOURCE.place()] = sources.next(identity.source());
        inputs[at + Input.FROM.place()] = froms.next(identity.from());
        inputs[at + Input.CALL_ID.place()] = callIds.next(identity.callId());
        inputs[at + Input.CONTACT.place()] = identity.contact();
        if (isFirst) {
            usual.first(now);
        } else if (!isPause) {
            usual.add(now, gap);
        }
    }

    /// An attempt was completed: accepted and acknowledged.
    public void complete(InviteIdentity identity) {
        sources.complete(identity.source());
        froms.complete(identity.from());
    }

    /// Whether source and From have both completed a call here before. It says nothing about a new
    /// caller, and a flood may borrow both: one record among others, never alone.
    public boolean hasCompleted(InviteIdentity identity) {
        return sources.hasCompleted(identity.source()) && froms.hasCompleted(identity.from());
    }

    /// The usual gap that the last attempt was compared with, in ns; 0 if too little history was
    /// known ([UsualGap]).
    public long usualGapNanos() {
        return usualNanos;
    }

    /// [Input#GAP]; 0.5 while nothing is usual.
    ///
    /// @param usualNanos 0 if it is unknown
    static float gapInput(long gapNanos, long usualNanos) {
        return usualNanos == 0 ? 0.5f : (float) ((double) gapNanos / (gapNanos + usualNanos));
    }
}
