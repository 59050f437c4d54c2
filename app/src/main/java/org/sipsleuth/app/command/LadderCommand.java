package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.DialogChoice;
import org.sipsleuth.app.command.input.FileDigests;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.FlowRecords;
import org.sipsleuth.app.command.listing.LadderFile;
import org.sipsleuth.app.command.listing.LadderRecords;
import org.sipsleuth.app.command.listing.LegHeading;
import org.sipsleuth.app.command.listing.MediaLines;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.report.ladder.CaptureLadder;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.report.ladder.LadderNotes;
import org.sipsleuth.report.ladder.LadderText;
import org.sipsleuth.report.ladder.LadderTitle;
import org.sipsleuth.report.ladder.Paper;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.RunMonitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth ladder`: dialogs as a message sequence chart.
@Command(
        name = "ladder",
        description = "Draws dialogs as a ladder: a line per message from host to host.",
        footer = {
            "",
            "Columns of csv and json: frame, time, delta (seconds since the message before), src,",
            "dst, label, retransmission; with --legs or several Call-IDs, call_id.",
            "",
            "Examples:",
            "  sipsleuth ladder call.pcap",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1 -o ladder.pdf",
            "  sipsleuth ladder call.pcap --call-id leg-a --call-id leg-b -o call.svg",
            "  sipsleuth ladder b2bua.pcap --call-id 1-12345@192.0.2.1 --legs",
            "  sipsleuth ladder call.pcap --notes"
        })
final class LadderCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private CommonOptions options = new CommonOptions();

    @Mixin private LegOptions legOptions = new LegOptions();

    @Parameters(paramLabel = "FILE", description = "a capture (pcap, pcapng)")
    private String file = "";

    @Option(
            names = "--call-id",
            paramLabel = "ID",
            description = {
                "the dialog's Call-ID; given several times, the dialogs are merged by time. Not"
                        + " needed if the capture has only one dialog"
            })
    private List<String> callIds = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = {
                "write all rows to this file instead of standard output; its ending says how:"
                        + " .svg, .pdf, .png or .txt"
            })
    private @Nullable String output;

    @Option(
            names = "--paper",
            paramLabel = "PAPER",
            defaultValue = "a4",
            description = {
                "the paper of a PDF: a4, a3 or letter, with -portrait or -landscape behind it if"
                        + " the number of hosts shall not decide (default: ${DEFAULT-VALUE})"
            })
    private String paper = "a4";

    @Option(
            names = "--media",
            description = "tell the media streams too, a line for each; not in csv and json")
    private boolean hasMedia;

    @Option(
            names = "--notes",
            description = "below, what each message means, and hints, with the RFC and section")
    private boolean notes;

    LadderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (notes && (output != null || options.format() != Format.TEXT)) {
            terminal.say("ladder: --notes goes with text on standard output only");
            return ExitCode.WRONG_USAGE;
        }
        Optional<LadderFile> wanted = Optional.empty();
        if (output != null) {
            wanted = wantedFile(output);
            if (wanted.isEmpty()) {
                return ExitCode.WRONG_USAGE;
            }
        }
        FileDigests digests = FileDigests.begin(wanted.isPresent() ? List.of(file) : List.of());
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(List.of(file));
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        Optional<List<Integer>> dialogs =
                new DialogChoice(terminal, file, index.dialogs()).of(callIds);
        if (dialogs.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        Optional<Legs> legs =
                legOptions.wanted()
                        ? Optional.of(legOptions.of(index, terminal, options))
                        : Optional.empty();
        Ladder ladder = Ladder.of(index, messages(index, legs, dialogs.get()));
        List<String> found = legs.stream().flatMap(all -> told(all, dialogs.get())).toList();
        List<String> media = media(index, ladder);
        if (wanted.isPresent()) {
            List<String> sums =
                    index.files().stream().map(each -> digests.of(each.path())).toList();
            CaptureLadder content = new CaptureLadder(ladder);
            List<String> notes = Stream.concat(found.stream(), media.stream()).toList();
            LadderTitle title = LadderTitle.of(ladder, content.dialogs(), sums).withNotes(notes);
            LadderDocument document = new LadderDocument(content, title);
            if (!wanted.get().write(document, terminal, options.showsProgress())) {
                return ExitCode.UNWRITABLE_OUTPUT;
            }
        } else if (options.format() == Format.TEXT) {
            print(ladder, found, media);
        } else {
            boolean isOne = legs.isEmpty() && dialogs.get().size() == 1;
            new ListingPrinter(terminal, options)
                    .print(
                            isOne
                                    ? new LadderRecords(index, ladder)
                                    : new FlowRecords(index, ladder));
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// The file to write; empty if that cannot be, and then the user knows why.
    private Optional<LadderFile> wantedFile(String name) {
        Optional<Paper> sheets = LadderFile.paper(paper);
        if (sheets.isEmpty()) {
            terminal.say("ladder: --paper is a4, a3 or letter; not " + paper);
            return Optional.empty();
        }
        Optional<LadderFile> wanted = LadderFile.of(name, sheets.get());
        if (wanted.isEmpty()) {
            terminal.say(
                    "ladder: -o needs a name that ends with "
                            + LadderFile.endings()
                            + "; not "
                            + name);
        } else if (options.format() != Format.TEXT) {
            terminal.say(
                    "ladder: the ending of -o says the format; for "
                            + options.format()
                            + " redirect the output: > FILE."
                            + options.format());
            return Optional.empty();
        }
        return wanted;
    }

    private static int[] messages(SipIndex index, Optional<Legs> legs, List<Integer> dialogs) {
        return dialogs.stream()
                .flatMapToInt(
                        dialog ->
                                Arrays.stream(
                                        legs.isPresent()
                                                ? legs.get().flow(dialog)
                                                : index.messagesOf(dialog)))
                .distinct() // legs of one call may both be named
                .sorted() // messages are numbered by time
                .toArray();
    }

    /// Which legs were found, and why.
    private Stream<String> told(Legs legs, List<Integer> dialogs) {
        boolean unicode = terminal.isUnicode() || output != null;
        LegHeading heading = new LegHeading(legs, unicode);
        return options.format() == Format.TEXT
                ? dialogs.stream().flatMap(dialog -> heading.text(dialog).lines())
                : Stream.empty();
    }

    /// A line for each media stream of the dialogs, if they are wanted.
    private List<String> media(SipIndex index, Ladder ladder) throws IOException {
        if (!hasMedia || options.format() != Format.TEXT) {
            return List.of();
        }
        int[] dialogs =
                IntStream.range(0, ladder.size())
                        .map(row -> index.messages().dialog(ladder.message(row)))
                        .distinct()
                        .toArray();
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            MediaStreams found = MediaStreams.of(index, dialogs, progress);
            boolean unicode = terminal.isUnicode() || output != null;
            return new MediaLines(found.streams(), unicode).lines();
        }
    }

    private void print(Ladder ladder, List<String> found, List<String> media) throws IOException {
        CaptureLadder content = new CaptureLadder(ladder);
        LadderTitle title = LadderTitle.of(ladder, content.dialogs(), List.of());
        Writer writer = terminal.textWriter();
        boolean unicode = terminal.isUnicode();
        writer.write(VisibleText.of(title.heading(), unicode) + "\n");
        for (String dialog : title.dialogs()) {
            writer.write(VisibleText.of(dialog, unicode) + "\n");
        }
        for (String line : found) {
            writer.write(line + "\n");
        }
        writer.write("\n");
        new LadderText(content, unicode, terminal.columns()).writeTo(writer, RunMonitor.NONE);
        if (!media.isEmpty()) {
            writer.write("\n" + String.join("\n", media) + "\n");
        }
        if (notes) {
            new LadderNotes(ladder, unicode).writeTo(writer);
        }
        writer.flush();
    }
}
