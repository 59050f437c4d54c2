package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.evaluate.EvaluationJson;
import org.sipsleuth.app.command.evaluate.EvaluationNews;
import org.sipsleuth.app.command.evaluate.EvaluationOrigin;
import org.sipsleuth.app.command.evaluate.EvaluationRecords;
import org.sipsleuth.app.command.evaluate.EvaluationText;
import org.sipsleuth.app.command.evaluate.FigureFiles;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.input.UnpackLimitConverter;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.program.BuildFacts;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRequest.Extent;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Evaluators;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.RowWriter;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.text.FileName;
import org.sipsleuth.text.StartCommand;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth evaluate`: a paper's tables, ours beside them; and incidents against ground truth.
@Command(name = "evaluate",
        description = "Evaluates a method as its paper does and shows the paper's figures next to ours."
                + " `evaluate incidents FILE…` scores the report of analyze against"
                + " the ground-truth files beside the captures; `evaluate sequence FILE…`"
                + " measures a model on them.",
        footer = {
            "",
            "Fields of json: method, command (the words that give the same tables again), version,",
            "commit, changed (whether the sources differed from it), date, seeds (purpose, from,",
            "count), corpus (scenario, seed, sizes), took_seconds, tables; each with id, title and",
            "rows: name, paper, ours (mean), ours_least, ours_most, must, met, simplest, best (the",
            "best possible), timed (only where ours is a time, another in each run). For incidents",
            "also attacks (file, id, kind, outcome, incidents, reported, kind_right, actors_right,",
            "victim_right, outcome_right, severity_right, severity, delay_seconds) and",
            "false_incidents (file, title, severity, confidence, actors).",
            "Columns of csv and keys of jsonl: method, table (its id), title, and those of rows.",
            "",
            "About how long it takes on two cores is stated when it begins; it is refused if the",
            "memory is not enough.",
            "",
            "Examples:",
            "  sipsleuth evaluate sequence",
            "  sipsleuth evaluate belief --splits 2",
            "  sipsleuth evaluate belief-incidents lab/*.pcap --model mine.model",
            "  sipsleuth evaluate flood",
            "  sipsleuth evaluate ngram --splits 10",
            "  sipsleuth evaluate legs -o docs/results/legs.json",
            "  sipsleuth evaluate social --quick",
            "  sipsleuth evaluate incidents lab/*.pcap --clean office-monday.pcap",
            "  sipsleuth evaluate sequence lab/*.pcap --clean office-monday.pcap",
            "  sipsleuth evaluate sequence -o sequence.json --figures figures",
            "  sipsleuth evaluate sequence --format csv > sequence.csv"})
final class EvaluateCommand implements FaultLog.Holder, CommandLineProgram.MethodTaker {

    /// Each of some evaluators has a hundred seeds of its own.
    private static final int MOST_SPLITS = 1_000;

    private static final String BELIEF_INCIDENTS = "belief-incidents";
    private static final Set<String> NEEDS_FILES = Set.of("incidents", BELIEF_INCIDENTS);

    private final Terminal terminal;
    private final FaultLog faults = new FaultLog();

    @Parameters(index = "0", paramLabel = "METHOD", description = "the method") private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE",
            description = "incidents, belief-incidents, sequence: captures with ground-truth files beside"
                    + " them; others are skipped") private List<Path> files = List.of();

    @Option(names = "--clean", arity = "1..*", paramLabel = "FILE",
            description = "incidents, belief-incidents, sequence: captures that are known to be without"
                    + " attack; everything reported for them counts as a false alarm") private List<Path> clean =
                            List.of();

    @Option(names = "--model", paramLabel = "FILE",
            description = "sequence with captures: the model to measure (default: the bundled one);"
                    + " belief-incidents: a model to measure beside the bundled one") private @Nullable Path model;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "77",
            description = "random seed of corpus, splits and training (default: ${DEFAULT-VALUE})") private long seed =
                    1;

    @Option(names = "--splits", paramLabel = "N", defaultValue = "5",
            description = "number of splits to measure over, 1 to 1000 (default: ${DEFAULT-VALUE})") private int splits =
                    1;

    @Option(names = "--full", description = "also run the experiments that take hours") private boolean isFull;

    @Option(names = "--quick", description = "one split of small corpora, two minutes at most on two cores: shows the"
            + " tables, its figures are no results") private boolean isQuick;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "write the tables to this file (- is standard output); the extensions .csv,"
                    + " .json and .jsonl select the format") private @Nullable String output;

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "text (default), csv, json or jsonl") private @Nullable Format format;

    @Option(names = "--raw-csv", description = "write csv values unchanged, even those that a spreadsheet would run as"
            + " formulas") private boolean isRawCsv;

    @Option(names = "--json", paramLabel = "OUT",
            description = "also write the tables as JSON (deprecated: use -o OUT.json)") private @Nullable String json;

    @Option(names = "--figures", paramLabel = "DIR",
            description = "write the paper's figures to this directory, pictures as SVG, points as CSV") private @Nullable String figures;

    @Option(names = "--traffic", arity = "1..*", paramLabel = "FILE",
            description = "captures of real traffic; sequence trains on half of their dialogs and scores"
                    + " the other half, belief and belief-novelty score all of them; flood: runs of boun-sim"
                    + " (obs.txt, with headers.txt and cps.txt beside it)") private List<Path> traffic = List.of();

    @Option(names = "--against", arity = "1..*", paramLabel = "FILE",
            description = "captures to score with the models trained on --traffic") private List<Path> others =
                    List.of();

    @Option(names = "--unpack-limit", paramLabel = "SIZE", converter = UnpackLimitConverter.class,
            description = UnpackLimitConverter.DESCRIPTION) private UnpackLimit unpackLimit = UnpackLimit.DEFAULT;

    @Option(names = "--force", description = CommonOptions.FORCE) private boolean force;

    @Option(names = "--quiet", description = "do not show progress on standard error") private boolean isQuiet;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean wantsHelp;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public List<String> methodNames() {
        return Evaluators.METHODS;
    }

    private ReadOptions reading() {
        return new ReadOptions(List.of(), false, unpackLimit);
    }

    private boolean takesFiles() {
        return NEEDS_FILES.contains(name) || name.equals(SequenceModel.KIND);
    }

    private EvaluationRequest request() {
        boolean isOfCaptures = hasFiles();
        return new EvaluationRequest(seed, isQuick ? 1 : splits, extent(), isOfCaptures ? files : traffic,
                isOfCaptures ? clean : others, reading());
    }

    private Extent extent() {
        return isQuick ? Extent.QUICK : isFull ? Extent.FULL : Extent.USUAL;
    }

    /// The words that give the same tables again.
    private List<String> words(EvaluationRequest request) {
        List<String> words = new ArrayList<>(List.of("evaluate", name));
        files.forEach(file -> words.add(FileName.string(file)));
        words.addAll(List.of("--seed", Long.toString(seed)));
        switch (request.extent()) {
            case QUICK -> words.add("--quick");
            case USUAL -> words.addAll(List.of("--splits", Integer.toString(splits)));
            case FULL -> words.addAll(List.of("--splits", Integer.toString(splits), "--full"));
        }
        if (model != null) {
            words.addAll(List.of("--model", FileName.string(model)));
        }
        add(words, "--clean", clean);
        add(words, "--traffic", traffic);
        add(words, "--against", others);
        unpackLimit.bytes().ifPresent(bytes -> words.addAll(List.of("--unpack-limit", Long.toString(bytes))));
        return words;
    }

    private static void add(List<String> words, String option, List<Path> paths) {
        if (!paths.isEmpty()) {
            words.add(option);
            paths.forEach(path -> words.add(FileName.string(path)));
        }
    }

    private EvaluationOrigin origin(Evaluator evaluator, EvaluationRequest request) {
        return new EvaluationOrigin(words(request), BuildFacts.ofProgram(), LocalDate.now(ZoneOffset.UTC),
                evaluator.seeds(request));
    }

    private boolean hasFiles() {
        return !files.isEmpty() || !clean.isEmpty();
    }

    /// Whether files are given to the methods that take them, and only to them; reported if not.
    private boolean areFilesRight() {
        if (model != null && !(takesModel() && hasFiles())) {
            terminal.report(
                    "--model goes with evaluate sequence or belief-incidents, and captures: FILE or --clean FILE");
            return false;
        }
        if (NEEDS_FILES.contains(name) && !hasFiles()) {
            terminal.report("evaluate " + name + ": no captures given; name captures with ground-truth files, or"
                    + " captures without attack with --clean");
            return false;
        }
        if (name.equals(SequenceModel.KIND) && hasFiles() && !traffic.isEmpty()) {
            terminal.report("evaluate sequence: --traffic does not go with captures as FILE or --clean");
            return false;
        }
        if (!takesFiles() && hasFiles()) {
            terminal.report("evaluate %s takes no captures as FILE or --clean; use --traffic".formatted(name));
            return false;
        }
        return true;
    }

    /// Whether all files are there and can be opened, before hours of work; reported if not.
    private boolean areReadable() {
        boolean all = true;
        for (Path file : Stream.of(files, clean, traffic, others).flatMap(List::stream).toList()) {
            Optional<String> obstacle = CaptureFiles.obstacle(FileName.string(file));
            obstacle.ifPresent(why -> terminal.report(FileName.text(file) + ": " + why));
            all &= obstacle.isEmpty();
        }
        return all;
    }

    /// Whether what cannot be read is counted in the result instead of refused.
    private boolean leavesOutUnreadable() {
        return name.equals(BELIEF_INCIDENTS);
    }

    private boolean takesModel() {
        return name.equals(SequenceModel.KIND) || name.equals(BELIEF_INCIDENTS);
    }

    private Optional<Evaluator> evaluator(Evaluators evaluators) throws IOException {
        if (hasFiles() && name.equals(SequenceModel.KIND)) {
            return Optional.of(evaluators.ofSequences(modelFile()));
        }
        return hasFiles() && name.equals(BELIEF_INCIDENTS) ? Optional.of(evaluators.ofBeliefs(modelFile()))
                : evaluators.named(name);
    }

    private Optional<ModelFile> modelFile() throws IOException {
        if (model == null) {
            return Optional.empty();
        }
        ModelFile file = ModelFile.read(model);
        String wanted = name.equals(BELIEF_INCIDENTS) ? BeliefModel.KIND : name;
        if (!file.kind().equals(wanted)) {
            throw new IOException("%s is a model of %s, not of %s".formatted(model, file.kind(), wanted));
        }
        return Optional.of(file);
    }

    /// Whether as much is to be measured as is possible; reported if not.
    private boolean isExtentRight() {
        if (splits < 1 || splits > MOST_SPLITS) {
            terminal.report("--splits must be from 1 to " + MOST_SPLITS);
            return false;
        }
        if (isQuick && isFull) {
            terminal.report("--quick and --full exclude each other");
            return false;
        }
        return true;
    }

    /// Whether the heap is as large as was found to suffice; reported if not.
    private boolean isMemoryEnough(EvaluationCost cost) {
        long given = Runtime.getRuntime().maxMemory();
        if (MemoryAdvice.isEnough(given, cost.mebibytes())) {
            return true;
        }
        terminal.report("evaluate " + name + ": " + MemoryAdvice.sentence(given, cost.mebibytes()));
        return false;
    }

    private Evaluation measure(Evaluator evaluator, EvaluationRequest request, EvaluationCost cost) throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal, !isQuiet)) {
            EvaluationNews news = new EvaluationNews(cost, System::nanoTime, line -> {
                if (!isQuiet) {
                    progress.report(line);
                }
            });
            news.begin();
            return evaluator.evaluate(request, progress, news);
        }
    }

    private static Optional<OutputFile> file(@Nullable String named, OutputRules rules) throws IOException {
        return named == null || named.equals(StandardOutput.NAME) ? Optional.empty()
                : Optional.of(OutputFile.at(FileName.path(named), rules));
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        return output == null ? Format.TEXT : Format.ofFile(output);
    }

    private void print(Evaluation evaluation, EvaluationOrigin origin, Terminal results) throws IOException {
        switch (format()) {
            case TEXT -> EvaluationText.write(evaluation, results.textWriter(), faults.to(terminal));
            case JSON -> EvaluationJson.write(evaluation, origin, results.dataWriter(), faults.to(terminal));
            case CSV, JSONL -> {
                EvaluationRecords records = new EvaluationRecords(evaluation);
                try (RowWriter rows = RowWriter.open(format(), records.columns(), results, false, isRawCsv)) {
                    records.writeTo(rows, faults.to(terminal));
                }
            }
        }
    }

    @Override
    public FaultLog faults() {
        return faults;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Evaluators> evaluators = Evaluators.load();
        if (evaluators.isEmpty()) {
            terminal.report(StartCommand.isPackaged() ? "the module that evaluates is missing; install SipSleuth again"
                    : "the module that evaluates is not built; ./sipsleuth evaluate builds it");
            return ExitCode.FAILED;
        }
        Optional<Evaluator> evaluator = evaluator(evaluators.get());
        if (evaluator.isEmpty()) {
            List<String> near = Suggestions.to(name, Evaluators.METHODS, 1);
            String nearest = near.isEmpty() ? Evaluators.METHODS.getFirst() : near.getFirst();
            terminal.report("no such method: %s; did you mean: %s".formatted(name, nearest));
            return ExitCode.WRONG_USAGE;
        }
        if (!areFilesRight() || !isExtentRight()) {
            return ExitCode.WRONG_USAGE;
        }
        if (!leavesOutUnreadable() && !areReadable()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        OutputRules rules =
                new OutputRules(Stream.of(files, clean, traffic, others).flatMap(List::stream).toList(), force);
        Optional<OutputFile> result = file(output, rules);
        Optional<OutputFile> tables = file(json, rules);
        if (figures != null) {
            FigureFiles.check(FileName.path(figures), rules);
        }
        EvaluationRequest request = request();
        EvaluationCost cost = evaluator.get().cost(request);
        if (!isMemoryEnough(cost)) {
            return ExitCode.UNREADABLE_INPUT;
        }
        EvaluationOrigin origin = origin(evaluator.get(), request);
        Evaluation evaluation = measure(evaluator.get(), request, cost);
        if (result.isPresent()) {
            result.get().write(out -> print(evaluation, origin, terminal.into(out)));
        } else {
            print(evaluation, origin, terminal);
        }
        if (tables.isPresent()) {
            StringWriter text = new StringWriter();
            EvaluationJson.write(evaluation, origin, text, faults.to(terminal));
            tables.get().write(text.toString());
        }
        if (figures != null) {
            FigureFiles.write(evaluation.figures(), FileName.path(figures), rules, terminal, isRawCsv);
        }
        return evaluation.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }
}
