package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.simulate.ScenarioRecords;
import org.sipsleuth.app.command.simulate.ScenarioText;
import org.sipsleuth.app.command.simulate.SettingRecords;
import org.sipsleuth.app.command.simulate.SimulateOptions;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.report.rows.RowWriter;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.SimulationOutput;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.record.RecordFile;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.wire.output.Baseline;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth simulate`: makes a capture whose truth is known.
@Command(name = "simulate", description = "Generates a capture and a ground-truth file from a scenario.",
        footer = {
            "",
            "The ground-truth file (docs/SIMULATOR.md) lists the dialogs and messages of each attack.",
            "Open the capture in the window to show its ground truth.",
            "",
            "Examples:",
            "  sipsleuth simulate --list",
            "  sipsleuth simulate mutations --help",
            "  sipsleuth simulate mutations -o lab.pcap --seed 7 --set transport=tcp",
            "  sipsleuth simulate odd-dialogs --onto office.pcapng -o lab.pcap",
            "  sipsleuth simulate social -o calls.csv"})
final class SimulateCommand implements FaultLog.Holder {

    private final Terminal terminal;
    private final FaultLog faults = new FaultLog();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private SimulateOptions options = new SimulateOptions();

    @Parameters(arity = "0..1", paramLabel = "SCENARIO",
            description = "the scenario to generate") private @Nullable String name;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public FaultLog faults() {
        return faults;
    }

    @Override
    public Integer call() throws IOException {
        if (options.wantsList()) {
            return list();
        }
        if (name == null) {
            return noScenario();
        }
        Optional<Scenario> scenario = Scenarios.named(name);
        if (scenario.isEmpty()) {
            List<String> all = Scenarios.all().stream().map(Scenario::name).toList();
            reject("no such scenario: " + name, Suggestions.to(name, all, 1));
            terminal.report("list of scenarios: sipsleuth simulate --list");
            return ExitCode.WRONG_USAGE;
        }
        return options.wantsHelp() ? explain(scenario.get()) : play(scenario.get());
    }

    private int noScenario() {
        if (options.wantsHelp()) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return ExitCode.DONE;
        }
        terminal.report("name a scenario; list of scenarios: sipsleuth simulate --list");
        return ExitCode.WRONG_USAGE;
    }

    private int list() throws IOException {
        if (options.format() == Format.TEXT) {
            new ScenarioText(terminal.textWriter(), terminal.columns()).list(Scenarios.all(), faults.to(terminal));
        } else {
            print(new ScenarioRecords(Scenarios.all()));
        }
        return ExitCode.DONE;
    }

    private int explain(Scenario scenario) throws IOException {
        if (options.format() == Format.TEXT) {
            new ScenarioText(terminal.textWriter(), terminal.columns()).explain(scenario);
        } else {
            print(new SettingRecords(scenario));
        }
        return ExitCode.DONE;
    }

    private void print(Listing listing) throws IOException {
        boolean isColoured = options.isColoured(terminal);
        try (RowWriter rows = RowWriter.open(options.format(), listing.columns(), terminal, isColoured)) {
            listing.writeTo(rows, faults.to(terminal));
        }
    }

    private int play(Scenario scenario) throws IOException {
        List<Setting> known = Simulation.settings(scenario);
        List<String> names = known.stream().map(Setting::name).toList();
        for (String given : options.settings().keySet()) {
            if (!names.contains(given)) {
                reject("no such setting: " + given, Suggestions.to(given, names, 1));
                terminal.report("list of settings: sipsleuth simulate " + scenario.name() + " --help");
                return ExitCode.WRONG_USAGE;
            }
        }
        try {
            return play(scenario, Settings.of(known, options.settings()));
        } catch (SettingException wrong) {
            terminal.report(String.valueOf(wrong.getMessage()));
            return ExitCode.WRONG_USAGE;
        } catch (InvalidPathException noName) {
            terminal.report(noName.getInput() + ": not a valid file name on this system");
            return ExitCode.WRONG_USAGE;
        }
    }

    private int play(Scenario scenario, Settings settings) throws IOException, SettingException {
        Path capture = FileName.path(options.output().orElse("%s-%d.pcap".formatted(scenario.name(), options.seed())));
        SimulationOutput output = output(capture);
        Simulation simulation;
        try {
            simulation = new Simulation(scenario, new SeededRandom(options.seed()), settings, baseline());
        } catch (IOException obstacle) {
            terminal.report(options.onto().orElse("") + ": " + CaptureObstacle.reason(obstacle));
            return ExitCode.UNREADABLE_INPUT;
        }
        Simulated simulated;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            simulated = simulation.run(output, progress);
        }
        report(simulated);
        return ExitCode.DONE;
    }

    private boolean isToStandardOutput() {
        return options.output().equals(Optional.of(StandardOutput.NAME));
    }

    private SimulationOutput output(Path capture) throws IOException {
        return isToStandardOutput() ? SimulationOutput.to(StandardOutput.forBinary(terminal, "a capture"))
                : SimulationOutput.at(capture, options.outputRules());
    }

    private Optional<Baseline> baseline() throws IOException {
        if (options.onto().isEmpty()) {
            return Optional.empty();
        }
        Path real = FileName.path(options.onto().get());
        Baseline baseline;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            baseline = Baseline.open(real, options.unpackLimit(), progress);
        }
        baseline.extent().damage().ifPresent(damage -> terminal.report(CaptureObstacle.describe(real, damage)));
        return Optional.of(baseline);
    }

    private void report(Simulated simulated) throws IOException {
        CaptureFacts facts = simulated.facts();
        long seen = simulated.attacks().stream().filter(attack -> attack.messages() > 0).count();
        String attacks = HumanText.count(seen, "attack");
        Terminal results = isToStandardOutput() ? terminal.withResultsOnError() : terminal;
        Writer out = results.textWriter();
        if (RecordFile.isNamed(simulated.capture())) {
            String records = HumanText.count(facts.messages(), "call record");
            out.write("%s: %s, %s\n".formatted(simulated.capture(), records, attacks));
        } else {
            out.write("%s: %s, %s, %s, %s\n".formatted(simulated.capture(), HumanText.count(facts.frames(), "frame"),
                    HumanText.count(facts.messages(), "message"), HumanText.count(facts.dialogs(), "dialog"), attacks));
        }
        for (AttackFacts attack : simulated.attacks()) {
            if (attack.messages() == 0) {
                terminal.report("attack %s (%s: %s) was not generated: the capture ends before it begins".formatted(
                        attack.attack().id(), attack.attack().trafficClass().text(), attack.attack().story()));
            }
        }
        if (facts.messages() == 0) {
            terminal.report("no messages were generated: the capture ends before the first event");
        }
        if (!isToStandardOutput()) {
            out.write("%s: ground truth\n".formatted(simulated.truth()));
        } else if (options.showsProgress()) {
            terminal.report("ground truth not written: standard output carries only the capture; use -o"
                    + " FILE to write both");
        }
        out.flush();
    }

    private void reject(String sentence, List<String> nearest) {
        terminal.report(nearest.isEmpty() ? sentence : sentence + "; did you mean: " + nearest.getFirst());
    }
}
