package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.InputArguments;
import org.sipsleuth.app.command.input.LimitConverter;
import org.sipsleuth.app.command.input.UnpackLimitConverter;
import org.sipsleuth.app.command.listing.ChosenRows;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that every subcommand has. Without annotations: see [InfoCommand#spec].
final class CommonOptions {

    /// A command that takes them.
    interface Holder extends FaultLog.Holder {

        /// They are set before the command is called.
        CommonOptions options();

        @Override
        default FaultLog faults() {
            return options().faults();
        }

        /// What its result may replace.
        ///
        /// @param inputs all files that the command line names to be read
        default OutputRules outputRules(List<String> inputs) {
            return options().outputRules(inputs);
        }
    }

    private static final String FORMATS =
            "text (default), csv, json or jsonl. Text output is for reading: times in UTC, long"
                    + " values shortened to the width of the terminal (or $COLUMNS), control"
                    + " characters escaped. csv (RFC 4180), json (one document) and jsonl (one"
                    + " object per line) contain complete values; in csv, text that a spreadsheet"
                    + " would run as a formula is prefixed with an apostrophe (see --raw-csv).";

    private OptionSpec format =
            OptionSpec.builder("--format").paramLabel("FORMAT").type(Format.class).description(FORMATS).build();

    private final OptionSpec keyLogs = OptionSpec.builder("--keylog")
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("decrypt TLS with this key log, as written by programs run with the"
                    + " environment variable SSLKEYLOGFILE; can be given several"
                    + " times. Secrets embedded in a pcapng file are always used.")
            .build();

    private final OptionSpec once = flag("count a frame that occurs in several files (same time, link type and"
            + " bytes) only once. By default every copy counts; info reports how many there are.", "--once");

    private final OptionSpec unpackLimit = OptionSpec.builder("--unpack-limit")
            .paramLabel("SIZE")
            .type(UnpackLimit.class)
            .converters(new UnpackLimitConverter())
            .description(UnpackLimitConverter.DESCRIPTION)
            .build();

    private final OptionSpec rawCsv =
            flag("write csv values as captured, even those that a spreadsheet would run as formulas", "--raw-csv");

    private final OptionSpec force = flag(FORCE, "--force");

    private final OptionSpec quiet = flag("do not show progress on standard error", "--quiet");

    private final OptionSpec noColour =
            flag("no colours, even on a terminal (also set by the environment variable NO_COLOR)", "--no-color");

    private final List<CaptureFiles> readers = new ArrayList<>();
    private final FaultLog faults;

    /// What the option `--force` of every command with an output is described by.
    static final String FORCE = "overwrite an existing output file; inputs and captures not written by SipSleuth are"
            + " never overwritten";

    private final OptionSpec recursive =
            flag("read the captures in the given directories and their subdirectories", InputArguments.RECURSIVE);

    private final OptionSpec limit = OptionSpec.builder("--limit")
            .paramLabel("N")
            .type(Long.class)
            .converters(new LimitConverter())
            .description("list at most the first N rows (0 lists none)")
            .build();

    private OptionSpec result = OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(String.class)
            .description("write the result to this file (- is standard output); the extensions"
                    + " .csv, .json and .jsonl select the format")
            .build();

    private final @Nullable FilterOption filter;
    private final boolean readsFiles;
    private boolean takesFolders = true;
    private final boolean hasLimit;
    private final boolean hasResult;
    /// Whether the command itself writes the file of the result.
    private boolean writesResult;
    private boolean writesCaptures;

    /// Those of a command that takes whole captures.
    CommonOptions() {
        this(null, true, false, false);
    }

    private CommonOptions(@Nullable FilterOption filter, boolean readsFiles, boolean hasLimit, boolean hasResult) {
        this.filter = filter;
        this.faults = filter == null ? new FaultLog() : filter.faults();
        this.readsFiles = readsFiles;
        this.hasLimit = hasLimit;
        this.hasResult = hasResult;
    }

    /// Those of a command that takes packets from the network.
    static CommonOptions ofNetwork() {
        return new CommonOptions(null, false, false, false);
    }

    /// Those of a command that takes some messages of captures.
    static CommonOptions ofMessages() {
        return new CommonOptions(new FilterOption(), true, false, false);
    }

    /// Those of a command that takes whole captures and prints something.
    static CommonOptions ofResult() {
        return new CommonOptions(null, true, false, true);
    }

    /// Those of a command that lists something.
    static CommonOptions ofRows() {
        return new CommonOptions(new FilterOption(), true, true, true);
    }

    /// Those of a command that lists something of captures in directories, or writes a capture of it.
    static CommonOptions ofFolders() {
        CommonOptions options = ofRows();
        options.takesFolders = false; // without being asked
        options.writesCaptures = true;
        options.result = options.result.toBuilder()
                .description("write the rows to this file (- is standard output); the extensions .csv, .json and"
                        + " .jsonl select the format. With .pcapng or .pcap: write the messages of the calls"
                        + " with their media to a new capture")
                .build();
        return options;
    }

    /// Those of a command that lists something, and has an option `-o` of its own.
    static CommonOptions ofRowsAndReport() {
        return new CommonOptions(new FilterOption(), true, true, false);
    }

    /// Those of a command that writes an investigation.
    static CommonOptions ofInvestigation() {
        CommonOptions options = new CommonOptions(new FilterOption(), true, true, true);
        options.format =
                formatOfInvestigation(" Incidents alone are also written as %s; %s are reports that stand alone."
                        .formatted(InvestigationFormats.ofOtherPrograms(), InvestigationFormats.reports()));
        options.result = options.result.toBuilder()
                .paramLabel("REPORT")
                .description("write the report to this file (- is standard output); the extensions "
                        + InvestigationFormats.endings("and") + " select the format")
                .build();
        options.writesResult = true;
        return options;
    }

    /// Those of a command that reads the captures of a case, and lists or writes something.
    static CommonOptions ofCase() {
        CommonOptions options = new CommonOptions(new FilterOption(), true, true, true);
        options.format = formatOfInvestigation(" With report also %s (reports that stand alone), %s."
                .formatted(InvestigationFormats.reports(), InvestigationFormats.ofOtherPrograms()));
        options.takesFolders = false;
        return options;
    }

    /// @param further what the formats are that listings do not have
    private static OptionSpec formatOfInvestigation(String further) {
        return OptionSpec.builder("--format")
                .paramLabel("FORMAT")
                .type(InvestigationFormat.class)
                .converters(new EnumWords<>(InvestigationFormats.ALL, InvestigationFormat::word))
                .completionCandidates(InvestigationFormats.ALL.stream().map(InvestigationFormat::word).toList())
                .description(FORMATS + further)
                .build();
    }

    /// An option that is given or not.
    static OptionSpec flag(String description, String name) {
        return OptionSpec.builder(name).type(boolean.class).description(description).build();
    }

    /// Adds these options to a command.
    ///
    /// @param methods whose fields its filter can name
    void addTo(CommandSpec command, Methods methods) {
        OptionSpec help = OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build();
        for (OptionSpec option : List.of(format, keyLogs, rawCsv, force, quiet, noColour, help)) {
            command.addOption(option);
        }
        if (readsFiles) {
            List.of(once, unpackLimit).forEach(command::addOption);
            if (takesFolders) {
                command.addOption(recursive);
            }
        }
        if (filter != null) {
            filter.addTo(command, methods);
        }
        if (hasLimit) {
            command.addOption(limit);
        }
        if (hasResult) {
            command.addOption(result);
        }
    }

    /// Which messages are listed, or what rests on them.
    FilterOption filter() {
        return Objects.requireNonNull(filter, "the command has no filter");
    }

    /// The rules and methods that failed.
    FaultLog faults() {
        return faults;
    }

    /// The first rows of a listing, as many as are wanted; where there are more, the user is
    /// notified.
    Listing limited(Listing all, Terminal terminal) {
        Long most = limit.getValue();
        if (most == null || most >= all.size()) {
            return all;
        }
        if (showsProgress()) {
            terminal.report(
                    "%s of %s listed (--limit)".formatted(HumanText.count(most), HumanText.count(all.size(), "row")));
        }
        return new ChosenRows(all, IntStream.range(0, most.intValue()));
    }

    /// The first of these, as many as are wanted.
    <T> List<T> limited(List<T> all) {
        Long most = limit.getValue();
        return most == null || most >= all.size() ? all : all.subList(0, most.intValue());
    }

    /// How results are written; only for commands and actions without formats of their own.
    Format format() {
        Object given = format.getValue();
        return switch (given) {
            case Format rows -> rows;
            case InvestigationFormat other -> other.rows().orElseThrow();
            case null, default -> resultFile().map(Format::ofFile).orElse(Format.TEXT);
        };
    }

    /// The format of an investigation that was given; empty where none was.
    Optional<InvestigationFormat> givenFormat() {
        return Optional.ofNullable(format.getValue());
    }

    /// How an investigation is written: as the user asked for, or by the name of the file; empty if
    /// that selects no format, and then the user knows why.
    Optional<InvestigationFormat> investigationFormat(Terminal terminal) {
        Optional<InvestigationFormat> given = givenFormat();
        Optional<String> file = namedFile();
        if (given.isPresent() || file.isEmpty()) {
            return Optional.of(given.orElse(InvestigationFormats.TEXT));
        }
        Optional<InvestigationFormat> selected = InvestigationFormats.ofFile(file.get());
        if (selected.isEmpty()) {
            terminal.report(file.get() + ": unsupported report format; use a name with the extension "
                    + InvestigationFormats.endings("or") + ", or name the format with --format");
        }
        return selected;
    }

    /// The file that the program writes the result to, as the user named it; empty for standard
    /// output, and for a command that writes the file itself.
    Optional<String> resultFile() {
        return writesResult || captureFile().isPresent() ? Optional.empty() : namedFile();
    }

    /// The capture that the command shall write, as the user named it.
    Optional<String> captureFile() {
        return namedFile().filter(name -> writesCaptures && CaptureFolder.isNamedCapture(name));
    }

    /// The file that the result goes to, as the user named it; empty for standard output.
    Optional<String> namedFile() {
        String given = result.getValue();
        return Optional.ofNullable(given).filter(name -> !name.equals(StandardOutput.NAME));
    }

    /// The files with the secrets of TLS, as the user named them.
    List<String> keyLogs() {
        List<String> given = keyLogs.getValue();
        return given == null ? List.of() : List.copyOf(given);
    }

    /// Whether a frame that several files hold counts once.
    boolean countsOnce() {
        return isGiven(once);
    }

    /// How much of a compressed file is unpacked.
    UnpackLimit unpackLimit() {
        UnpackLimit given = unpackLimit.getValue();
        return given == null ? UnpackLimit.DEFAULT : given;
    }

    /// Whether values of CSV stand as they are in the capture.
    boolean isRawCsv() {
        return isGiven(rawCsv);
    }

    /// What the outputs of the command may replace.
    ///
    /// @param inputs all files that the command reads, besides the key logs
    OutputRules outputRules(List<String> inputs) {
        List<Path> named = Stream.concat(inputs.stream(), keyLogs().stream()).map(FileName::path).toList();
        List<Path> corrections = filter == null ? List.of() : filter.inputs();
        List<Path> files = Stream.concat(named.stream(), corrections.stream()).toList();
        return new OutputRules(files, isGiven(force));
    }

    /// Refuses a result that would replace an input that is known only by now.
    ///
    /// @param rules with the files that the command reads besides those that its command line names
    /// @throws IOException if the file of the result must stay
    void checkResult(OutputRules rules) throws IOException {
        if (resultFile().isPresent()) {
            OutputFile.at(FileName.path(resultFile().get()), rules);
        }
    }

    boolean showsProgress() {
        return !isGiven(quiet);
    }

    /// What reads captures as the user asked for.
    CaptureFiles captureFiles(Terminal terminal) {
        CaptureFiles reader = new CaptureFiles(terminal, showsProgress(), keyLogs(), countsOnce(), unpackLimit());
        readers.add(reader);
        return reader;
    }

    /// All captures that were read for the command. What it read of them since counts only if they
    /// are unchanged afterwards.
    OpenedFiles opened() {
        return new OpenedFiles(readers.stream().flatMap(reader -> reader.opened().files().stream()).toList());
    }

    static boolean isGiven(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.<Boolean>getValue());
    }

    /// Whether text on this terminal is coloured.
    boolean isColoured(Terminal terminal) {
        String wish = System.getenv("NO_COLOR");
        return terminal.outputIsTerminal() && !isGiven(noColour) && (wish == null || wish.isEmpty());
    }
}
