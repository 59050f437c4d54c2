package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.DurationConverter;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.InputArguments;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.input.TimeConverter;
import org.sipsleuth.app.command.ladder.PrintedLadder;
import org.sipsleuth.app.command.listing.ExportRecords;
import org.sipsleuth.app.command.listing.FoundDialogs;
import org.sipsleuth.app.command.listing.LegHeading;
import org.sipsleuth.app.command.listing.MediaLines;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.LadderPlan;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.Exported;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.find.CallGroup;
import org.sipsleuth.find.DamagedCapture;
import org.sipsleuth.find.FindQuery;
import org.sipsleuth.find.FolderIndex;
import org.sipsleuth.find.FolderSearch;
import org.sipsleuth.find.UnsearchedFile;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.content.StreamArrows;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth find`: the calls of a number, user, Call-ID or address in folders of captures.
@Command(name = "find",
        description = {
            "Finds the calls of a telephone number, user, Call-ID or IP address in all captures of"
                    + " directories, whole and with all legs, also where they continue in the next file."
                    + " What each capture holds is kept in a small index in the cache folder, so that only"
                    + " captures that can hold the calls are read."},
        footer = {
            "",
            "Columns of csv and json: those of dialogs, then call (the number of the call that the",
            "dialog is a leg of), from, to (first and last message), file (of the first message).",
            "A number is found in all its forms (+49 30 1234567, 0049301234567, 030 1234567); one",
            "with less than 7 digits, and a name, only as it is. USER@HOST and sip:USER@HOST also",
            "require the host. An address is one of packets, Via, Contact or SDP.",
            "",
            "Examples:",
            "  sipsleuth find 0301234567 /var/spool/captures",
            "  sipsleuth find 0301234567 /var/spool/captures --around 2026-11-20T12:00Z",
            "  sipsleuth find 1-12345@192.0.2.1 /var/spool/captures --ladder",
            "  sipsleuth find 192.0.2.1 captures --around 2026-11-20T12:00Z --within 10m --format csv",
            "  sipsleuth find alice@example.com captures archive -o calls.pcapng"})
final class FindCommand implements CommonOptions.Holder {

    private static final long NANOS_IN_SECOND = 1_000_000_000L;

    private final Terminal terminal;
    private final Path entries;

    private final CommonOptions options = CommonOptions.ofFolders();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Parameters(index = "0", paramLabel = "QUERY",
            description = "a telephone number, user, Call-ID or IP address") private String query = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = InputArguments.FOLDER,
            description = "directories with captures, searched with their subdirectories; or captures") private List<String> files =
                    List.of();

    @Option(names = "--around", paramLabel = "TIME", converter = TimeConverter.class,
            description = "only calls near this time: ISO 8601 (UTC unless it has an offset) or seconds since"
                    + " the epoch") private @Nullable Long around;

    @Option(names = "--within", paramLabel = "DURATION", defaultValue = "1h", converter = DurationConverter.class,
            description = "with --around: how far from it, as 90s, 10m, 2h or 1d (default:"
                    + " ${DEFAULT-VALUE})") private Duration within = Duration.ofHours(1);

    @Option(names = "--ladder",
            description = "draw each call as a ladder diagram with its media, instead of rows") private boolean ladder;

    @Option(names = "--leg-field", paramLabel = "NAME",
            description = "a header field with the Call-ID of another leg, in addition to X-Call-ID, X-CID,"
                    + " X-Original-Call-ID and X-Correlation-ID; can be given several times") private List<String> legFields =
                            List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private int code = ExitCode.DONE;

    /// @param entries the folder of the index
    FindCommand(Terminal terminal, Path entries) {
        this.terminal = terminal;
        this.entries = entries;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        FindQuery asked = FindQuery.of(query);
        if (asked.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "QUERY is empty; name a number, user, Call-ID or address");
        }
        Optional<ExportOutput> target;
        try {
            target = target();
        } catch (ExportException refused) {
            terminal.report("find: " + refused.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        Optional<Filter> wanted = filter.read(terminal, model.names());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        boolean hasMedia = ladder || target.isPresent();
        FolderIndex index;
        List<CallGroup> groups;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            CaptureFiles reader = options.captureFiles(terminal);
            index = FolderIndex.of(named(), entries, reader.options(), progress);
            index.unsearched().forEach(this::report);
            FolderSearch search = new FolderSearch(index, asked, time(), reader.options(), legSettings(), progress);
            groups = search.groups(hasMedia);
            search.unsearched().forEach(this::report);
        }
        index.unstored()
                .filter(_ -> options.showsProgress())
                .ifPresent(obstacle -> terminal
                        .report("the index could not be stored in %s (%s); the next search has to make it again"
                                .formatted(entries, obstacle.getMessage())));
        FoundDialogs found = FoundDialogs.none(options.format() == Format.TEXT, options.faults().to(terminal));
        if (target.isPresent()) {
            export(united(groups), wanted.get(), target.get());
        } else {
            for (CallGroup group : groups) {
                list(group, wanted.get(), found);
            }
        }
        index.damaged().forEach(this::report);
        if (groups.isEmpty() || (target.isEmpty() && found.calls() == 0 && code == ExitCode.DONE)) {
            nothing(index, hasMedia);
        }
        if (!hasMedia) {
            new ListingPrinter(terminal, options).print(found);
        }
        return code;
    }

    private List<Path> named() {
        List<Path> paths = new ArrayList<>();
        for (String name : files) {
            Optional<String> obstacle = CaptureFiles.obstacle(name);
            if (obstacle.isPresent()) {
                terminal.report(name + ": " + obstacle.get());
                code = ExitCode.UNREADABLE_INPUT;
            } else {
                paths.add(FileName.path(name));
            }
        }
        return paths;
    }

    private LegSettings legSettings() {
        return LegSettings.USUAL.withFields(legFields);
    }

    /// The time that is searched.
    private Span time() {
        if (around == null) {
            return FolderSearch.ALWAYS;
        }
        long nanos = within.toSeconds() * NANOS_IN_SECOND;
        return new Span(around - nanos, around + nanos);
    }

    private void report(UnsearchedFile file) {
        String reason = switch (file.cause()) {
            case CaptureChangedException changed -> CaptureFiles.changed(changed);
            case IOException obstacle ->
                    CaptureName.of(file.path()) + ": not searched: " + CaptureObstacle.reason(obstacle);
            case Exception other -> CaptureName.of(file.path()) + ": not searched: " + other.getMessage();
        };
        terminal.report(reason);
        code = ExitCode.UNREADABLE_INPUT;
    }

    private void report(DamagedCapture capture) {
        code = capture.isBeingWritten() ? code : ExitCode.UNREADABLE_INPUT;
        terminal.report(CaptureObstacle.describe(capture));
    }

    private void nothing(FolderIndex index, boolean isNeeded) {
        if (isNeeded && code == ExitCode.DONE) {
            code = ExitCode.WRONG_USAGE;
        }
        if (isNeeded || options.showsProgress()) {
            terminal.report("find: nothing found for %s in %s%s%s".formatted(query,
                    HumanText.count(index.size(), "capture"), around == null ? "" : " at that time",
                    code == ExitCode.UNREADABLE_INPUT ? ", as far as they could be read" : ""));
        }
    }

    /// An index of the files of a group; empty if that cannot be, and then the user knows why.
    private Optional<SipIndex> index(CallGroup group) {
        MemoryNeed need = MemoryNeed.of("find");
        long mebibytes = (long) Math.ceil(need.mebibytes(group.counted()));
        if (!MemoryAdvice.isEnough(Runtime.getRuntime().maxMemory(), mebibytes)) {
            terminal.report(
                    ("find: the calls lie in %s with %s, which need about %d MB of memory; narrow the time, as in"
                            + " --around %s --within 10m, or give the memory with SIPSLEUTH_OPTS=-Xmx%dm")
                            .formatted(HumanText.count(group.files().size(), "capture"),
                                    HumanText.count(group.counted().messages(), "message"), mebibytes,
                                    Instant.ofEpochSecond(Math.floorDiv(group.found().fromNanos(), NANOS_IN_SECOND)),
                                    mebibytes));
            code = ExitCode.WRONG_USAGE;
            return Optional.empty();
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal)
                .withoutDamage()
                .read(group.files().stream().map(FileName::string).toList());
        if (captures.files().size() < group.files().size() || captures.content().isEmpty()) {
            code = ExitCode.UNREADABLE_INPUT;
        }
        return captures.content();
    }

    /// The dialogs of a group that are wanted.
    private int[] dialogs(CallGroup group, SipIndex index, Legs legs, Filter wanted) {
        int[] dialogs = group.dialogs(index, legs);
        if (!filter.isGiven()) {
            return dialogs;
        }
        MessageSet fitting = filter.run(wanted, index, terminal, options.showsProgress());
        Set<Integer> chosen = new HashSet<>(fitting.dialogs().boxed().toList());
        return Arrays.stream(dialogs).filter(chosen::contains).toArray();
    }

    private Legs legs(SipIndex index) {
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            return options.opened().verified(() -> Legs.of(index, legSettings(), progress));
        }
    }

    private void list(CallGroup group, Filter wanted, FoundDialogs found) throws IOException {
        Optional<SipIndex> read = index(group);
        if (read.isEmpty()) {
            return;
        }
        SipIndex index = read.get();
        Legs legs = legs(index);
        for (List<Integer> call : CallGroup.byCall(dialogs(group, index, legs, wanted), legs)) {
            options.opened().verified(() -> {
                found.add(index, call);
                return found;
            });
            if (ladder) {
                draw(index, legs, call, found.calls());
            }
        }
    }

    private void draw(SipIndex index, Legs legs, List<Integer> call, int number) throws IOException {
        int[] messages = call.stream().flatMapToInt(leg -> Arrays.stream(index.messagesOf(leg))).sorted().toArray();
        List<MediaStream> streams;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            streams = MediaStreams.of(index, call.stream().mapToInt(Integer::intValue).toArray(), progress).streams();
        }
        Ladder drawn = Ladder.of(index, messages, LadderPlan.PLAIN.with(StreamArrows.of(streams)));
        Stream<String> heading = call.size() == 1 ? Stream.empty()
                : new LegHeading(legs, terminal.isUnicode()).text(call.getFirst()).lines();
        if (number > 1) {
            Writer writer = terminal.textWriter();
            writer.write("\n");
            writer.flush();
        }
        new PrintedLadder(terminal, options.opened(), options.faults().to(terminal)).print(new CaptureLadder(drawn),
                drawn, heading.toList(), new MediaLines(streams, terminal.isUnicode()).lines());
    }

    /// All groups as one, since they become one capture.
    private static Optional<CallGroup> united(List<CallGroup> groups) {
        return groups.stream().reduce(CallGroup::with);
    }

    private Optional<ExportOutput> target() throws IOException {
        Optional<String> name = options.captureFile();
        return name.isEmpty() ? Optional.empty()
                : Optional.of(ExportOutput.at(FileName.path(name.get()),
                        options.outputRules(Stream.concat(files.stream(), model.names().stream()).toList())));
    }

    private void export(Optional<CallGroup> group, Filter wanted, ExportOutput target) throws IOException {
        Optional<SipIndex> read = group.flatMap(this::index);
        if (read.isEmpty()) {
            return;
        }
        SipIndex index = read.get();
        int[] dialogs = dialogs(group.get(), index, legs(index), wanted);
        if (dialogs.length == 0) {
            terminal.report("find: no message matched --filter, --from and --to");
            code = ExitCode.WRONG_USAGE;
            return;
        }
        ExportRequest request = ExportRequest.ofDialogs(index, dialogs, true, options.captureFiles(terminal).options());
        Exported exported;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            exported = CaptureExport.write(index, request, target, progress);
        } catch (ExportException refused) {
            terminal.report("find: " + refused.getMessage());
            code = ExitCode.WRONG_USAGE;
            return;
        }
        ExportRecords records = new ExportRecords(exported, options.captureFile().orElseThrow());
        if (options.format() == Format.TEXT) {
            Writer out = terminal.textWriter();
            records.report(true, out);
            out.flush();
        } else {
            new ListingPrinter(terminal, options).print(records);
        }
    }
}
