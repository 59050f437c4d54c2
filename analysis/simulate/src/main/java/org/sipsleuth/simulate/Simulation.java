package org.sipsleuth.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Tap;
import org.sipsleuth.simulate.record.CallRecorder;
import org.sipsleuth.simulate.record.RecordFile;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.wire.RtpMode;
import org.sipsleuth.simulate.wire.Wire;
import org.sipsleuth.simulate.wire.WireFeed;
import org.sipsleuth.simulate.wire.WireSettings;
import org.sipsleuth.simulate.wire.output.Baseline;
import org.sipsleuth.simulate.wire.output.CaptureWriter;
import org.sipsleuth.simulate.world.CommonSettings;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.write.Played;
import org.sipsleuth.truth.write.TruthWriter;

/// Generates a capture and a ground-truth file from a scenario. The same scenario, seed and
/// settings give the same bytes on every machine.
public final class Simulation {

    private static final int STEPS_BETWEEN = 1024;
    private static final int STEPS_UNTIL_TOLD = 1 << 16;

    private final Scenario scenario;
    private final SeededRandom draws;
    private final Settings settings;
    private final Optional<Baseline> baseline;
    private final Carriage carriage;

    /// A simulation that is ready to be run, once.
    ///
    /// @param draws that were used for nothing yet
    /// @param settings of [#settings(Scenario)]
    /// @param baseline the base capture whose time span is used and whose frames are kept
    /// @throws SettingException if a setting contradicts another, or the base capture
    /// @throws CaptureFormatException if no simulated frames can be inserted into the base capture
    public Simulation(Scenario scenario, SeededRandom draws, Settings settings, Optional<Baseline> baseline)
            throws SettingException, CaptureFormatException {
        scenario.check(settings);
        this.scenario = scenario;
        this.draws = draws;
        this.settings = settings;
        this.baseline = baseline;
        this.carriage = Carriage.of(settings, baseline);
    }

    /// All settings of a scenario: its own, then the common ones.
    public static List<Setting> settings(Scenario scenario) {
        return CommonSettings.with(scenario.settings());
    }

    /// Plays a scenario into a new capture of its own.
    public static Simulated run(Scenario scenario, long seed, Settings settings, Path capture, RunMonitor monitor)
            throws IOException, SettingException {
        return new Simulation(scenario, new SeededRandom(seed), settings, Optional.empty())
                .run(SimulationOutput.at(capture, OutputRules.NEW_FILES), monitor);
    }

    private void check(Path capture) throws SettingException {
        if (!RecordFile.isNamed(capture)) {
            return;
        }
        if (!scenario.hasCallRecords()) {
            List<String> others =
                    Scenarios.all().stream().filter(Scenario::hasCallRecords).map(Scenario::name).toList();
            throw new SettingException("%s can be written only as packets; call records (.csv) are possible with %s."
                    .formatted(scenario.name(), String.join(", ", others)));
        }
        if (baseline.isPresent()) {
            throw new SettingException("--onto writes a capture; call records (.csv) are not possible with it.");
        }
    }

    /// Runs the simulation.
    ///
    /// @param output the capture to write (call records if its name ends with `.csv`) and its
    ///     ground truth
    /// @throws SettingException if the scenario cannot be written as call records
    /// @throws IOException if one of the two files cannot be written
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if the base capture changed
    ///     meanwhile; then nothing was written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public Simulated run(SimulationOutput output, RunMonitor monitor) throws IOException, SettingException {
        Path capture = output.capture().target();
        check(capture);
        try (output; TruthWriter truth = new TruthWriter(output.directory())) {
            CaptureFacts facts = RecordFile.isNamed(capture) ? writeRecords(output.capture(), truth, monitor)
                    : baselineFiles().verified(() -> writePackets(output.capture(), truth, monitor));
            truth.finish(output.truth().stream(),
                    new Played(scenario.name(), draws.seed(), settings(scenario), settings), facts,
                    baseline.map(Simulation::facts));
            monitor.throwIfCancelled();
            output.commit();
            return new Simulated(capture, output.truth().target(), facts, truth.attackFacts());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private OpenedFiles baselineFiles() {
        return baseline.map(Baseline::opened).orElseGet(() -> new OpenedFiles(List.of()));
    }

    private static BaselineFacts facts(Baseline baseline) {
        String name = String.valueOf(baseline.path().getFileName());
        return new BaselineFacts(name, baseline.sha256(), baseline.extent().frames());
    }

    private CaptureFacts writePackets(OutputFile capture, TruthWriter truth, RunMonitor monitor) throws IOException {
        Timeline timeline = new Timeline(carriage.startNanos());
        try (PcapOutput output = new PcapOutput(capture.channel(), carriage.wire().link().number())) {
            CaptureWriter writer = new CaptureWriter(output, baseline.orElse(null), truth);
            Wire wire = new Wire(timeline, draws.of("wire"), carriage.wire(), writer);
            try (WireFeed feed = new WireFeed(wire)) {
                Network network = network(timeline, feed);
                if (carriage.wire().rtp() != RtpMode.NONE) {
                    network.reportMediaTo(wire.media());
                }
                World world = world(timeline, network, truth);
                play(world, feed::messages, monitor);
                feed.finish();
            }
            wire.finish(carriage.endNanos());
            writer.finish();
            String sha256 = output.finish();
            return new CaptureFacts(sha256, output.bytes(), writer.frames(), truth.messages(), truth.dialogs());
        }
    }

    private CaptureFacts writeRecords(OutputFile file, TruthWriter truth, RunMonitor monitor) throws IOException {
        try (RecordFile output = new RecordFile(file.stream())) {
            CallRecorder recorder = new CallRecorder(output, truth);
            Timeline timeline = new Timeline(carriage.startNanos());
            Network network = network(timeline, recorder);
            World world = world(timeline, network, truth);
            play(world, output::records, monitor);
            recorder.finish();
            String sha256 = output.finish();
            return new CaptureFacts(sha256, output.bytes(), output.records(), truth.messages(), truth.dialogs());
        }
    }

    private Network network(Timeline timeline, Tap tap) {
        WireSettings wire = carriage.wire();
        return new Network(timeline, draws.of("network"), tap, wire.path(), wire.reliable());
    }

    private World world(Timeline timeline, Network network, TruthWriter truth) {
        return new World(settings, timeline, draws, network, truth, carriage.endNanos());
    }

    private void play(World world, LongSupplier written, RunMonitor monitor) {
        Timeline timeline = world.timeline();
        scenario.play(world);
        long end = carriage.endNanos();
        for (long steps = 0; timeline.nextNanos() <= end && timeline.step(); steps++) {
            if (steps % STEPS_BETWEEN == 0) {
                monitor.throwIfCancelled();
            }
            if (steps % STEPS_UNTIL_TOLD == 0) {
                monitor.progress(progress(timeline.nowNanos(), written.getAsLong()));
            }
        }
    }

    private Progress progress(long nowNanos, long messages) {
        long start = carriage.startNanos();
        return carriage.endNanos() == Long.MAX_VALUE
                ? new Progress("Generating, %,d messages written".formatted(messages), messages, -1)
                : new Progress("Simulating", nowNanos - start, carriage.endNanos() - start);
    }
}
