package org.sipsleuth.app.command.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

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
        if (!isBegun && !areLines) {
            writer.write("[\n");
        }
        isBegun = true;
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            Json.field(json, columns.get(i), cells[i]);
        }
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
