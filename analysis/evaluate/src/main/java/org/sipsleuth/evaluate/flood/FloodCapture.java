package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// A simulated capture as windows of INVITE attempts to its server. Windows whose INVITEs have too
/// little history are left out. Immutable as long as nobody writes to the arrays.
final class FloodCapture {

    static final String SCENARIO = "invite-flood";

    private static final int SIZE = FloodNetwork.MESSAGES;
    private static final int INPUTS = FloodNetwork.INPUTS;

    private final float[] inputs;
    private final int[] starts;
    private final int[] patterns;
    private final long[] fromNanos;
    private final long[] toNanos;
    private final float[] unacknowledged;
    private final Acknowledgements acknowledgements;
    private final OverdueWindows overdue;
    private final List<Flood> floods;
    private final LostCalls lost;

    private FloodCapture(
            float[] inputs,
            int[] starts,
            int[] patterns,
            long[] fromNanos,
            long[] toNanos,
            float[] unacknowledged,
            Acknowledgements acknowledgements,
            OverdueWindows overdue,
            List<Flood> floods,
            LostCalls lost) {
        this.inputs = inputs;
        this.starts = starts;
        this.patterns = patterns;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.unacknowledged = unacknowledged;
        this.acknowledgements = acknowledgements;
        this.overdue = overdue;
        this.floods = List.copyOf(floods);
        this.lost = lost;
    }

    /// From the first of a flood's INVITEs to its last.
    record Flood(long fromNanos, long toNanos) {}

    /// Where a window lies.
    enum Place {
        /// Between the first and the last INVITE of a flood.
        INSIDE,
        /// Without any of them.
        OUTSIDE,
        /// Across the beginning or end of a flood.
        BOUNDARY
    }

    /// Plays one.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static FloodCapture of(FloodTraffic traffic, long seed, int step, RunMonitor monitor)
            throws IOException {
        return played(traffic, seed, step, false, monitor);
    }

    /// Plays one, and replays it against an unprotected server.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static FloodCapture replayed(FloodTraffic traffic, long seed, int step, RunMonitor monitor)
            throws IOException {
        return played(traffic, seed, step, true, monitor);
    }

    private static FloodCapture played(
            FloodTraffic traffic, long seed, int step, boolean isReplayed, RunMonitor monitor)
            throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-flood");
        try {
            Scenario scenario = Scenarios.named(SCENARIO).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), traffic.all());
            Path capture = folder.resolve("flood.pcap");
            Simulated simulated = Simulation.run(scenario, seed, settings, capture, monitor);
            return read(simulated, step, isReplayed, monitor);
        } catch (SettingException impossible) {
            throw new IllegalStateException(traffic.name(), impossible);
        } finally {
            Files.deleteIfExists(folder.resolve("flood.pcap"));
            Files.deleteIfExists(folder.resolve("flood.truth.json"));
            Files.deleteIfExists(folder);
        }
    }

    private static FloodCapture read(
            Simulated simulated, int step, boolean isReplayed, RunMonitor monitor)
            throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(simulated.capture()), monitor);
        TrafficLabels labels = IndexTruth.read(index, monitor).labels();
        InviteAttempts attempts = InviteAttempts.of(TransactionTable.of(index, monitor));
        BitSet malicious = new BitSet();
        BitSet unacknowledged = new BitSet();
        for (int attempt = 0; attempt < attempts.size(); attempt++) {
            String label = labels.of(attempts.first(attempt).request()).orElse("");
            malicious.set(attempt, label.equals(TrafficClass.INVITE_FLOOD.text()));
            unacknowledged.set(attempt, attempts.last(attempt).ack() < 0);
        }
        InviteWindows windows = InviteWindows.of(attempts, new WindowSettings(SIZE, step));
        WindowInputs inputs = WindowInputs.of(windows, monitor);
        IntColumn kept = new IntColumn();
        for (int window = 0; window < windows.firstWindow(windows.servers()); window++) {
            if (inputs.hasHistory(window)) {
                kept.add(window);
            }
        }
        int count = kept.size();
        int[] starts = new int[count];
        int[] patterns = new int[count];
        long[] from = new long[count];
        long[] to = new long[count];
        float[] shares = new float[count];
        for (int i = 0; i < count; i++) {
            int place = windows.place(kept.get(i));
            starts[i] = inputs.at(kept.get(i));
            from[i] = attempts.atNanos(windows.attempt(place));
            to[i] = attempts.atNanos(windows.attempt(place + SIZE - 1));
            int without = 0;
            for (int k = 0; k < SIZE; k++) {
                int attempt = windows.attempt(place + k);
                patterns[i] |= malicious.get(attempt) ? 1 << k : 0;
                without += unacknowledged.get(attempt) ? 1 : 0;
            }
            shares[i] = (float) without / SIZE;
        }
        List<Flood> floods = new ArrayList<>();
        for (AttackFacts attack : simulated.attacks()) {
            if (attack.messages() > 0) {
                floods.add(new Flood(attack.requestFromNanos(), attack.requestToNanos()));
            }
        }
        int end = windows.servers() == 0 ? 0 : windows.to(windows.servers() - 1) * INPUTS;
        List<Integer> numbers = IntStream.range(0, count).mapToObj(kept::get).toList();
        return new FloodCapture(
                Arrays.copyOf(inputs.values(), end),
                starts,
                patterns,
                from,
                to,
                shares,
                Acknowledgements.of(attempts, windows, numbers, SIZE),
                OverdueWindows.of(windows, numbers, monitor),
                floods,
                isReplayed ? LostCalls.of(index, attacks(labels, index), monitor) : LostCalls.NONE);
    }

    private static BitSet attacks(TrafficLabels labels, SipIndex index) {
        BitSet attack = new BitSet();
        for (int message = 0; message < index.messages().size(); message++) {
            attack.set(message, labels.of(message).orElse("").equals(TrafficClass.INVITE_FLOOD.text()));
        }
        return attack;
    }

    /// Those of all attempts.
    float[] inputs() {
        return inputs;
    }

    /// Where in the inputs each window begins.
    int[] starts() {
        return starts;
    }

    /// Of each window, which of its attempts are malicious: the first is the lowest bit.
    int[] patterns() {
        return patterns;
    }

    /// When each window begins: its first attempt.
    long[] fromNanos() {
        return fromNanos;
    }

    /// When each window ends: its last attempt.
    long[] toNanos() {
        return toNanos;
    }

    /// The share of each window's attempts that were never acknowledged.
    float[] unacknowledged() {
        return unacknowledged;
    }

    /// When the attempts of each window were answered and acknowledged.
    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /// When the rule of overdue INVITEs knew of each window.
    OverdueWindows overdue() {
        return overdue;
    }

    /// When each flood begins and ends.
    List<Flood> floods() {
        return floods;
    }

    /// The legitimate calls that an unprotected server loses; none if it was not replayed.
    LostCalls lost() {
        return lost;
    }

    /// How many windows there are.
    int size() {
        return starts.length;
    }

    /// Whether a window has at least two malicious attempts (paper 2, equation 1).
    boolean isMalicious(int window) {
        return Integer.bitCount(patterns[window]) >= InviteWindows.LEAST_MALICIOUS;
    }

    /// Where a window lies.
    Place place(int window) {
        for (Flood flood : floods) {
            if (fromNanos[window] >= flood.fromNanos() && toNanos[window] <= flood.toNanos()) {
                return Place.INSIDE;
            }
            if (fromNanos[window] <= flood.toNanos() && toNanos[window] >= flood.fromNanos()) {
                return Place.BOUNDARY;
            }
        }
        return Place.OUTSIDE;
    }

    /// The same with some inputs alone: the others are 0.
    FloodCapture only(Set<Input> kept) {
        float[] some = new float[inputs.length];
        for (Input input : kept) {
            for (int at = input.place(); at < inputs.length; at += INPUTS) {
                some[at] = inputs[at];
            }
        }
        return new FloodCapture(
                some,
                starts,
                patterns,
                fromNanos,
                toNanos,
                unacknowledged,
                acknowledgements,
                overdue,
                floods,
                lost);
    }

    /// The windows that a larger step has.
    ///
    /// @param every every so many windows of this step
    FloodCapture every(int every) {
        int count = Math.ceilDiv(size(), every);
        int[] someStarts = new int[count];
        int[] somePatterns = new int[count];
        long[] someFrom = new long[count];
        long[] someTo = new long[count];
        float[] someShares = new float[count];
        for (int i = 0; i < count; i++) {
            someStarts[i] = starts[i * every];
            somePatterns[i] = patterns[i * every];
            someFrom[i] = fromNanos[i * every];
            someTo[i] = toNanos[i * every];
            someShares[i] = unacknowledged[i * every];
        }
        return new FloodCapture(
                inputs,
                someStarts,
                somePatterns,
                someFrom,
                someTo,
                someShares,
                acknowledgements.every(every),
                overdue.every(every),
                floods,
                lost);
    }
}
