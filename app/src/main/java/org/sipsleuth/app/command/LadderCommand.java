package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.DialogChoice;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.ladder.LadderFile;
import org.sipsleuth.app.command.ladder.LifelineOptions;
import org.sipsleuth.app.command.ladder.ModeOptions;
import org.sipsleuth.app.command.ladder.PrintedLadder;
import org.sipsleuth.app.command.listing.LadderRecords;
import org.sipsleuth.app.command.listing.LegHeading;
import org.sipsleuth.app.command.listing.MediaLines;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.problem.ProblemSearch;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.LadderPlan;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.report.ladder.LadderTitle;
import org.sipsleuth.report.ladder.Paper;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.content.StreamArrows;
import org.sipsleuth.report.ladder.content.Wanted;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.report.rows.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth ladder`: dialogs as a message sequence chart.
@Command(name = "ladder", description = "Draws dialogs as a ladder diagram, with one arrow per message.",
        footer = {
            "",
            "Columns of csv and json: frame, time, delta (seconds since the previous message), src,",
            "dst, label, retransmission, call_id (with --legs or several Call-IDs only), file.",
            "",
            "Examples:",
            "  sipsleuth ladder call.pcap",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1 -o ladder.pdf",
            "  sipsleuth ladder call.pcap --call-id leg-a --call-id leg-b -o call.svg",
            "  sipsleuth ladder b2bua.pcap --call-id 1-12345@192.0.2.1 --legs",
            "  sipsleuth ladder call.pcap --media --transactions --states -o call.svg",
            "  sipsleuth ladder call.pcap --notes"})
final class LadderCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRowsAndReport();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Mixin private LegOptions legOptions = new LegOptions();

    @Parameters(paramLabel = "FILE", description = "a capture (pcap, pcapng)") private String file = "";

    @Option(names = "--call-id", paramLabel = "ID",
            description = {
                "the dialog's Call-ID; repeat it to merge several dialogs in order of time. Not"
                        + " needed if the capture has only one dialog"}) private List<String> callIds = List.of();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = {
                "write all rows to this file instead of standard output; the extension selects"
                        + " the format: .svg, .pdf, .png or .txt"}) private @Nullable String output;

    @Option(names = "--paper", paramLabel = "PAPER", defaultValue = "a4",
            description = {
                "paper size of a PDF: a4, a3 or letter; append -portrait or -landscape to fix the"
                        + " orientation, which otherwise depends on the number of hosts (default:"
                        + " ${DEFAULT-VALUE})"}) private String paper = "a4";

    @Mixin private ModeOptions modes = new ModeOptions();

    @Mixin private LifelineOptions lifelines = new LifelineOptions();

    LadderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (StandardOutput.NAME.equals(output)) {
            output = null;
        }
        if (modes.hasNotes() && options.format() != Format.TEXT) {
            terminal.report("ladder: --notes works only with --format text or with -o");
            return ExitCode.WRONG_USAGE;
        }
        Optional<LaneKey> lanes = lifelines.key(terminal);
        Optional<LadderFile> wanted = output == null ? Optional.empty() : wantedFile(output);
        boolean isFileKnown = output == null || wanted.isPresent();
        if (lanes.isEmpty() || !isFileKnown || !modes.areKnown(terminal)) {
            return ExitCode.WRONG_USAGE;
        }
        Optional<Filter> chosen = filter.read(terminal, model.names());
        if (chosen.isEmpty()) {
            return filter.exitCode();
        }
        FileDigests digests = FileDigests.begin(wanted.isPresent() ? List.of(file) : List.of());
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(List.of(file));
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        Optional<List<Integer>> dialogs = new DialogChoice(terminal, file, index.dialogs()).of(callIds);
        if (dialogs.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        Optional<Legs> legs =
                legOptions.wanted() ? Optional.of(legOptions.of(index, terminal, options)) : Optional.empty();
        int[] messages = chosen(index, chosen.get(), messages(index, legs, dialogs.get()));
        if (messages.length == 0) {
            terminal.report("ladder: no message matched --filter, --from and --to");
            return ExitCode.WRONG_USAGE;
        }
        Optional<ProblemSearch> search = hasProblems() ? ProblemSearch.of(terminal, filter) : Optional.empty();
        if (hasProblems() && search.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        List<MediaStream> streams = streams(index, messages);
        Optional<Ladder> laid = ladder(index, messages, lanes.get(), streams);
        int marked = modes.marked(index, messages);
        if (modes.missesFrame(marked)) {
            terminal.report("ladder: the ladder has no message in frame " + modes.frame());
        }
        if (laid.isEmpty() || modes.missesFrame(marked)) {
            return ExitCode.WRONG_USAGE;
        }
        Ladder ladder = laid.get();
        List<String> found = legs.stream().flatMap(all -> annotations(all, dialogs.get())).toList();
        if (options.format() != Format.TEXT) {
            boolean isOne = legs.isEmpty() && dialogs.get().size() == 1;
            new ListingPrinter(terminal, options)
                    .print(isOne ? LadderRecords.ofDialog(index, ladder) : LadderRecords.ofDialogs(index, ladder));
        } else {
            draw(ladder, marked, new Annotations(found, lines(streams), search), wanted, digests);
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// The notes printed with the ladder.
    ///
    /// @param legs which were found, and why
    /// @param media a line for each stream
    /// @param problems reads them, if they are to be marked
    private record Annotations(List<String> legs, List<String> media, Optional<ProblemSearch> problems) {}

    /// Whether messages and streams that show problems are marked.
    private boolean hasProblems() {
        return modes.hasHints() && options.format() == Format.TEXT;
    }

    /// The ladder as it is wanted; empty if that cannot be, and then the user knows why.
    private Optional<Ladder> ladder(SipIndex index, int[] messages, LaneKey lanes, List<MediaStream> streams) {
        HostNames names;
        try {
            names = lifelines.names(index);
        } catch (IOException | InvalidPathException obstacle) {
            terminal.report("ladder: --hosts cannot be read: " + obstacle.getMessage());
            return Optional.empty();
        }
        LadderPlan plan = new LadderPlan(modes.settings().withLanes(lanes), lifelines.arrangement(), names,
                StreamArrows.of(streams));
        Ladder ladder = Ladder.of(index, messages, plan);
        List<String> unknown = lifelines.unknown(ladder);
        if (!unknown.isEmpty()) {
            terminal.report("ladder: no such lifeline: " + String.join(", ", unknown) + "; available: "
                    + LifelineOptions.known(ladder));
        }
        return unknown.isEmpty() ? Optional.of(ladder) : Optional.empty();
    }

    private void draw(Ladder ladder, int marked, Annotations annotations, Optional<LadderFile> wanted,
            FileDigests digests) throws IOException {
        SipIndex index = ladder.index();
        Map<Integer, List<Hint>> hints = modes.hasHints()
                ? LadderNotes.hints(ladder, new ProgressLine(terminal, false, options.faults().to(terminal)))
                : Map.of();
        LadderLayers layers = new LadderLayers(ladder, modes.style());
        List<Integer> dialogs = new CaptureLadder(ladder).dialogs();
        ProblemMarks problems = annotations.problems()
                .flatMap(search -> search.in(index, options.showsProgress()))
                .map(found -> found.marks(index, dialogs))
                .orElse(ProblemMarks.NONE);
        CaptureLadder content = new CaptureLadder(layers, new Wanted(marked, hints, modes.hasNotes(), problems));
        if (wanted.isEmpty()) {
            new PrintedLadder(terminal, options.opened(), options.faults().to(terminal)).print(content, ladder,
                    annotations.legs(), annotations.media());
            return;
        }
        List<String> sums = index.files().stream().map(digests::of).toList();
        List<String> notes = Stream.concat(annotations.legs().stream(), annotations.media().stream()).toList();
        LadderTitle title =
                LadderTitle.of(ladder, content.dialogs(), sums, options.faults().to(terminal)).withNotes(notes);
        wanted.get().write(new LadderDocument(content, title), options.opened(), terminal, options.showsProgress());
    }

    /// The file to write; empty if that cannot be, and then the user knows why.
    private Optional<LadderFile> wantedFile(String name) throws IOException {
        Optional<Paper> sheets = LadderFile.paper(paper);
        if (sheets.isEmpty()) {
            terminal.report("ladder: --paper must be a4, a3 or letter (got " + paper + ")");
            return Optional.empty();
        }
        Optional<LadderFile> wanted = LadderFile.of(name, sheets.get(), rules());
        if (wanted.isEmpty()) {
            terminal.report(
                    "ladder: -o needs a file name with the extension " + LadderFile.endings() + " (got " + name + ")");
        } else if (options.format() != Format.TEXT) {
            terminal.report("ladder: the extension of -o selects the format; for " + options.format()
                    + " redirect standard output: > FILE." + options.format());
            return Optional.empty();
        }
        return wanted;
    }

    private OutputRules rules() {
        return options.outputRules(List.of(file)).with(lifelines.files());
    }

    private static int[] messages(SipIndex index, Optional<Legs> legs, List<Integer> dialogs) {
        return dialogs.stream()
                .flatMapToInt(
                        dialog -> Arrays.stream(legs.isPresent() ? legs.get().flow(dialog) : index.messagesOf(dialog)))
                .distinct() // legs of one call may both be named
                .sorted() // messages are numbered by time
                .toArray();
    }

    /// Those of some messages that shall be drawn.
    private int[] chosen(SipIndex index, Filter wanted, int[] messages) {
        List<Integer> all = Arrays.stream(messages).boxed().toList();
        if (filter.isGiven()) {
            MessageSet fitting = filter.run(wanted, index, terminal, options.showsProgress());
            all = all.stream().filter(fitting::contains).toList();
        }
        return options.limited(all).stream().mapToInt(Integer::intValue).toArray();
    }

    /// Which legs were found, and why.
    private Stream<String> annotations(Legs legs, List<Integer> dialogs) {
        boolean unicode = terminal.isUnicode() || output != null;
        LegHeading heading = new LegHeading(legs, unicode);
        return options.format() == Format.TEXT ? dialogs.stream().flatMap(dialog -> heading.text(dialog).lines())
                : Stream.empty();
    }

    /// The media streams of the dialogs, if they are wanted.
    private List<MediaStream> streams(SipIndex index, int[] messages) throws IOException {
        if (!modes.hasMedia() || options.format() != Format.TEXT) {
            return List.of();
        }
        int[] dialogs = Arrays.stream(messages).map(index.messages()::dialog).distinct().toArray();
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            return MediaStreams.of(index, dialogs, progress).streams();
        }
    }

    private List<String> lines(List<MediaStream> streams) {
        boolean unicode = terminal.isUnicode() || output != null;
        return modes.hasMedia() ? new MediaLines(streams, unicode).lines() : List.of();
    }
}
