package org.sipsleuth.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.evidence.CitedFrames;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.field.Citations;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;

/// Lists of documents that do not grow with the capture: of more values, the first ones are written,
/// beside them how many there are and a filter for all messages that they come from.
final class BoundedLists {

    /// Nobody reads more, and a program that needs all of them has the filter.
    static final int MOST = 1_000;

    /// So many frames of one line of a rationale: there may be hundreds of lines in each of a thousand
    /// findings.
    static final int MOST_OF_A_LINE = 20;

    private static final String COUNT = "_count";
    private static final String FILTER = "_filter";

    private BoundedLists() {}

    /// The first of these values.
    static <T> List<T> first(List<T> all) {
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    /// The same as a cell of CSV, whose last value states what is left out.
    ///
    /// @param filter for the messages of all values
    static String cell(List<String> all, String filter) {
        String cell = Column.list(first(all));
        return all.size() > MOST ? Column.with(cell, "%d in all: %s".formatted(all.size(), filter)) : cell;
    }

    /// Writes texts.
    ///
    /// @param filter for the messages of all values
    static void texts(JsonGenerator json, String name, List<String> all, String filter) throws IOException {
        texts(json, name, first(all));
        cut(json, name, all.size(), filter);
    }

    /// Writes texts of a list that is short by its nature.
    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            Json.cell(json, Column.Kind.TEXT, text);
        }
        json.writeEndArray();
    }

    /// Writes frames, each with its file.
    ///
    /// @param filter for the messages of all of them
    static void frames(JsonGenerator json, String name, CitedFrames frames, List<CaptureSummary> files, String filter)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (FrameNumber frame : frames.first()) {
            json.writeStartObject();
            text(json, "file", files.get(frame.file()).name());
            json.writeNumberField("frame", frame.frame());
            OptionalLong logByte = files.get(frame.file()).logByte(frame.frame());
            if (logByte.isPresent()) {
                json.writeNumberField("log_byte", logByte.getAsLong());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        cut(json, name, frames.first().size(), frames.count(), filter);
    }

    /// Writes how many values there are and the filter, where some are left out.
    static void cut(JsonGenerator json, String name, int count, String filter) throws IOException {
        cut(json, name, MOST, count, filter);
    }

    private static void cut(JsonGenerator json, String name, int written, int count, String filter) throws IOException {
        if (count > written) {
            json.writeNumberField(name + COUNT, count);
            text(json, name + FILTER, filter);
        }
    }

    /// The same of the parties of an incident, for a document of another program.
    ///
    /// @param prefix what the keys begin with
    static Map<String, Object> counts(Incident incident, String prefix) {
        Map<String, Object> counts = new LinkedHashMap<>();
        count(counts, prefix + "actors", incident.actors().names());
        count(counts, prefix + "victims", incident.victims());
        count(counts, prefix + "accounts", incident.accounts());
        if (!counts.isEmpty()) {
            counts.put(prefix + "evidence" + FILTER, Citations.filter(incident));
        }
        return counts;
    }

    private static void count(Map<String, Object> counts, String name, List<String> all) {
        if (all.size() > MOST) {
            counts.put(name + COUNT, all.size());
        }
    }

    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeFieldName(name);
        Json.cell(json, Column.Kind.TEXT, text);
    }
}
