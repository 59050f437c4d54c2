package org.sipsleuth.truth.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/// Breaks a truth file into lines: one for each of its fields, and for each row of its lists.
final class TruthLines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        super.writeStartObject(json);
        if (json.getOutputContext().inRoot()) {
            json.writeRaw('\n');
        }
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(json.getOutputContext().getParent().inRoot() ? ",\n" : ",");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        JsonStreamContext above = json.getOutputContext().getParent();
        json.writeRaw(above.getParent().inRoot() ? ",\n" : ",");
    }
}
