package org.sipsleuth.flood.detection;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// The score of every window by every network of a model: 8 bytes for each. A window is scored when
/// its score is first asked for, with its neighbours, in about a millisecond. Immutable for those
/// who look; any thread.
public final class FloodScores {

    /// Blocks that a processor scores at once; between them it asks whether to stop.
    private static final int TOGETHER = 64;

    /// Ten INVITEs within a second are a rate of 10 a second.
    private static final long FAST_NANOS = 1_000_000_000;

    private final FloodModel model;
    private final WindowInputs inputs;
    private final Map<NetworkKind, ScoredBlocks> scores = new EnumMap<>(NetworkKind.class);

    private FloodScores(FloodModel model, WindowInputs inputs) {
        this.model = model;
        this.inputs = inputs;
        for (NetworkKind kind : NetworkKind.values()) {
            scores.put(kind, new ScoredBlocks(model.network(kind), inputs));
        }
    }

    /// Scores windows when they are asked for.
    public static FloodScores onDemand(FloodModel model, WindowInputs inputs) {
        return new FloodScores(model, inputs);
    }

    /// Scores all windows that have enough history, on all processors; how many there are changes
    /// no bit.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static FloodScores of(FloodModel model, WindowInputs inputs, RunMonitor monitor) {
        FloodScores all = onDemand(model, inputs);
        int done = 0;
        for (NetworkKind kind : NetworkKind.values()) {
            monitor.progress(new Progress("Scoring INVITEs", done, NetworkKind.values().length));
            all.complete(kind, _ -> true, monitor);
            done++;
        }
        return all;
    }

    /// Scores the windows that may belong to a flood now, on all processors, and those beside them;
    /// otherwise each is scored by the thread that asks for it.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    void scoreSuspects(NetworkKind kind, RunMonitor monitor) {
        complete(kind, this::mayBeMalicious, monitor);
    }

    private void complete(NetworkKind kind, IntPredicate isWanted, RunMonitor monitor) {
        ScoredBlocks blocks = blocks(kind);
        IntStream.range(0, Math.ceilDiv(blocks.count(), TOGETHER)).parallel().forEach(part -> {
            monitor.throwIfCancelled();
            int end = Math.min(blocks.count(), (part + 1) * TOGETHER);
            for (int block = part * TOGETHER; block < end; block++) {
                if (blocks.windows(block).anyMatch(isWanted)) {
                    blocks.score(block);
                }
            }
        });
    }

    private ScoredBlocks blocks(NetworkKind kind) {
        return Objects.requireNonNull(scores.get(kind));
    }

    /// The model.
    public FloodModel model() {
        return model;
    }

    /// What was scored.
    public WindowInputs inputs() {
        return inputs;
    }

    /// The probability that a window is malicious, 0 to 1; NaN with too little history.
    public double score(NetworkKind kind, int window) {
        return blocks(kind).ofWindow(window);
    }

    /// Whether a network flags a window; no window with too little history.
    public boolean isFlagged(NetworkKind kind, int window) {
        return score(kind, window) >= model.threshold(kind);
    }

    /// Whether a window may belong to a flood at all: a malicious one has at least two malicious
    /// INVITEs, and those are never acknowledged. Costs no score.
    boolean mayBeMalicious(int window) {
        return inputs.windows().isMalicious(window, attempt -> inputs.windows().attempts().last(attempt).ack() < 0);
    }

    /// How many windows have too little history.
    public int notScored() {
        return (int) IntStream.range(0, inputs.windows().size()).filter(window -> !inputs.hasHistory(window)).count();
    }

    /// How many windows of servers have too little history although their INVITEs came as fast as
    /// those of the slowest class of floods.
    int notScoredFast() {
        InviteWindows windows = inputs.windows();
        int count = 0;
        for (int window = 0; window < windows.firstWindow(windows.servers()); window++) {
            int first = windows.place(window);
            int last = first + windows.settings().size() - 1;
            long nanos = windows.attempts().atNanos(windows.attempt(last))
                    - windows.attempts().atNanos(windows.attempt(first));
            count += nanos <= FAST_NANOS && !inputs.hasHistory(window) ? 1 : 0;
        }
        return count;
    }
}
