package org.sipsleuth.view.edge.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.sipsleuth.edge.overlay.Borders;
import org.sipsleuth.edge.overlay.OverlayBorder;
import org.sipsleuth.edge.overlay.OverlayResult;
import org.sipsleuth.edge.overlay.OverlaySettings;
import org.sipsleuth.edge.overlay.ProtectionOverlay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.text.ClassWords;

/// Borders that share signatures, with several delays.
///
/// @param words how the classes of messages are called
/// @param plays one for each delay, the shortest first
public record OverlayTrial(ClassWords words, List<Play> plays) {

    private static final List<Double> DELAYS = List.of(0.0, 10.0, 60.0);

    /// The overlay with one delay.
    ///
    /// @param seconds from the derivation of a signature until all borders use it
    public record Play(double seconds, OverlayResult result) {

        /// All borders together.
        public OverlayBorder sum(String name) {
            int[] sums = new int[6];
            for (OverlayBorder each : result.borders()) {
                sums[0] += each.anomalies();
                sums[1] += each.attack();
                sums[2] += each.before();
                sums[3] += each.stopped();
                sums[4] += each.through();
                sums[5] += each.lost();
            }
            return new OverlayBorder(name, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
        }
    }

    /// Takes a copy.
    public OverlayTrial {
        plays = List.copyOf(plays);
    }

    /// Plays the overlay with delays of 0, 10 and 60 s.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static OverlayTrial of(ReplayInput input, Borders borders, ClassWords words, RunMonitor monitor) {
        IntFunction<String> borderOf = borders.of(input.traffic());
        List<Play> plays = new ArrayList<>();
        for (double delay : DELAYS) {
            OverlaySettings settings = OverlaySettings.USUAL.withDelay(delay);
            plays.add(new Play(delay, ProtectionOverlay.of(input, settings, borderOf, monitor)));
        }
        return new OverlayTrial(words, plays);
    }
}
