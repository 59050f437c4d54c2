package org.sipsleuth.report.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Serial;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.run.FaultSink;

/// JSON as all commands write it. Closing or flushing a generator never closes the stream below.
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory().setCharacterEscapes(new UnseenEscapes());

    /// What the key of a time ends with whose value is ISO 8601.
    private static final String ISO = "_iso";

    private Json() {}

    /// A part of a document.
    @FunctionalInterface
    public interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /// The keys of one of many.
    @FunctionalInterface
    public interface Fields<T> {
        void write(JsonGenerator json, T each) throws IOException;
    }

    /// A generator of objects enclosed by these characters.
    static JsonGenerator separated(Writer writer, String separator) throws IOException {
        return FACTORY.createGenerator(writer).setRootValueSeparator(new SerializedString(separator));
    }

    /// A generator of JSON Lines: each object is ended by [#endLine].
    public static JsonGenerator lines(Writer writer) throws IOException {
        return separated(writer, "");
    }

    /// Ends the line of an object.
    public static void endLine(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    /// Ends a document.
    public static void end(JsonGenerator json) throws IOException {
        endLine(json);
        json.flush();
    }

    /// A generator that puts each value on a line of its own.
    public static JsonGenerator report(Writer writer) throws IOException {
        return FACTORY.createGenerator(writer).setPrettyPrinter(new Indented(0));
    }

    /// Each value on a line of its own, two spaces for each level.
    private static final class Indented extends DefaultPrettyPrinter {

        @Serial private static final long serialVersionUID = 1;

        /// @param depth the level at which it begins
        Indented(int depth) {
            super(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""));
            indentObjectsWith(new DefaultIndenter("  ", "\n"));
            indentArraysWith(new DefaultIndenter("  ", "\n"));
            _nesting = depth;
        }

        int depth() {
            return _nesting;
        }
    }

    /// Writes one of many objects. If it fails, `failed` is in the place of its further keys.
    ///
    /// @param head its first keys, which do not fail
    /// @param name what fails
    public static void object(JsonGenerator json, Part head, String name, FaultSink faults, Part further)
            throws IOException {
        StringWriter text = new StringWriter();
        if (!faults.isWritten(name, () -> object(json, text, head, further))) {
            text.getBuffer().setLength(0);
            object(json, text, head, part -> {
                part.writeArrayFieldStart("failed");
                part.writeString(name);
                part.writeEndArray();
            });
        }
        json.writeRawValue(text.toString());
    }

    /// Writes an array of objects, each of which costs only itself if it fails.
    public static <T> void objects(JsonGenerator json, String name, List<T> all, FaultSink faults, Fields<T> fields)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : all) {
            object(json, _ -> {}, name, faults, part -> fields.write(part, each));
        }
        json.writeEndArray();
    }

    private static void object(JsonGenerator around, Writer text, Part head, Part further) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(text);
        if (around.getPrettyPrinter() instanceof Indented whole) {
            json.setPrettyPrinter(new Indented(whole.depth()));
        }
        json.writeStartObject();
        head.write(json);
        further.write(json);
        json.writeEndObject();
        json.flush();
    }

    /// Writes the cells of a row; what failed is `null`, and `failed` lists its columns.
    public static void fields(JsonGenerator json, List<Column> columns, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            field(json, columns.get(i), cells[i]);
        }
        if (Arrays.asList(cells).contains(Column.FAILED)) {
            json.writeArrayFieldStart("failed");
            for (int i = 0; i < cells.length; i++) {
                if (cells[i].equals(Column.FAILED)) {
                    json.writeString(columns.get(i).name());
                }
            }
            json.writeEndArray();
        }
    }

    /// Writes a column's key with its cell, and beside a time the same in ISO 8601.
    public static void field(JsonGenerator json, Column column, String cell) throws IOException {
        json.writeFieldName(column.name());
        cell(json, column.kind(), cell);
        if (column.kind() == Column.Kind.TIME) {
            json.writeFieldName(column.name() + ISO);
            cell(json, Column.Kind.TEXT, cell.isEmpty() || cell.equals(Column.FAILED) ? cell : IsoTime.of(cell));
        }
    }

    /// Writes a cell of this kind. What is absent becomes `null`, of a list an empty array; what
    /// failed becomes `null`.
    public static void cell(JsonGenerator json, Column.Kind kind, String cell) throws IOException {
        if (cell.equals(Column.FAILED)) {
            json.writeNull();
            return;
        }
        switch (kind) {
            case LIST -> {
                json.writeStartArray();
                for (String value : Column.values(cell)) {
                    json.writeString(wellFormed(value));
                }
                json.writeEndArray();
            }
            case NUMBERS -> {
                json.writeStartArray();
                for (String value : Column.values(cell)) {
                    json.writeNumber(value);
                }
                json.writeEndArray();
            }
            case TEXT, NUMBER, TIME, BOOLEAN -> {
                if (cell.isEmpty()) {
                    json.writeNull();
                } else if (kind == Column.Kind.TEXT) {
                    json.writeString(wellFormed(cell));
                } else if (kind == Column.Kind.BOOLEAN) {
                    json.writeBoolean(Boolean.parseBoolean(cell));
                } else {
                    json.writeNumber(cell);
                }
            }
        }
    }

    /// The text with U+FFFD for each half of a surrogate pair that is alone.
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
