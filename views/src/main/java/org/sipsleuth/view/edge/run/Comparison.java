package org.sipsleuth.view.edge.run;

import java.util.List;
import java.util.stream.DoubleStream;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.text.EdgeText;

/// A border with its protections beside one without any. All service times are assumed; the band
/// shows how much depends on them.
///
/// @param words how the classes of messages are called
/// @param with the protections
/// @param fast the same with half of all service times
/// @param slow the same with twice the service times
/// @param without protection
/// @param seconds how long the four replays took
public record Comparison(
        ClassWords words,
        ReplayResult with,
        ReplayResult fast,
        ReplayResult slow,
        ReplayResult without,
        double seconds) {

    private static final double FAST = 0.5;
    private static final double SLOW = 2;
    private static final int REPLAYS = 4;

    /// Replays a capture. Cost: four replays.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Comparison of(
            ReplayInput input, EdgeSettings settings, ClassWords words, RunMonitor monitor) {
        String stage = EdgeText.text("stage.replay");
        long begin = System.nanoTime();
        monitor.progress(new Progress(stage, 0, REPLAYS));
        ReplayResult with = Replay.of(input, settings, monitor);
        monitor.progress(new Progress(stage, 1, REPLAYS));
        ReplayResult fast = Replay.of(input, scaled(settings, FAST), monitor);
        monitor.progress(new Progress(stage, 2, REPLAYS));
        ReplayResult slow = Replay.of(input, scaled(settings, SLOW), monitor);
        monitor.progress(new Progress(stage, REPLAYS - 1, REPLAYS));
        ReplayResult without = Replay.of(input, settings.with(List.of()), monitor);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Comparison(words, with, fast, slow, without, seconds);
    }

    private static EdgeSettings scaled(EdgeSettings settings, double factor) {
        return settings.with(settings.stack().withScale(settings.stack().scale() * factor));
    }

    /// What was replayed.
    public ReplayInput input() {
        return with.input();
    }

    /// Whether any message counts as an attack.
    public boolean hasAttack() {
        return with.ingress(MessageClass.ATTACK) > 0;
    }

    /// Whether there is any call that could be lost.
    public boolean hasCalls() {
        return with.calls(MessageClass.LEGITIMATE).captured() > 0;
    }

    /// The share of calls that are completed.
    public Range calls() {
        return new Range(calls(with), calls(fast), calls(slow), calls(without));
    }

    /// The share of the messages of the attack that pass.
    public Range attack() {
        return new Range(attack(with), attack(fast), attack(slow), attack(without));
    }

    static double calls(ReplayResult result) {
        return result.calls(MessageClass.LEGITIMATE).share();
    }

    static double attack(ReplayResult result) {
        return result.passedShare(MessageClass.ATTACK);
    }

    /// A share, 0 to 1, with its band.
    ///
    /// @param with protection
    /// @param fast the same with half of all service times
    /// @param slow the same with twice the service times
    /// @param without protection
    public record Range(double with, double fast, double slow, double without) {

        /// The lower end of the band.
        public double low() {
            return DoubleStream.of(with, fast, slow).min().orElseThrow();
        }

        /// The upper end of the band.
        public double high() {
            return DoubleStream.of(with, fast, slow).max().orElseThrow();
        }
    }
}
