package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.DialogChoice;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.DialogComparisonRecords;
import org.sipsleuth.app.command.listing.MessageComparisonRecords;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.output.VerifiedWriter;
import org.sipsleuth.compare.DialogComparison;
import org.sipsleuth.compare.MessageComparison;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.compare.DialogComparisonText;
import org.sipsleuth.report.compare.MessageComparisonText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth compare`: two dialogs, or two messages, side by side.
@Command(name = "compare", description = {
    "Compares two dialogs, or two messages, of a capture side by side. Exits with 0 whether or not they differ."},
        footer = {
            "",
            "Columns of csv and json, for dialogs: difference (same, other_type, only_left,",
            "only_right), other_way, other_pause, left_frame, left_type, left_src, left_dst,",
            "left_delta, and the same with right, left_file, right_file; for messages: difference",
            "(same, changed, only_left, only_right), moved, part (start, header, body), name, left,",
            "right.",
            "",
            "Examples:",
            "  sipsleuth compare call.pcap --call-id good@host --call-id bad@host",
            "  sipsleuth compare call.pcap --frame 1 --frame 7"})
final class CompareCommand implements CommonOptions.Holder {

    private static final int SIDES = 2;

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofResult();

    @Parameters(paramLabel = "FILE", description = "a capture (pcap, pcapng)") private String file = "";

    @Option(names = "--call-id", paramLabel = "ID",
            description = "Call-ID of a dialog; specify it twice, the left dialog first") private List<String> callIds =
                    List.of();

    @Option(names = "--frame", paramLabel = "N", description = {
        "number of the frame that completes a message; specify it twice, the left message"
                + " first. If a frame holds several messages, the first is used"}) private List<Integer> frames =
                        List.of();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        boolean dialogs = callIds.size() == SIDES && frames.isEmpty();
        boolean messages = frames.size() == SIDES && callIds.isEmpty();
        if (!dialogs && !messages) {
            terminal.report("compare: select two dialogs with --call-id, or two messages with --frame");
            return ExitCode.WRONG_USAGE;
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(List.of(file));
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        boolean isFound = dialogs ? compareDialogs(index) : compareMessages(index);
        if (!isFound) {
            return ExitCode.WRONG_USAGE;
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private boolean compareDialogs(SipIndex index) throws IOException {
        DialogChoice choice = new DialogChoice(terminal, file, index.dialogs());
        Optional<List<Integer>> left = choice.of(callIds.subList(0, 1));
        Optional<List<Integer>> right = choice.of(callIds.subList(1, SIDES));
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        DialogComparison comparison;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            comparison = DialogComparison.of(index, left.get().getFirst(), right.get().getFirst(), progress);
        }
        print(new DialogComparisonRecords(comparison),
                out -> new DialogComparisonText(comparison, terminal.isUnicode(), terminal.columns()).writeTo(out));
        return true;
    }

    private boolean compareMessages(SipIndex index) throws IOException {
        int left = message(index, frames.getFirst());
        int right = message(index, frames.getLast());
        if (left < 0 || right < 0) {
            return false;
        }
        MessageComparison comparison = MessageComparison.of(index.bytes(left), index.bytes(right));
        print(new MessageComparisonRecords(comparison),
                out -> new MessageComparisonText(comparison, terminal.isUnicode(), terminal.columns()).writeTo(out,
                        heading(index, left), heading(index, right)));
        return true;
    }

    private int message(SipIndex index, int frame) {
        MessageTable messages = index.messages();
        for (int message = 0; message < messages.size(); message++) {
            if (messages.frame(message) == frame) {
                return message;
            }
        }
        terminal.report("no message ends in frame " + frame + " of " + file);
        terminal.report("list of messages: sipsleuth messages " + file);
        return -1;
    }

    private static String heading(SipIndex index, int message) {
        MessageTable messages = index.messages();
        return index.citation(message) + ": " + messages.endpoint(messages.source(message)) + " -> "
                + messages.endpoint(messages.destination(message));
    }

    /// Writes text for people.
    @FunctionalInterface
    private interface Printed {
        void writeTo(Writer out) throws IOException;
    }

    private void print(Listing records, Printed text) throws IOException {
        if (options.format() != Format.TEXT) {
            new ListingPrinter(terminal, options).print(records);
            return;
        }
        Writer writer = new VerifiedWriter(terminal.textWriter(), options.opened());
        text.writeTo(writer);
        writer.flush();
    }
}
