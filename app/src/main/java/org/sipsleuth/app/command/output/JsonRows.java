package org.sipsleuth.app.command.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows as one JSON array with an object on each line.
final class JsonRows implements RowWriter {

    private final List<Column> columns;
    private final JsonGenerator json;

    JsonRows(List<Column> columns, Writer writer) throws IOException {
        this.columns = columns;
        json = Json.rows(writer);
        json.writeStartArray();
    }

    @Override
    public void row(String... cells) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            json.writeFieldName(column.name());
            Json.cell(json, column.kind(), cells[i]);
        }
        json.writeEndObject();
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.flush();
    }
}
