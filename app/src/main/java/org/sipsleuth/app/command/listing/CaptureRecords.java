package org.sipsleuth.app.command.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.coverage.Coverage;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.dialog.order.CaptureTimeline;
import org.sipsleuth.dialog.order.FilePlace;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.report.rows.Listing;

/// A record per capture file, for other programs. The names of its columns and keys are a contract.
public final class CaptureRecords implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.text("file"), Column.text("sha256"),
            Column.text("format"), Column.number("bytes"), Column.list("link_types"), Column.number("packets"),
            Column.number("sip_messages"), Column.number("dialogs"), Column.time("first_time"),
            Column.time("last_time"), Column.text("not_decoded"), Column.text("defects"), Column.bool("truncated"));

    private final List<CaptureSummary> files;
    private final FileDigests digests;
    private final CaptureTimeline order;
    private final int[] positions;
    private final Coverages coverages;

    /// Of the times of each coverage.
    private final int[] coverageDigits;

    public CaptureRecords(List<CaptureSummary> files, FileDigests digests) {
        this.files = List.copyOf(files);
        this.digests = digests;
        this.order = CaptureTimeline.of(files);
        this.positions = order.positions();
        this.coverages = CaptureSummary.coverages(files);
        this.coverageDigits = new int[coverages.all().size()];
        for (int file = 0; file < files.size(); file++) {
            int number = coverages.number(file);
            coverageDigits[number] = Math.max(coverageDigits[number], files.get(file).timeDigits());
        }
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public String[] row(int row) {
        CaptureSummary file = files.get(row);
        return new String[]{
            file.name(),
            digests.of(file),
            file.format().text(),
            Long.toString(file.bytes()),
            Column.list(file.linkTypes()),
            Long.toString(file.frames()),
            Long.toString(file.messages()),
            Long.toString(file.dialogs()),
            file.frames() == 0 ? "" : HumanText.seconds(file.firstNanos(), file.timeDigits()),
            file.frames() == 0 ? "" : HumanText.seconds(file.lastNanos(), file.timeDigits()),
            joined(notDecoded(file)),
            joined(file.defects()),
            Boolean.toString(file.damage().isPresent())};
    }

    private static Map<String, Long> notDecoded(CaptureSummary file) {
        return file.unread()
                .stream()
                .collect(Collectors.toMap(UnreadFrames::reason, UnreadFrames::frames, Long::sum, LinkedHashMap::new));
    }

    private static String joined(Map<String, Long> counts) {
        return counts.entrySet()
                .stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining("; "));
    }

    /// Writes the same as JSON objects, in which lists and counts keep their shape.
    public void writeJson(JsonGenerator json, Json.Part after) throws IOException {
        for (int row = 0; row < files.size(); row++) {
            CaptureSummary file = files.get(row);
            String[] cells = row(row);
            json.writeStartObject();
            for (int i = 0; i < cells.length; i++) {
                Column column = COLUMNS.get(i);
                switch (column.name()) {
                    case "not_decoded" -> counts(json, column.name(), notDecoded(file));
                    case "defects" -> counts(json, column.name(), file.defects());
                    default -> Json.field(json, column, cells[i]);
                }
            }
            gaps(json, file.gaps());
            place(json, row);
            coverage(json, row);
            notes(json, file.notes());
            if (file.damage().isPresent()) {
                damage(json, file.damage().get());
            }
            json.writeEndObject();
            after.write(json);
        }
    }

    private static void gaps(JsonGenerator json, StreamGaps gaps) throws IOException {
        json.writeObjectFieldStart("tcp_gaps");
        json.writeNumberField("gaps", gaps.gaps());
        json.writeNumberField("bytes", gaps.bytes());
        json.writeArrayFieldStart("frames");
        for (FrameNumber frame : gaps.frames()) {
            json.writeNumber(frame.frame());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// How the file follows the others in time.
    private void place(JsonGenerator json, int row) throws IOException {
        CaptureSummary file = files.get(row);
        FilePlace place = order.places().get(positions[row]);
        json.writeNumberField("repeated_frames", file.repeatedFrames());
        json.writeNumberField("place", positions[row] + 1);
        String gap = "";
        if (place instanceof FilePlace.Later later) {
            CaptureSummary other = files.get(later.before());
            int digits = Math.max(file.timeDigits(), other.timeDigits());
            gap = HumanText.seconds(later.gapNanos(), digits);
            json.writeFieldName("previous");
            Json.cell(json, Column.Kind.TEXT, other.name());
        } else {
            json.writeNullField("previous");
        }
        json.writeFieldName("gap");
        Json.cell(json, Column.Kind.NUMBER, gap);
        json.writeBooleanField("hole", place instanceof FilePlace.After after && after.isGap());
    }

    /// The coverage that the file belongs to.
    private void coverage(JsonGenerator json, int row) throws IOException {
        Coverage coverage = coverages.of(row);
        Span captured = coverage.captured();
        int digits = coverageDigits[coverages.number(row)];
        boolean hasFrames = !captured.isEmpty();
        json.writeNumberField("coverage", coverages.number(row) + 1);
        json.writeFieldName("coverage_first_time");
        String first = hasFrames ? HumanText.seconds(captured.fromNanos(), digits) : "";
        Json.cell(json, Column.Kind.NUMBER, first);
        json.writeFieldName("coverage_last_time");
        String last = hasFrames ? HumanText.seconds(captured.toNanos(), digits) : "";
        Json.cell(json, Column.Kind.NUMBER, last);
    }

    private static void list(JsonGenerator json, List<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            Json.cell(json, Column.Kind.TEXT, text);
        }
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void notes(JsonGenerator json, CaptureNotes notes) throws IOException {
        json.writeNumberField("dropped", notes.dropped());
        json.writeNumberField("snapped", notes.snapped());
        json.writeNumberField("secrets_left_out", notes.secretsLeftOut());
        json.writeFieldName("interfaces");
        list(json, notes.interfaces());
        json.writeNumberField("comment_count", notes.commentCount());
        json.writeArrayFieldStart("comments");
        for (CaptureNotes.Comment comment : notes.comments()) {
            json.writeStartObject();
            json.writeNumberField("frame", comment.frame());
            json.writeFieldName("text");
            Json.cell(json, Column.Kind.TEXT, comment.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("names");
        for (Map.Entry<String, String> name : byAddress(notes).entrySet()) {
            json.writeFieldName(name.getKey());
            Json.cell(json, Column.Kind.TEXT, name.getValue());
        }
        json.writeEndObject();
    }

    private static Map<String, String> byAddress(CaptureNotes notes) {
        Map<String, String> names = new TreeMap<>();
        notes.names().forEach((address, name) -> names.put(new Endpoint(address, 0).host(), name));
        return names;
    }

    private static void damage(JsonGenerator json, Damage damage) throws IOException {
        json.writeObjectFieldStart("damage");
        json.writeNumberField("offset", damage.offset());
        json.writeStringField("what", damage.what());
        json.writeBooleanField("limit", damage.isLimit());
        json.writeEndObject();
    }
}
