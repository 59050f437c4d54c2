package org.sipsleuth.report.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/// Rows as JSON with an object on each line: one array, or JSON Lines.
final class JsonRows implements RowWriter {

    private final List<Column> columns;
    private final Writer writer;
    private final JsonGenerator json;
    private final boolean areLines;
    private boolean isBegun;

    /// @param areLines whether they are JSON Lines
    JsonRows(List<Column> columns, boolean areLines, Writer writer) throws IOException {
        this.columns = columns;
        this.writer = writer;
        this.areLines = areLines;
        json = areLines ? Json.lines(writer) : Json.separated(writer, ",\n");
    }

    @Override
    public void row(String... cells) throws IOException {
        begin();
        Json.fields(json, columns, cells);
        end();
    }

    @Override
    public void leftOut(Map<String, Long> counts) throws IOException {
        if (counts.values().stream().allMatch(count -> count == 0)) {
            return;
        }
        begin();
        json.writeObjectFieldStart("left_out");
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        end();
    }

    private void begin() throws IOException {
        if (!isBegun && !areLines) {
            writer.write("[\n");
        }
        isBegun = true;
        json.writeStartObject();
    }

    private void end() throws IOException {
        json.writeEndObject();
        if (areLines) {
            Json.endLine(json);
        }
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.flush();
        if (!areLines) {
            writer.write(isBegun ? "\n]\n" : "[]\n");
            writer.flush();
        }
    }
}
