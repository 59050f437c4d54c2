package org.sipsleuth.view.edge.run;

import java.util.List;
import java.util.stream.DoubleStream;
import org.sipsleuth.edge.incident.StageEffect;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.text.ClassWords;

/// A border with its protections beside one without any. All service times are assumed; the band
/// shows how much depends on them.
///
/// @param words how the classes of messages are called
/// @param band the replays
/// @param stages what becomes of the stages of the incidents
/// @param seconds how long they took
public record Comparison(ClassWords words, ReplayBand band, List<StageEffect> stages, double seconds) {

    /// Takes a copy.
    public Comparison {
        stages = List.copyOf(stages);
    }

    /// Replays a capture. Cost: five replays.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Comparison of(ReplayInput input, EdgeSettings settings, ClassWords words, List<Incident> incidents,
            RunMonitor monitor) {
        long begin = System.nanoTime();
        ReplayBand band = ReplayBand.of(input, settings, monitor);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Comparison(words, band, StageEffect.of(incidents, band), seconds);
    }

    /// The replay with the protections.
    public ReplayResult with() {
        return band.with();
    }

    /// What was replayed.
    public ReplayInput input() {
        return with().input();
    }

    /// Whether any message counts as an attack.
    public boolean hasAttack() {
        return with().ingress(MessageClass.ATTACK) > 0;
    }

    /// Whether there is any call that could be lost.
    public boolean hasCalls() {
        return with().calls(MessageClass.LEGITIMATE).captured() > 0;
    }

    /// The share of calls that are completed.
    public Range calls() {
        return new Range(calls(with()), calls(band.fast()), calls(band.slow()), calls(band.without()));
    }

    /// The share of the messages of the attack that pass.
    public Range attack() {
        return new Range(attack(with()), attack(band.fast()), attack(band.slow()), attack(band.without()));
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
