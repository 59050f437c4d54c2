package org.sipsleuth.edge.replay;

import java.util.List;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A replay with its neighbours: service times are assumed, so it is repeated with half and twice
/// of them; and it is repeated without protection, and without feedback.
///
/// @param with the replay
/// @param without without protection
/// @param fast half of the service times
/// @param slow twice the service times
/// @param deaf earlier stages do not hear what later ones discard
public record ReplayBand(ReplayResult with, ReplayResult without, ReplayResult fast, ReplayResult slow,
        ReplayResult deaf) {

    private static final String STAGE = "Replaying";
    private static final double FAST = 0.5;
    private static final double SLOW = 2;
    private static final int REPLAYS = 5;

    /// Replays a capture. Cost: five replays.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ReplayBand of(ReplayInput input, EdgeSettings settings, RunMonitor monitor) {
        return new ReplayBand(replay(0, input, settings, monitor), replay(1, input, settings.with(List.of()), monitor),
                replay(2, input, scaled(settings, FAST), monitor), replay(3, input, scaled(settings, SLOW), monitor),
                replay(REPLAYS - 1, input, settings.withFeedback(false), monitor));
    }

    private static ReplayResult replay(int done, ReplayInput input, EdgeSettings settings, RunMonitor monitor) {
        monitor.progress(new Progress(STAGE, done, REPLAYS));
        return Replay.of(input, settings, monitor);
    }

    private static EdgeSettings scaled(EdgeSettings settings, double factor) {
        return settings.with(settings.stack().withScale(settings.stack().scale() * factor));
    }

    /// The share of the work of stages and stack that feedback to earlier stages saves: early drops
    /// (paper 3, section 3). At most 1; below 0 if it costs work.
    public double savedShare() {
        double all = deaf.work().seconds();
        return all == 0 ? 0 : 1 - with.work().seconds() / all;
    }
}
