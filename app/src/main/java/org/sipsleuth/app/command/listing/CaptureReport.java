package org.sipsleuth.app.command.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.output.VisibleText;

/// What is in each capture file and what could not be read, for people.
public final class CaptureReport {

    private static final int HEADING_CELLS = 14;
    private static final int EXAMPLES = 3;

    private final Terminal terminal;
    private final boolean colour;

    /// @param colour whether it may be coloured
    public CaptureReport(Terminal terminal, boolean colour) {
        this.terminal = terminal;
        this.colour = colour;
    }

    /// Writes a paragraph for each file, and how several follow each other and what they cover.
    public void write(List<CaptureSummary> files, FileDigests digests, Writer writer) throws IOException {
        boolean first = true;
        for (CaptureSummary file : files) {
            if (!first) {
                writer.write('\n');
            }
            first = false;
            write(file, sha256(file, digests), writer);
        }
        if (files.size() > 1) {
            writeOrder(files, writer);
        }
    }

    private void writeOrder(List<CaptureSummary> files, Writer writer) throws IOException {
        writer.write("\n" + paint(Style.BOLD, "File order") + "\n");
        for (OrderLines.Line line : new OrderLines(files, terminal.isUnicode()).lines()) {
            writer.write(paint(line.isGap() ? Style.YELLOW : Style.PLAIN, line.text()) + "\n");
        }
        writer.write("\n" + paint(Style.BOLD, "Coverage") + "\n");
        for (String line : new CoverageLines(files, terminal.isUnicode()).lines()) {
            writer.write(line + "\n");
        }
    }

    private void write(CaptureSummary file, String sha256, Writer writer) throws IOException {
        writer.write(paint(Style.BOLD, visible(file.name())) + "\n");
        line(writer, "SHA-256", sha256);
        line(writer, "Format", file.format().text() + " (" + linkTypes(file) + ")");
        line(writer, "Size", size(file.bytes()));
        line(writer, "Time", time(file));
        line(writer, "Frames",
                file.log().isEmpty() ? HumanText.count(file.frames()) : "none, but " + entries(file.frames()));
        if (file.repeatedFrames() > 0) {
            String repeated = HumanText.count(file.repeatedFrames(), "frame");
            line(writer, "Repeated", repeated + " already in another file");
        }
        line(writer, "SIP messages", HumanText.count(file.messages()));
        line(writer, "Dialogs", HumanText.count(file.dialogs()));
        String heading = "Not decoded";
        for (UnreadFrames unread : file.unread()) {
            line(writer, heading, unread.reason() + ": " + frames(file, unread));
            heading = "";
        }
        if (file.gaps().gaps() > 0) {
            line(writer, "Not captured", gaps(file));
        }
        heading = "Defects";
        for (Map.Entry<String, Long> defect : file.defects().entrySet()) {
            String messages = HumanText.count(defect.getValue(), "message");
            line(writer, heading, defect.getKey() + ": " + messages);
            heading = "";
        }
        if (file.log().isEmpty()) {
            notes(file.notes(), writer);
        } else {
            facts(file.notes().comments(), writer);
        }
        if (file.damage().isPresent()) {
            Damage damage = file.damage().get();
            String offset = HumanText.count(damage.offset());
            String label = damage.isLimit() ? "Not read" : "Damaged";
            line(writer, Style.RED, label, "from byte " + offset + " on: " + damage.what());
        }
    }

    private static String sha256(CaptureSummary file, FileDigests digests) {
        if (!digests.has(file.path())) {
            return "not computed for large files (use --sha256)";
        }
        String sha256 = digests.of(file);
        return sha256.isEmpty() ? "not available: the file could not be read or changed while it was read" : sha256;
    }

    /// What a text log states, and what it does not.
    private void facts(List<CaptureNotes.Comment> facts, Writer writer) throws IOException {
        String heading = "Text log";
        for (CaptureNotes.Comment fact : facts) {
            line(writer, heading, fact.text());
            heading = "";
        }
    }

    private void notes(CaptureNotes notes, Writer writer) throws IOException {
        if (notes.dropped() > 0) {
            String packets = HumanText.count(notes.dropped(), "packet");
            line(writer, "Lost", packets + " during capture, as reported by the file");
        }
        if (notes.snapped() > 0) {
            line(writer, "Cut short", HumanText.count(notes.snapped(), "frame") + " (snap length)");
        }
        if (notes.secretsLeftOut() > 0) {
            String blocks = HumanText.count(notes.secretsLeftOut(), "block");
            line(writer, "Secrets", blocks + " of TLS secrets not read: over 16 MiB in total");
        }
        if (!notes.names().isEmpty()) {
            line(writer, "Names", HumanText.count(notes.names().size()) + " of resolved addresses");
        }
        if (notes.commentCount() > 0) {
            line(writer, "Comments", HumanText.count(notes.commentCount()));
        }
        for (CaptureNotes.Comment comment : notes.comments().subList(0, Math.min(EXAMPLES, notes.comments().size()))) {
            String where = comment.frame() == 0 ? "file" : "frame " + comment.frame();
            line(writer, "", where + ": " + comment.text());
        }
    }

    private static String linkTypes(CaptureSummary file) {
        return file.linkTypes().isEmpty() ? "no interface" : String.join(", ", file.linkTypes());
    }

    private static String size(long bytes) {
        String exact = HumanText.count(bytes, "byte");
        return bytes < 1000 ? exact : HumanText.size(bytes) + " (" + exact + ")";
    }

    private static String time(CaptureSummary file) {
        if (file.frames() == 0) {
            return "no frames";
        }
        TimeParts parts = TimeParts.of(file.firstNanos());
        if (parts == TimeParts.NONE) {
            return "not stated by the log";
        }
        return HumanText.moment(file.firstNanos(), file.timeDigits()) + " to "
                + HumanText.moment(file.lastNanos(), file.timeDigits()) + (parts == TimeParts.FULL ? " UTC (" : " (")
                + HumanText.duration(Math.max(0, file.lastNanos() - file.firstNanos())) + ")";
    }

    private static String frames(CaptureSummary file, UnreadFrames unread) {
        return (file.log().isEmpty() ? HumanText.count(unread.frames(), "frame") : entries(unread.frames()))
                + examples(file, "", unread.examples(), unread.frames());
    }

    private static String entries(long count) {
        return count == 1 ? "1 entry" : HumanText.count(count) + " entries";
    }

    private static String gaps(CaptureSummary file) {
        StreamGaps gaps = file.gaps();
        return HumanText.count(gaps.bytes(), "byte") + " of TCP streams with SIP, in "
                + HumanText.count(gaps.gaps(), "place") + examples(file, "next to frame ", gaps.frames(), gaps.gaps());
    }

    private static String examples(CaptureSummary file, String before, List<FrameNumber> frames, long all) {
        List<String> examples = frames.stream().limit(EXAMPLES).map(frame -> file.frameText(frame.frame())).toList();
        String more = all > examples.size() ? " …" : "";
        return examples.isEmpty() ? "" : examples.stream().collect(Collectors.joining(", ", " (" + before, more + ")"));
    }

    private void line(Writer writer, String heading, String text) throws IOException {
        line(writer, Style.PLAIN, heading, text);
    }

    private void line(Writer writer, Style style, String heading, String text) throws IOException {
        writer.write("  " + heading + " ".repeat(HEADING_CELLS - heading.length()));
        writer.write(paint(style, visible(text)) + "\n");
    }

    private String visible(String text) {
        String plain = terminal.isUnicode() ? text : text.replace("…", "...");
        return VisibleText.of(plain, terminal.isUnicode());
    }

    private String paint(Style style, String text) {
        return colour ? style.paint(text) : text;
    }
}
