package org.sipsleuth.flood.input;

import java.util.BitSet;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.RunMonitor;

/// The inputs of all windows of a capture. Those of a window are `size` × 5 numbers, INVITE by
/// INVITE ([Input]), from [#at] on in [#values]; windows that overlap share them: 24 bytes for each
/// attempt of a group. Immutable as long as nobody writes to the array.
///
/// In the windows of a source, gaps are those between its own INVITEs, by the usual gap of the
/// server: a source is conspicuous if it sends as much as all others together usually do. The other
/// inputs are those that the attempt has among all that the server gets.
public final class WindowInputs {

    private static final int PAUSE_MASK = (1 << 14) - 1;

    private final InviteWindows windows;
    private final float[] values;

    /// By place; 0 without.
    private final float[] usualGapSeconds;

    /// By attempt.
    private final BitSet completed;

    private WindowInputs(InviteWindows windows, float[] values, float[] usualGapSeconds, BitSet completed) {
        this.completed = completed;
        this.windows = windows;
        this.values = values;
        this.usualGapSeconds = usualGapSeconds;
    }

    /// The inputs of windows. Cost: the text of all INVITEs that begin attempts, read by all
    /// processors.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static WindowInputs of(InviteWindows windows, RunMonitor monitor) {
        AttemptIdentities identities = AttemptIdentities.of(windows.attempts(), monitor);
        int places = windows.places();
        float[] values = new float[Math.multiplyExact(Input.COUNT, places)];
        float[] usual = new float[places];
        BitSet completed = new BitSet();
        Gaps gaps = new Gaps(windows);
        for (int group = 0; group < windows.servers(); group++) {
            ServerHistory history = new ServerHistory();
            Completions completions = new Completions(windows.attempts());
            for (int place = windows.from(group); place < windows.to(group); place++) {
                if ((place & PAUSE_MASK) == 0) {
                    monitor.throwIfCancelled();
                }
                int attempt = windows.attempt(place);
                InviteIdentity identity = identities.identity(attempt);
                long at = windows.attempts().atNanos(attempt);
                completions.until(at, history);
                completions.add(attempt, identity);
                completed.set(attempt, history.hasCompleted(identity));
                history.add(at, identity, values, Input.COUNT * place);
                usual[place] = (float) (history.usualGapNanos() / 1e9);
                gaps.note(attempt, place, history.usualGapNanos());
            }
        }
        for (int group = windows.servers(); group < windows.groups(); group++) {
            monitor.throwIfCancelled();
            gaps.ofSource(group, values, usual);
        }
        return new WindowInputs(windows, values, usual, completed);
    }

    /// The windows.
    public InviteWindows windows() {
        return windows;
    }

    /// The inputs of all, in the order of places. Not to be changed.
    public float[] values() {
        return values;
    }

    /// Where the inputs of a window begin.
    public int at(int window) {
        return Input.COUNT * windows.place(window);
    }

    /// How many numbers a window has.
    public int length() {
        return Input.COUNT * windows.settings().size();
    }

    /// Whether enough was known of the server's past at all INVITEs of a window. If not, the inputs
    /// relative to it say nothing, and the window must not be scored by them.
    public boolean hasHistory(int window) {
        int from = windows.place(window);
        for (int place = from; place < from + windows.settings().size(); place++) {
            if (usualGapSeconds[place] == 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the caller of an attempt had completed a call to this server before
    /// ([ServerHistory#hasCompleted]). No network gets it.
    public boolean hasCompletedBefore(int attempt) {
        return completed.get(attempt);
    }

    /// The usual gap of the server when the attempt at a place came in, in s; 0 with too little
    /// history.
    public float usualGapSeconds(int place) {
        return usualGapSeconds[place];
    }
}
