package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.NearestWords;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.FlowRecords;
import org.sipsleuth.app.command.listing.LadderRecords;
import org.sipsleuth.app.command.listing.LadderText;
import org.sipsleuth.app.command.listing.LegHeading;
import org.sipsleuth.app.command.listing.Listing;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.report.output.NewFile;
import org.sipsleuth.report.output.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth ladder`: a dialog as a message sequence chart.
@Command(
        name = "ladder",
        description = "Draws a dialog as a ladder: a line per message from host to host.",
        footer = {
            "",
            "Columns of csv and json: frame, time, delta (seconds since the message before), src,",
            "dst, label, retransmission; with --legs, call_id.",
            "",
            "Examples:",
            "  sipsleuth ladder call.pcap",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1 -o ladder.txt",
            "  sipsleuth ladder b2bua.pcap --call-id 1-12345@192.0.2.1 --legs"
        })
final class LadderCommand implements Callable<Integer> {

    private static final int CALL_IDS_NAMED = 10;

    private final Terminal terminal;

    @Mixin private CommonOptions options = new CommonOptions();

    @Mixin private LegOptions legOptions = new LegOptions();

    @Parameters(paramLabel = "FILE", description = "a capture (pcap, pcapng)")
    private String file = "";

    @Option(
            names = "--call-id",
            paramLabel = "ID",
            description = "the dialog's Call-ID; not needed if the capture has only one dialog")
    private @Nullable String callId;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.txt",
            description = "write the text to this file (UTF-8) instead of standard output")
    private @Nullable String output;

    LadderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (output != null && !isWritableFormat(output)) {
            return ExitCode.WRONG_USAGE;
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(List.of(file));
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        int dialog = dialog(index.dialogs());
        if (dialog < 0) {
            return ExitCode.WRONG_USAGE;
        }
        int code = write(index, dialog);
        return code == ExitCode.DONE && !captures.isComplete() ? ExitCode.UNREADABLE_INPUT : code;
    }

    private boolean isWritableFormat(String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
            terminal.say("ladder: -o writes text, to a name that ends with .txt; not " + name);
            return false;
        }
        if (options.format() != Format.TEXT) {
            terminal.say(
                    "ladder: -o writes text; for "
                            + options.format()
                            + " redirect the output: > FILE."
                            + options.format());
            return false;
        }
        return true;
    }

    // The dialog that is meant; -1 if that cannot be told, and then the user knows why.
    private int dialog(DialogTable dialogs) {
        if (callId != null) {
            int found = dialogs.find(callId);
            if (found < 0) {
                terminal.say("no dialog has the Call-ID " + callId);
                name("nearest:", NearestWords.to(callId, all(dialogs), CALL_IDS_NAMED));
            }
            return found;
        }
        if (dialogs.size() == 1) {
            return 0;
        }
        if (dialogs.size() == 0) {
            terminal.say(file + ": no SIP message, so no dialog to draw");
        } else {
            terminal.say("the capture has " + dialogs.size() + " dialogs; name one by --call-id");
            name(
                    "",
                    IntStream.range(0, Math.min(CALL_IDS_NAMED, dialogs.size()))
                            .mapToObj(dialogs::callId)
                            .toList());
            if (dialogs.size() > CALL_IDS_NAMED) {
                terminal.say("all of them: sipsleuth dialogs " + file);
            }
        }
        return -1;
    }

    private static Iterable<String> all(DialogTable dialogs) {
        return () -> IntStream.range(0, dialogs.size()).mapToObj(dialogs::callId).iterator();
    }

    private void name(String what, List<String> callIds) {
        for (String id : callIds) {
            terminal.say(what + "  --call-id " + quoted(id));
        }
    }

    private static String quoted(String id) {
        return id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.@:+".indexOf(c) >= 0)
                        && !id.isEmpty()
                ? id
                : "'" + id.replace("'", "'\\''") + "'";
    }

    private int write(SipIndex index, int dialog) throws IOException {
        String heading = heading(index.dialogs(), dialog);
        if (!legOptions.wanted()) {
            Ladder ladder = Ladder.of(index, index.messagesOf(dialog));
            return write(index, ladder, new LadderRecords(index, ladder), heading + "\n");
        }
        Legs legs = legOptions.of(index, terminal, options);
        Ladder flow = Ladder.of(index, legs.flow(dialog));
        boolean unicode = terminal.isUnicode() || output != null;
        String found =
                options.format() == Format.TEXT ? new LegHeading(legs, unicode).text(dialog) : "";
        return write(index, flow, new FlowRecords(index, flow), heading + found + "\n");
    }

    private String heading(DialogTable dialogs, int dialog) {
        String line = "Call-ID " + dialogs.callId(dialog) + ", " + dialogs.state(dialog).text();
        return VisibleText.of(line, terminal.isUnicode() || output != null) + "\n";
    }

    private int write(SipIndex index, Ladder ladder, Listing records, String heading)
            throws IOException {
        if (options.format() != Format.TEXT) {
            new ListingPrinter(terminal, options).print(records);
            return ExitCode.DONE;
        }
        if (output == null) {
            Writer writer = terminal.textWriter();
            writer.write(heading);
            new LadderText(index, ladder, terminal.isUnicode(), terminal.columns()).writeTo(writer);
            writer.flush();
            return ExitCode.DONE;
        }
        StringBuilder text = new StringBuilder(heading);
        new LadderText(index, ladder, true, terminal.columns()).writeTo(text);
        return save(text.toString(), output);
    }

    private int save(String text, String name) {
        try {
            NewFile.write(Path.of(name), text);
            return ExitCode.DONE;
        } catch (IOException | InvalidPathException obstacle) {
            terminal.say(name + ": cannot be written: " + obstacle.getMessage());
            return ExitCode.UNWRITABLE_OUTPUT;
        }
    }
}
