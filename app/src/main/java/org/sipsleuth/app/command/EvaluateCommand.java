package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.evaluate.EvaluationJson;
import org.sipsleuth.app.command.evaluate.EvaluationRecords;
import org.sipsleuth.app.command.evaluate.EvaluationText;
import org.sipsleuth.app.command.evaluate.Evaluators;
import org.sipsleuth.app.command.evaluate.FigureFiles;
import org.sipsleuth.app.command.input.UnpackLimitConverter;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.RowWriter;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.evaluate.Evaluation;
import org.sipsleuth.evaluate.EvaluationRequest;
import org.sipsleuth.evaluate.Evaluator;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.word.NearestWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth evaluate`: a paper's tables, ours beside them.
@Command(
        name = "evaluate",
        description =
                "Measures a method as its paper does, and prints the paper's figures beside ours.",
        footer = {
            "",
            "Fields of json: method, corpus (scenario, seed, sizes), took_seconds, tables; each",
            "with id, title and rows: name, paper, ours (mean), ours_least, ours_most, must, met.",
            "Columns of csv and keys of jsonl: method, table (its id), title, and those of rows.",
            "",
            "Examples:",
            "  sipsleuth evaluate sequence",
            "  sipsleuth evaluate belief --splits 2",
            "  sipsleuth evaluate legs",
            "  sipsleuth evaluate sequence -o sequence.json --figures figures",
            "  sipsleuth evaluate sequence --format csv > sequence.csv"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "METHOD", description = "the method: sequence, belief, legs")
    private String name = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "77",
            description = "decides corpus, splits and training (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--splits",
            paramLabel = "N",
            defaultValue = "5",
            description = "over how many splits figures are measured (default: ${DEFAULT-VALUE})")
    private int splits = 1;

    @Option(names = "--full", description = "also what takes hours")
    private boolean isFull;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "write the tables to this file (- is standard output); .csv, .json and .jsonl"
                            + " stand for their format")
    private @Nullable String output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), csv, json or jsonl")
    private @Nullable Format format;

    @Option(
            names = "--raw-csv",
            description = "leave csv values as they are, also those that a spreadsheet would run")
    private boolean isRawCsv;

    @Option(
            names = "--json",
            paramLabel = "OUT",
            description = "write the tables as JSON too (deprecated: use -o OUT.json)")
    private @Nullable String json;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "draw the paper's figures as SVG files into this folder")
    private @Nullable String figures;

    @Option(
            names = "--traffic",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "captures of real traffic: of sequence, half of their dialogs is trained and"
                            + " half scored; of belief, all is scored")
    private List<Path> traffic = List.of();

    @Option(
            names = "--against",
            arity = "1..*",
            paramLabel = "FILE",
            description = "captures to be scored with what was trained on --traffic")
    private List<Path> others = List.of();

    @Option(
            names = "--unpack-limit",
            paramLabel = "SIZE",
            converter = UnpackLimitConverter.class,
            description = UnpackLimitConverter.DESCRIPTION)
    private UnpackLimit unpackLimit = UnpackLimit.DEFAULT;

    @Option(names = "--force", description = CommonOptions.FORCE)
    private boolean force;

    @Option(names = "--quiet", description = "no progress on standard error")
    private boolean isQuiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean wantsHelp;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private ReadOptions reading() {
        return new ReadOptions(List.of(), false, unpackLimit);
    }

    private static Optional<OutputFile> file(@Nullable String named, OutputRules rules)
            throws IOException {
        return named == null || named.equals(StandardOutput.NAME)
                ? Optional.empty()
                : Optional.of(OutputFile.at(FileName.path(named), rules));
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        return output == null ? Format.TEXT : Format.ofFile(output);
    }

    private void print(Evaluation evaluation, Terminal results) throws IOException {
        switch (format()) {
            case TEXT -> EvaluationText.write(evaluation, results.textWriter());
            case JSON -> EvaluationJson.write(evaluation, results.dataWriter());
            case CSV, JSONL -> {
                EvaluationRecords records = new EvaluationRecords(evaluation);
                try (RowWriter rows =
                        RowWriter.open(format(), records.columns(), results, false, isRawCsv)) {
                    records.writeTo(rows);
                }
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Optional<Evaluator> evaluator = Evaluators.named(name);
        if (evaluator.isEmpty()) {
            List<String> all = Evaluators.all().stream().map(Evaluator::method).toList();
            List<String> near = NearestWords.to(name, all, 1);
            String nearest = near.isEmpty() ? all.getFirst() : near.getFirst();
            terminal.say("there is no method %s; did you mean: %s".formatted(name, nearest));
            return ExitCode.WRONG_USAGE;
        }
        if (splits < 1) {
            terminal.say("there is at least one split");
            return ExitCode.WRONG_USAGE;
        }
        OutputRules rules =
                new OutputRules(Stream.concat(traffic.stream(), others.stream()).toList(), force);
        Optional<OutputFile> result = file(output, rules);
        Optional<OutputFile> tables = file(json, rules);
        if (figures != null) {
            FigureFiles.check(FileName.path(figures), rules);
        }
        Evaluation evaluation;
        try (ProgressLine progress = new ProgressLine(terminal, !isQuiet)) {
            evaluation =
                    evaluator
                            .get()
                            .evaluate(
                                    new EvaluationRequest(
                                            seed, splits, isFull, traffic, others, reading()),
                                    progress,
                                    line -> {
                                        if (!isQuiet) {
                                            progress.tell(line);
                                        }
                                    });
        }
        if (result.isPresent()) {
            result.get().write(out -> print(evaluation, terminal.into(out)));
        } else {
            print(evaluation, terminal);
        }
        if (tables.isPresent()) {
            StringWriter text = new StringWriter();
            EvaluationJson.write(evaluation, text);
            tables.get().write(text.toString());
        }
        if (figures != null) {
            FigureFiles.write(evaluation.figures(), FileName.path(figures), rules);
        }
        return ExitCode.DONE;
    }
}
