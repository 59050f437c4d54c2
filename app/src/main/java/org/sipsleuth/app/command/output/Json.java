package org.sipsleuth.app.command.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;

/// JSON as all commands write it. Closing or flushing a generator never closes the stream below.
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// A generator that puts each object of an array on a line of its own.
    static JsonGenerator rows(Writer writer) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators());
        printer.indentArraysWith(new DefaultIndenter("", "\n"));
        printer.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
        return FACTORY.createGenerator(writer).setPrettyPrinter(printer);
    }

    /// A generator that puts each value on a line of its own.
    public static JsonGenerator report(Writer writer) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators());
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        return FACTORY.createGenerator(writer).setPrettyPrinter(printer);
    }

    private static Separators separators() {
        return Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
    }

    /// Writes a cell of this kind; an empty one that is no text becomes `null`.
    public static void cell(JsonGenerator json, Column.Kind kind, String cell) throws IOException {
        switch (kind) {
            case TEXT -> json.writeString(wellFormed(cell));
            case NUMBER -> {
                if (cell.isEmpty()) {
                    json.writeNull();
                } else {
                    json.writeNumber(cell);
                }
            }
            case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(cell));
        }
    }

    /// The text with U+FFFD for each half of a surrogate pair that stands alone.
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
