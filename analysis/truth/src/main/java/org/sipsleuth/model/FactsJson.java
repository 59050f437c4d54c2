package org.sipsleuth.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Facts as JSON. Anybody can have written it: what is too long, too deep or too much is refused.
final class FactsJson {

    static final String ENTRY = "facts.json";

    /// It is never longer.
    static final int MOST_BYTES = 16 << 20;

    private static final int DEEPEST = 20;

    /// Each takes some 50 bytes of memory, and can take two of the file.
    private static final int MOST_VALUES = 1_000_000;

    private static final int LONGEST_TEXT = 1 << 20;

    // Names are not kept in a table: hostile ones could be chosen to collide there.
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(1_000)
                            .build())
                    .build();

    private final JsonParser json;
    private int values;

    private FactsJson(JsonParser json) {
        this.json = json;
    }

    /// Reads an object.
    static Facts read(byte[] bytes) throws ModelFormatException {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.length())) {
                return new FactsJson(parser).all();
            }
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(ENTRY, "is not UTF-8");
        } catch (ModelFormatException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(ENTRY, "is not valid JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }

    private static String place(JsonLocation place) {
        return place == null ? ": a value is too long or nested too deeply"
                : ": line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private Facts all() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new ModelFormatException(ENTRY, "is not a JSON object");
        }
        Facts facts = object();
        if (json.nextToken() != null) {
            throw new ModelFormatException(ENTRY, "unexpected data after the object");
        }
        return facts;
    }

    private Facts object() throws IOException {
        Facts.Builder facts = Facts.builder();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Fact value = value();
            try {
                facts.put(name, value);
            } catch (IllegalArgumentException e) {
                throw refusal("two facts have the name " + ModelFormatException.quoted(name));
            }
        }
        return facts.build();
    }

    private Fact.Row row() throws IOException {
        List<Fact> row = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            row.add(value());
        }
        return new Fact.Row(row);
    }

    private Fact value() throws IOException {
        if (++values > MOST_VALUES) {
            throw refusal("there are more than 1,000,000 values");
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> row();
            case VALUE_STRING -> new Fact.Text(json.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> real();
            case VALUE_TRUE -> new Fact.Flag(true);
            case VALUE_FALSE -> new Fact.Flag(false);
            case null, default -> throw refusal("null is not allowed");
        };
    }

    private Fact whole() throws IOException {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw refusal("a whole number exceeds 64 bits");
        }
        return new Fact.Whole(json.getLongValue());
    }

    private Fact real() throws IOException {
        double number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw refusal("a number exceeds 64 bits");
        }
        return new Fact.Real(number);
    }

    private ModelFormatException refusal(String what) {
        return new ModelFormatException(ENTRY, what + " (line %d)".formatted(json.currentLocation().getLineNr()));
    }

    /// Makes sure that facts can be read again once they are written.
    ///
    /// @throws IllegalArgumentException if they are too many, too long or too deep
    static void checkReadable(Facts facts) {
        byte[] bytes = write(facts);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("the facts are larger than 16 MiB");
        }
        try {
            read(bytes);
        } catch (ModelFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// The facts as JSON for people: a line for each, lists of plain values on one line.
    static byte[] write(Facts facts) {
        CharArrayWriter text = new CharArrayWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
            write(facts, json);
        } catch (IOException e) {
            throw new IllegalStateException("memory was written", e);
        }
        text.append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Writes a fact where the generator stands.
    static void write(Fact fact, JsonGenerator json) throws IOException {
        switch (fact) {
            case Facts facts -> {
                json.writeStartObject();
                for (Map.Entry<String, Fact> member : facts.members().entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
            case Fact.Row row -> {
                json.writeStartArray();
                for (Fact value : row.values()) {
                    write(value, json);
                }
                json.writeEndArray();
            }
            case Fact.Text text -> json.writeString(text.value());
            case Fact.Whole whole -> json.writeNumber(whole.value());
            case Fact.Real real -> json.writeNumber(real.value());
            case Fact.Flag flag -> json.writeBoolean(flag.value());
        }
    }
}
