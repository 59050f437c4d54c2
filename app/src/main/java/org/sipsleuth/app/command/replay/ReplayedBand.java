package org.sipsleuth.app.command.replay;

import java.util.List;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.run.RunMonitor;

/// A replay with its neighbours: service times are assumed, so it is repeated with half and twice
/// of them, and without protection.
///
/// @param with the replay
/// @param without without protection
/// @param fast half of the service times
/// @param slow twice the service times
/// @param deaf without feedback of later stages to earlier ones
public record ReplayedBand(
        ReplayResult with,
        ReplayResult without,
        ReplayResult fast,
        ReplayResult slow,
        ReplayResult deaf) {

    private static final double FAST = 0.5;
    private static final double SLOW = 2;

    /// The share of the work that feedback saves, in a replay with the same protections: early
    /// drops (paper 3, section 3). Negative if it costs work.
    double savedBy(ReplayResult result) {
        double all = deaf.work().seconds();
        return all == 0 ? 0 : 1 - result.work().seconds() / all;
    }

    /// Replays five times.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ReplayedBand of(ReplayInput input, EdgeSettings settings, RunMonitor monitor) {
        return new ReplayedBand(
                Replay.of(input, settings, monitor),
                Replay.of(input, settings.with(List.of()), monitor),
                Replay.of(input, settings.with(settings.stack().withScale(FAST)), monitor),
                Replay.of(input, settings.with(settings.stack().withScale(SLOW)), monitor),
                Replay.of(input, settings.withFeedback(false), monitor));
    }
}
