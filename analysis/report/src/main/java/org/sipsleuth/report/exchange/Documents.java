package org.sipsleuth.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;

/// Writes documents that are made of maps, lists, texts and numbers.
final class Documents {

    private Documents() {}

    /// Writes a value; the keys of a map in its order.
    static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object each : list) {
                    write(json, each);
                }
                json.writeEndArray();
            }
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> Json.cell(json, Column.Kind.TEXT, value.toString());
        }
    }
}
