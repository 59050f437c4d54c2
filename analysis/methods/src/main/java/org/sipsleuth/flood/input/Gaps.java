package org.sipsleuth.flood.input;

import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.transaction.InviteAttempts;

/// Inputs of the windows of sources, made from those of their servers.
final class Gaps {

    private final InviteWindows windows;
    private final InviteAttempts attempts;

    /// Where each attempt lies among those of its server.
    private final int[] places;

    /// By attempt; 0 without.
    private final long[] usualNanos;

    Gaps(InviteWindows windows) {
        this.windows = windows;
        this.attempts = windows.attempts();
        boolean hasSources = windows.groups() > windows.servers();
        this.places = new int[hasSources ? attempts.size() : 0];
        this.usualNanos = new long[places.length];
    }

    /// Notes what an attempt was compared with at its server.
    void note(int attempt, int place, long usual) {
        if (places.length > 0) {
            places[attempt] = place;
            usualNanos[attempt] = usual;
        }
    }

    /// Fills in the inputs of a source.
    void ofSource(int group, float[] values, float[] usualGapSeconds) {
        long before = -1;
        for (int place = windows.from(group); place < windows.to(group); place++) {
            int attempt = windows.attempt(place);
            int from = places[attempt];
            System.arraycopy(values, Input.COUNT * from, values, Input.COUNT * place, Input.COUNT);
            long now = Math.max(before, attempts.atNanos(attempt));
            values[Input.COUNT * place + Input.GAP.place()] =
                    before < 0 ? 1 : ServerHistory.gapInput(now - before, usualNanos[attempt]);
            usualGapSeconds[place] = usualGapSeconds[from];
            before = now;
        }
    }
}
