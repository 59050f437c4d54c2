package org.sipsleuth.lab.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes JSON trees of bounded size and depth.
public final class LabJson {

    /// Labs, keys and answers are small: a key that lists every frame of 5,000 has 60 kB.
    public static final int MOST_BYTES = 4 << 20;

    private static final int MOST_DEPTH = 32;
    private static final int MOST_VALUES = 500_000;
    private static final int MOST_DIGITS = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxNumberLength(MOST_DIGITS).build())
            .build();

    /// How the library begins what it states of such a field.
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'");

    private int values;

    private LabJson() {}

    /// Reads one value and nothing behind it.
    ///
    /// @throws JsonMistake if the bytes are not that
    public static JsonValue read(byte[] bytes) throws JsonMistake {
        if (bytes.length > MOST_BYTES) {
            throw new JsonMistake(1, "longer than %,d bytes".formatted(MOST_BYTES));
        }
        try (JsonParser json = FACTORY.createParser(bytes)) {
            json.nextToken();
            JsonValue value = new LabJson().value(json);
            if (json.nextToken() != null) {
                throw new JsonMistake(line(json), "something follows the end");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw mistake(wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The library's own words name its classes and tokens.
    private static JsonMistake mistake(JsonProcessingException wrong) {
        JsonLocation at = wrong.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        String column = at == null ? "" : " at column %d".formatted(Math.max(1, at.getColumnNr()));
        Matcher twice = TWICE.matcher(wrong.getOriginalMessage());
        return new JsonMistake(line, switch (wrong) {
            case JsonEOFException _ ->
                    "not JSON: the file ends%s before everything that was opened is closed".formatted(column);
            case StreamConstraintsException _ ->
                    "not JSON that is read here: too deep, or too long a number or text,%s".formatted(column);
            default -> twice.lookingAt()
                    ? "not JSON: the field \"%s\" is there twice%s".formatted(twice.group(1), column)
                    : "not JSON: unexpected character%s; a quote, comma, colon or bracket may be missing before it"
                            .formatted(column);
        });
    }

    private static int line(JsonParser json) {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    private JsonValue value(JsonParser json) throws IOException, JsonMistake {
        int line = line(json);
        if (++values > MOST_VALUES) {
            throw new JsonMistake(line, "more than %,d values".formatted(MOST_VALUES));
        }
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new JsonMistake(line, "it is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(json, line);
            case START_ARRAY -> array(json, line);
            case VALUE_STRING -> new JsonValue.Text(line, json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Decimal(line, number(json, line));
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(line, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonValue.Nothing(line);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new JsonMistake(line, "a value is missing");
        };
    }

    /// An exponent would let a few bytes stand for a number of any length.
    private static BigDecimal number(JsonParser json, int line) throws IOException, JsonMistake {
        BigDecimal number = json.getDecimalValue();
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new JsonMistake(line, "a number of more than %d digits".formatted(MOST_DIGITS));
        }
        return number;
    }

    private JsonValue object(JsonParser json, int line) throws IOException, JsonMistake {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new JsonValue.Fields(line, fields);
    }

    private JsonValue array(JsonParser json, int line) throws IOException, JsonMistake {
        List<JsonValue> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return new JsonValue.Items(line, items);
    }

    /// Writes maps, lists, texts, numbers and truth values, one value a line.
    public static String write(Object value) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(lines);
            write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> fields -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    json.writeFieldName(field.getKey().toString());
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(new BigDecimal(number.toString()).toPlainString());
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            default -> json.writeString(value.toString());
        }
    }
}
