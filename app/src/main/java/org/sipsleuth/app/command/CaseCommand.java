package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.casefile.CaseJson;
import org.sipsleuth.app.command.casefile.CaseLogRecords;
import org.sipsleuth.app.command.casefile.CaseNames;
import org.sipsleuth.app.command.casefile.CaseText;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.capture.file.CaptureHead;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.CaseAddition;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CaseMerge;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.AnalystNames;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.LogEntry;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth case`: makes, shows, verifies, merges and packs cases.
@Command(name = "case",
        description = {
            "Makes a case file, adds evidence to it, shows it, verifies that nobody tampered with"
                    + " it, reports on its evidence, and merges the cases of two analysts."},
        footer = {
            "",
            "ACTION is one of:",
            "  create   makes CASE with the captures PATH, and with those in PATH if it is a folder",
            "  add      adds the captures PATH by their SHA-256; with --kind other files, whose",
            "           content is kept in the case; with --filter NAME=F and --alias, a named",
            "           filter and names of addresses (--filter NAME= removes the filter); all of",
            "           them, or nothing if one cannot be added",
            "  show     shows what the case contains",
            "  judge    stores a verdict on a row that sipsleuth triage lists for the captures PATH,",
            "           or undoes the last one with --undo",
            "  verify   compares all tables with the log, and all captures with their SHA-256; exit",
            "           code 3 if anything differs",
            "  report   analyses all captures of the case as analyze does, with the models, belief",
            "           tables and rates that are in the case (else with the bundled models), and",
            "           writes the report with the verdicts of the case; exit code 3, and no report,",
            "           if a capture is missing",
            "  log      lists the log; --last-hash prints only the hash of its last entry",
            "  merge    adds the case PATH, and lists conflicting verdicts; rows in the name of an",
            "           analyst of CASE that it never contained are not taken, but listed; exit",
            "           code 3 if any row is not taken",
            "  pack     writes the case with its captures to a zip (-o); with --filter, --call-id",
            "           or --anonymize a new case of the dialogs that fit, with their frames only",
            "  unpack   unpacks the zip PATH into the folder CASE",
            "",
            "Columns of csv and json of log: number, at, who, program, action, target, content,",
            "previous, hash, time.",
            "",
            "Examples:",
            "  sipsleuth case create office.case call.pcap --name 'Office, November'",
            "  sipsleuth case verify office.case --hash $(cat office.hash)",
            "  sipsleuth case add office.case --alias 192.0.2.1=PBX",
            "  sipsleuth case judge office.case monday.pcap --row 3 --as safe --note 'old phones'",
            "  sipsleuth case judge office.case monday.pcap --row 1 --as attack_high --scope server",
            "  sipsleuth case judge office.case --undo",
            "  sipsleuth case report office.case -o report.html",
            "  sipsleuth case log office.case --last-hash > office.hash",
            "  sipsleuth case merge office.case colleague.case",
            "  sipsleuth case pack office.case -o office.zip",
            "  sipsleuth case pack office.case -o call.zip --call-id 1-12345@192.0.2.1",
            "  sipsleuth case pack office.case -o for-others.zip --anonymize --filter 'sip'"})
final class CaseCommand implements CommonOptions.Holder {

    /// What is done.
    enum Action {
        CREATE, ADD, SHOW, JUDGE, VERIFY, REPORT, LOG, MERGE, PACK, UNPACK;

        boolean takesPaths() {
            return switch (this) {
                case CREATE, ADD, JUDGE, MERGE, UNPACK -> true;
                case SHOW, VERIFY, REPORT, LOG, PACK -> false;
            };
        }

        /// What PATH has to be.
        String wantedPath() {
            return switch (this) {
                case CREATE, ADD -> "at least one file to add";
                case JUDGE -> "the captures that the row is in";
                case MERGE -> "one case to merge";
                case UNPACK -> "one zip to unpack";
                case SHOW, VERIFY, REPORT, LOG, PACK -> "no file beside the case";
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// All others mean something to every action.
    private static final ActionOptions<Action> OPTIONS = new ActionOptions<>(Map.ofEntries(
            Map.entry("--name", EnumSet.of(Action.CREATE)), Map.entry("--kind", EnumSet.of(Action.CREATE, Action.ADD)),
            Map.entry("--alias", EnumSet.of(Action.ADD)), Map.entry("--filter", EnumSet.of(Action.ADD, Action.PACK)),
            Map.entry("--search", EnumSet.of(Action.VERIFY, Action.REPORT, Action.PACK)),
            Map.entry("--hash", EnumSet.of(Action.VERIFY)), Map.entry("--last-hash", EnumSet.of(Action.LOG)),
            Map.entry("--limit", EnumSet.of(Action.LOG)), Map.entry("--accept-analyst", EnumSet.of(Action.MERGE)),
            Map.entry("--from", EnumSet.of(Action.PACK)), Map.entry("--to", EnumSet.of(Action.PACK)),
            Map.entry("--call-id", EnumSet.of(Action.PACK)), Map.entry("--media", EnumSet.of(Action.PACK)),
            Map.entry("--row", EnumSet.of(Action.JUDGE)), Map.entry("--step", EnumSet.of(Action.JUDGE)),
            Map.entry("--as", EnumSet.of(Action.JUDGE)), Map.entry("--scope", EnumSet.of(Action.JUDGE)),
            Map.entry("--note", EnumSet.of(Action.JUDGE)), Map.entry("--undo", EnumSet.of(Action.JUDGE)),
            Map.entry("--model", EnumSet.of(Action.JUDGE)), Map.entry("--anonymize", EnumSet.of(Action.PACK)),
            Map.entry("--key", EnumSet.of(Action.PACK))));

    private final Terminal terminal;

    private final Methods methods;

    private final CommonOptions options = CommonOptions.ofCase();

    @Mixin private ReportOptions reportOptions = new ReportOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}") private Action action =
            Action.SHOW;

    @Parameters(index = "1", paramLabel = "CASE", description = "a case file") private String file = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "PATH",
            description = "captures or other files to add, captures with the row to judge, a case to merge, a"
                    + " zip to unpack") private List<String> paths = List.of();

    @Option(names = "--name", paramLabel = "TEXT",
            description = "with create: display name of the case (default: its file name)") private @Nullable String name;

    @Option(names = "--user", paramLabel = "NAME",
            description = "the analyst that the log names (default: the user of the operating system)") private String user =
                    System.getProperty("user.name", "");

    @Option(names = "--kind", paramLabel = "KIND",
            description = "with create and add: attach files of this kind: model, table (of beliefs),"
                    + " rates, settings, layout or other") private Attachment.@Nullable Kind kind;

    @Option(names = "--search", paramLabel = "FOLDER",
            description = "with verify, report and pack: search captures that have moved in this folder,"
                    + " too; can be given several times") private List<String> folders = List.of();

    @Option(names = "--hash", paramLabel = "SHA256",
            description = "with verify: a hash of the log that was kept elsewhere; the log must have it") private @Nullable String hash;

    @Option(names = "--call-id", paramLabel = "ID",
            description = "with pack: only dialogs with this Call-ID; can be given several times") private List<String> callIds =
                    List.of();

    @Option(names = "--media",
            description = "with pack: pack dialogs with the RTP and RTCP that their SDP announces") private boolean hasMedia;

    @Mixin private CaseJudge judge = new CaseJudge();

    @Mixin private AnonymizationOptions anonymization = new AnonymizationOptions();

    @Option(names = "--alias", paramLabel = "ADDRESS=NAME",
            description = "with add: call an IP address by this name in the case and its report; an empty"
                    + " name removes it; can be given several times") private List<String> aliases = List.of();

    @Option(names = "--accept-analyst", paramLabel = "NAME",
            description = "with merge: rows in the name of this analyst of CASE are theirs, and are"
                    + " taken; can be given several times. Without it they are listed only,"
                    + " since anybody can write a name into a case.") private List<String> acceptedAnalysts = List.of();

    @Option(names = "--last-hash",
            description = "with log: only the hash of the last entry") private boolean wantsLastHash;

    CaseCommand(Terminal terminal, Methods methods) {
        this.terminal = terminal;
        this.methods = methods;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public OutputRules outputRules(List<String> inputs) {
        OutputRules rules = options.outputRules(inputs);
        return action == Action.PACK ? rules.making(EvidenceKind.PACKED_CASE) : rules;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> wrong = misplaced();
        if (wrong.isPresent()) {
            terminal.report("case %s: %s".formatted(action, wrong.get()));
            return ExitCode.WRONG_USAGE;
        }
        try {
            return switch (action) {
                case CREATE -> create();
                case ADD -> paths.isEmpty() && !isNamed() ? lacksPath() : changed(this::add);
                case SHOW -> read(this::show);
                case JUDGE -> changed(this::judge);
                case VERIFY -> verify();
                case REPORT -> read(this::report);
                case LOG -> read(this::log);
                case MERGE -> paths.size() != 1 ? lacksPath() : changed(this::merge);
                case PACK -> read(this::pack);
                case UNPACK -> paths.size() != 1 ? lacksPath() : unpack();
            };
        } catch (CaseException failure) {
            terminal.report(String.valueOf(failure.getMessage()));
            return exitCode(failure.reason());
        }
    }

    private static int exitCode(CaseException.Reason reason) {
        if (reason == CaseException.Reason.SAME_CASE) {
            return ExitCode.WRONG_USAGE;
        }
        return reason.isOfWriting() ? ExitCode.UNWRITABLE_OUTPUT : ExitCode.UNREADABLE_INPUT;
    }

    /// What is wrong with options and files that another action takes, or with the analyst.
    private Optional<String> misplaced() {
        if (action != Action.REPORT) {
            Optional<InvestigationFormat> format = options.givenFormat();
            if (reportOptions.areGiven() || format.filter(each -> each.rows().isEmpty()).isPresent()) {
                return Optional.of("formats and options of reports are for the action report");
            }
        }
        Optional<String> option = OPTIONS.misplaced(action, Objects.requireNonNull(spec));
        if (option.isPresent()) {
            return option;
        }
        if (!action.takesPaths() && !paths.isEmpty()) {
            return Optional.of("takes no file beside the case (got " + paths.getFirst() + ")");
        }
        Optional<String> unjudged = action == Action.JUDGE ? judge.obstacle(paths) : Optional.empty();
        if (unjudged.isPresent()) {
            return unjudged;
        }
        return AnalystNames.isBlank(user)
                ? Optional.of("the name of the analyst is empty; name the analyst with --user")
                : Optional.empty();
    }

    private int lacksPath() {
        terminal.report("case %s: name %s".formatted(action, action.wantedPath()));
        return ExitCode.WRONG_USAGE;
    }

    private Author author() {
        return new Author(user, "SipSleuth " + ProgramVersion.text(), Clock.systemUTC());
    }

    /// Does something with an open case.
    private interface Step {
        int with(CaseFile opened) throws IOException;
    }

    private int read(Step step) throws IOException {
        try (CaseFile opened = CaseFile.openReadOnly(FileName.path(file), author())) {
            return step.with(opened);
        }
    }

    private int changed(Step step) throws IOException {
        try (CaseFile opened = CaseFile.open(FileName.path(file), author())) {
            if (opened.obstacle().isPresent()) {
                throw opened.obstacle().get();
            }
            return step.with(opened);
        }
    }

    private int create() throws IOException {
        Path place = FileName.path(file);
        OutputRules rules = options.outputRules(paths).making(EvidenceKind.CASE);
        OutputFile.at(place, rules); // refused before captures are hashed
        String title = name == null ? FileName.last(place) : name;
        CaseAddition first = new CaseAddition(place);
        int code = collect(first);
        if (code != ExitCode.DONE) {
            terminal.report(file + ": was not made");
            return code;
        }
        try (CaseFile made = CaseFile.create(place, title, rules, author(), first)) {
            List<Attachment> attachments = made.attachments();
            new CaseText(terminal).write(new CaseAddition.Added(made.evidence(), attachments));
            return code;
        }
    }

    /// Whether filters or aliases are to be stored.
    private boolean isNamed() {
        return options.filter().hasFilter() || !aliases.isEmpty();
    }

    private int add(CaseFile opened) throws IOException {
        CaseAddition addition = new CaseAddition(opened.file());
        int code = collect(addition);
        if (code == ExitCode.DONE) {
            new CaseText(terminal).write(opened.add(addition));
        } else {
            terminal.report(file + ": nothing was added");
        }
        return code;
    }

    /// What is to be added, with the captures of folders in place of these.
    private List<String> captures() throws IOException {
        List<String> captures = new ArrayList<>();
        for (String path : paths) {
            if (kind == null && Files.isDirectory(FileName.path(path))) {
                List<Path> found = new CaptureFolder(FileName.path(path),
                        (file, obstacle) -> terminal.report(file + ": " + CaptureObstacle.reason(obstacle))).captures();
                if (found.isEmpty()) {
                    captures.add(path); // which is refused as a directory
                }
                found.forEach(file -> captures.add(FileName.string(file)));
            } else {
                captures.add(path);
            }
        }
        return captures;
    }

    /// Reads all that the command line adds, in its order.
    ///
    /// @return the exit code if something cannot be added, and the user knows what
    private int collect(CaseAddition addition) throws IOException {
        if (!new CaseNames(terminal, options.filter()).collect(addition, aliases)) {
            return ExitCode.WRONG_USAGE;
        }
        int code = ExitCode.DONE;
        for (String path : captures()) {
            Optional<String> obstacle = CaptureFiles.obstacle(path);
            if (obstacle.isPresent()) {
                terminal.report(path + ": " + obstacle.get());
                code = ExitCode.UNREADABLE_INPUT;
            } else if (kind != null) {
                addition.attachment(kind, FileName.path(path));
            } else {
                try {
                    CaptureHead.of(FileName.path(path)).format();
                    addition.capture(OpenedFile.of(FileName.path(path)), RunMonitor.NONE);
                } catch (CaptureFormatException none) {
                    terminal.report(path + ": " + CaptureObstacle.reason(none));
                    code = ExitCode.UNREADABLE_INPUT;
                } catch (CaptureChangedException change) {
                    terminal.report(CaptureFiles.changed(change));
                    code = ExitCode.UNREADABLE_INPUT;
                }
            }
        }
        return code;
    }

    private boolean isJson() {
        return options.format() == Format.JSON || options.format() == Format.JSONL;
    }

    /// Writes JSON.
    private interface Content {
        void to(CaseJson json) throws IOException;
    }

    private void json(Content content) throws IOException {
        Writer writer = terminal.dataWriter();
        content.to(new CaseJson(writer));
        writer.flush();
    }

    private int show(CaseFile opened) throws IOException {
        if (isJson()) {
            json(to -> to.write(file, opened));
        } else {
            new CaseText(terminal).write(opened);
        }
        return ExitCode.DONE;
    }

    private int judge(CaseFile opened) throws IOException {
        return judge.run(opened, paths, new TriageReader(terminal, methods, options), terminal);
    }

    private List<Path> searched() {
        return folders.stream().map(FileName::path).toList();
    }

    private int verify() throws IOException {
        CaseVerification found = CaseVerification.of(FileName.path(file),
                Optional.ofNullable(hash).map(text -> text.strip().toLowerCase(Locale.ROOT)), searched(),
                RunMonitor.NONE);
        if (isJson()) {
            json(to -> to.write(file, found));
        } else {
            new CaseText(terminal).write(file, found);
        }
        return found.isIntact() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private int report(CaseFile opened) throws IOException {
        return new CaseReport(terminal, methods, options, reportOptions).write(opened, searched(),
                Objects.requireNonNull(spec));
    }

    private int log(CaseFile opened) throws IOException {
        if (wantsLastHash) {
            new CaseText(terminal).write(opened.lastHash());
            return ExitCode.DONE;
        }
        List<LogEntry> entries = new ArrayList<>();
        opened.store().readLog(entries::add);
        new ListingPrinter(terminal, options).print(new CaseLogRecords(entries));
        return ExitCode.DONE;
    }

    private int merge(CaseFile opened) throws IOException {
        CaseMerge.Result result;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            result = CaseMerge.merge(opened, FileName.path(paths.getFirst()), Set.copyOf(acceptedAnalysts), progress);
        }
        if (isJson()) {
            String lastHash = opened.lastHash();
            json(to -> to.write(result, lastHash));
        } else {
            new CaseText(terminal).write(result);
        }
        return result.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private DialogPack dialogPack() {
        return new DialogPack(terminal, options, anonymization, callIds, hasMedia);
    }

    private int pack(CaseFile opened) throws IOException {
        if (dialogPack().isWanted()) {
            return dialogPack().write(opened, searched());
        }
        List<Evidence> all = opened.evidence();
        CasePackage.Packed packed = CasePackage.write(opened, all, searched(),
                StandardOutput.forBinary(terminal, "a packed case"), RunMonitor.NONE);
        options.checkResult(outputRules(packed.files().stream().map(FileName::string).toList()));
        CaseText.missing(packed).forEach(terminal::report);
        return packed.missing().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private int unpack() throws IOException {
        Path folder = FileName.path(file);
        if (!Files.isDirectory(folder)) {
            terminal.report(file + (Files.exists(folder) ? ": is not a folder; name the folder to unpack into"
                    : ": no such folder; make it first, or name another"));
            return ExitCode.WRONG_USAGE;
        }
        Optional<String> obstacle = CaptureFiles.obstacle(paths.getFirst(), "packed case");
        if (obstacle.isPresent()) {
            terminal.report(paths.getFirst() + ": " + obstacle.get());
            return ExitCode.UNREADABLE_INPUT;
        }
        Path made;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            made = CasePackage.read(FileName.path(paths.getFirst()), folder, options.unpackLimit(), progress);
        }
        new CaseText(terminal).write(FileName.text(made));
        return ExitCode.DONE;
    }
}
