package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.call.CallTableBaseline;
import org.sipsleuth.app.command.call.CallTableOptions;
import org.sipsleuth.app.command.call.CallTableTraining;
import org.sipsleuth.app.command.call.CallTables;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.investigate.Baseline;
import org.sipsleuth.app.command.investigate.KnownTruth;
import org.sipsleuth.app.command.investigate.MethodText;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.anonymize.AnonymizedBaseline;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelContents;
import org.sipsleuth.pipeline.TrainingEffect;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth train`: trains a model on baseline (normal) traffic.
@Command(name = "train", description = "Trains a model on captures of baseline (normal) traffic.",
        footer = {
            "",
            "The same captures, settings, seed and date give the same file. To inspect a model:",
            "sipsleuth info MODEL. docs/MODELS.md describes the file format.",
            "",
            "Examples:",
            "  sipsleuth train --list",
            "  sipsleuth train sequence office-*.pcap -o office.model",
            "  sipsleuth train sequence office.pcap -o office.model --set network=lstm --seed 7",
            "  sipsleuth train belief day.pcap scan.pcap spit.pcap -o belief.model",
            "  sipsleuth train flood day.pcap flood.pcap -o flood.model",
            "  sipsleuth train social --csv-records may.csv -o users.model",
            "  sipsleuth train ngram day.pcap --anonymize -o content.model",
            "",
            "The method rules is not trained: its model file stores thresholds (--set) only.",
            "",
            "belief learns attack classes from the captures' ground-truth files, as written by",
            "simulate. Captures without one count as normal traffic; classes without training data",
            "keep the tables of the bundled model.",
            "",
            "flood learns INVITE floods from ground-truth files too, and needs captures with and",
            "without floods."})
final class TrainCommand implements CommonOptions.Holder, CommandLineProgram.MethodTaker {

    private final Terminal terminal;
    private final Methods methods;

    private final CommonOptions options = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "METHOD", description = "the method") private @Nullable String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "BASELINE",
            description = "captures of baseline (normal) traffic; with --csv-records, tables of call"
                    + " records") private List<String> files = List.of();

    @Mixin private CallTableOptions tableOptions = new CallTableOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "MODEL",
            description = "the model file to write; - is standard output") private @Nullable String output;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "random seed (default: ${DEFAULT-VALUE})") private long seed = 1;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "overrides a setting; list of settings: sipsleuth train --list") private Map<String, String> settings =
                    new LinkedHashMap<>();

    @Option(names = "--name", paramLabel = "TEXT",
            description = "display name of the model (default: its file name, or the method for"
                    + " standard output)") private @Nullable String modelName;

    @Option(names = "--description", paramLabel = "TEXT",
            description = "short description of the traffic, shown in findings") private @Nullable String description;

    @Option(names = "--licence", paramLabel = "TEXT", defaultValue = "not stated",
            description = "licence of the traffic data (default: not stated)") private String licence = "not stated";

    @Option(names = "--date", paramLabel = "TIME",
            description = "training date recorded in the model, as 2026-11-20T12:00:00Z (default: now)") private @Nullable String date;

    @Option(names = "--anonymize",
            description = {
                "learn from an anonymised copy, so that the model holds no user, host or name of the"
                        + " network; neither the copy nor its key is kept"}) private boolean isAnonymous;

    @Option(names = "--list", description = "list the methods and their settings") private boolean wantsList;

    TrainCommand(Terminal terminal, Methods methods) {
        this.terminal = terminal;
        this.methods = methods;
    }

    @Override
    public List<String> methodNames() {
        return methods.names();
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (wantsList) {
            new MethodText(terminal).list(methods.all());
            return ExitCode.DONE;
        }
        if (name == null || output == null || files.isEmpty()) {
            terminal.report("name a method, captures and -o MODEL; list of methods: sipsleuth train --list");
            return ExitCode.WRONG_USAGE;
        }
        Optional<Method> method = methods.named(name);
        if (method.isEmpty()) {
            List<String> near = Suggestions.to(name, methods.names(), 1);
            terminal.report(near.isEmpty() ? "no such method: " + name
                    : "no such method: %s; did you mean: %s".formatted(name, near.getFirst()));
            return ExitCode.WRONG_USAGE;
        }
        Instant trainedAt;
        try {
            trainedAt = date == null ? Instant.now() : Instant.parse(date);
        } catch (DateTimeException wrong) {
            terminal.report(date + " is not a valid time; use 2026-11-20T12:00:00Z");
            return ExitCode.WRONG_USAGE;
        }
        Optional<String> fault = tableOptions.fault();
        if (fault.isEmpty() && tableOptions.areTables()) {
            fault = isAnonymous ? Optional.of("--anonymize is for captures; a model of tables holds no users")
                    : CallTableTraining.fault(method.get());
        }
        if (fault.isPresent()) {
            terminal.report(fault.get());
            return ExitCode.WRONG_USAGE;
        }
        return tableOptions.areTables() ? trainOnTables(method.get(), trainedAt, file(output))
                : train(method.get(), trainedAt, file(output));
    }

    private String name(Method method, Path model) {
        if (modelName != null) {
            return modelName;
        }
        return isStandardOutput(FileName.text(model)) ? method.name() : FileName.last(model);
    }

    private static boolean isStandardOutput(String file) {
        return file.equals(StandardOutput.NAME);
    }

    private OutputFile file(String named) throws IOException {
        return isStandardOutput(named) ? StandardOutput.forBinary(terminal, "a model")
                : OutputFile.at(FileName.path(named), options.outputRules(files));
    }

    private void report(String line, ProgressLine progress) {
        if (options.showsProgress()) {
            progress.report(line);
        }
    }

    private void reportEffect(Method method, SipIndex index, BitSet leftOut, ModelFile trained, ProgressLine progress)
            throws IOException {
        try {
            Detector before = method.detector(method.shipped());
            Detector after = method.detector(trained);
            Contained<TrainingEffect> effect =
                    Contained.of(method.name(), () -> TrainingEffect.of(index, leftOut, before, after, progress));
            effect.answer().ifPresent(training -> training.lines().forEach(line -> progress.report(line.text())));
            options.faults().report(effect.fault().stream().toList(), terminal);
        } catch (ModelFormatException unreadable) {
            throw new IOException("A model cannot be read", unreadable);
        }
    }

    private int train(Method method, Instant trainedAt, OutputFile file) throws IOException {
        Path model = file.target();
        FileDigests digests = FileDigests.begin(files);
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        TrainingFacts facts = described(
                new Baseline(captures.content().get(), digests).facts(name(method, model), trainedAt, licence));
        Optional<TrafficLabels> labels = new KnownTruth(terminal).labels(captures.content().get());
        if (labels.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        ModelFile trained;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            trained = train(method, index, facts, labels.get(), progress);
            ModelContents contents = ModelContents.of(trained);
            report((isAnonymous ? contents.pseudonyms() : contents.sentence()).text(), progress);
        } catch (SettingException | IllegalArgumentException wrong) {
            terminal.report(String.valueOf(wrong.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        write(trained, file);
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private ModelFile train(Method method, SipIndex index, TrainingFacts facts, TrafficLabels labels,
            ProgressLine progress) throws IOException, SettingException {
        boolean isAllNormal = labels.equals(TrafficLabels.NONE) && method.isTrained();
        if (method.isTrained()) {
            CleanBaseline.checkMessages(index);
        }
        if (!method.learnsNormalTraffic() && !isAllNormal) {
            if (isAnonymous) {
                throw new IllegalArgumentException(
                        "--anonymize is for baselines of normal traffic; %s learns from traffic"
                                .formatted(method.name()) + " with ground truth: anonymise that with sipsleuth export");
            }
            return fit(method, new TrainingRequest(index, facts, settings, seed, labels, new BitSet()), progress);
        }
        CleanBaseline clean = options.opened().verified(() -> CleanBaseline.of(index, methods, labels, progress));
        clean.lines().forEach(line -> report(line.text(), progress));
        options.faults().report(clean.faults(), terminal);
        clean.check();
        ModelFile trained = isAnonymous ? withoutNames(method, index, clean, facts, progress)
                : fit(method, new TrainingRequest(index, facts, settings, seed, labels, clean.leftOut()), progress);
        if (method.learnsNormalTraffic() && options.showsProgress() && !index.conceals(Concealed.FINDINGS)) {
            reportEffect(method, index, clean.leftOut(), trained, progress);
        }
        return trained;
    }

    private ModelFile fit(Method method, TrainingRequest request, ProgressLine progress)
            throws IOException, SettingException {
        return options.opened().verified(() -> method.train(request, progress, line -> report(line, progress)));
    }

    private ModelFile withoutNames(Method method, SipIndex index, CleanBaseline clean, TrainingFacts facts,
            ProgressLine progress) throws IOException, SettingException {
        Map<String, String> values = new LinkedHashMap<>(method.settingsWithoutNames());
        values.putAll(settings);
        try (AnonymizedBaseline copy =
                AnonymizedBaseline.of(index, clean.leftOut(), options.captureFiles(terminal).options(), progress)) {
            return fit(method, new TrainingRequest(copy.index(), AnonymizedBaseline.facts(facts, index), values, seed),
                    progress);
        }
    }

    private int trainOnTables(Method method, Instant trainedAt, OutputFile file) throws IOException {
        CallTables tables = tableOptions.tables(terminal, UserNames.AS_WRITTEN);
        ModelFile trained;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            Optional<CallTableBaseline> baseline = CallTableBaseline.read(tables, files, progress);
            if (baseline.isEmpty()) {
                return ExitCode.UNREADABLE_INPUT;
            }
            TrainingFacts facts =
                    described(Baseline.facts(name(method, file.target()), baseline.get().inputs(), trainedAt, licence));
            trained = new CallTableTraining(settings, seed).fit(baseline.get().records(), facts, progress,
                    line -> report(line, progress));
            report(ModelContents.of(trained).sentence().text(), progress);
        } catch (SettingException | IllegalArgumentException wrong) {
            terminal.report(String.valueOf(wrong.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        write(trained, file);
        return tables.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private TrainingFacts described(TrainingFacts facts) {
        return description == null ? facts
                : new TrainingFacts(facts.name(), description, facts.inputs(), facts.origin());
    }

    private void write(ModelFile trained, OutputFile file) throws IOException {
        trained.writeTo(file);
        Path model = file.target();
        Terminal results = isStandardOutput(FileName.text(model)) ? terminal.withResultsOnError() : terminal;
        var out = results.textWriter();
        out.write("%s: sha256 %s%n".formatted(model, trained.sha256()));
        out.flush();
    }
}
