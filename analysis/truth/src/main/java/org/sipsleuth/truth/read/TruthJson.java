package org.sipsleuth.truth.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The JSON of a truth file as a stream. Anybody can have written it: what is too long or too deep
/// is refused.
final class TruthJson implements Closeable {

    private static final int NANO_DIGITS = 9;
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNumberLength(100)
                    .maxStringLength(100_000)
                    .maxNameLength(1_000)
                    .build()).build();

    /// Receives a field; the parser is positioned at its value.
    @FunctionalInterface
    interface FieldTaker {

        /// Takes it.
        ///
        /// @return false if it does not know the field, which is passed over then
        boolean take(String name) throws IOException;
    }

    /// Receives an element of an array; the parser is positioned at it.
    @FunctionalInterface
    interface ElementTaker {
        void take() throws IOException;
    }

    private final JsonParser json;
    private boolean stopped;

    TruthJson(InputStream in) throws IOException {
        json = FACTORY.createParser(in);
    }

    /// Goes to the first value.
    void begin() throws IOException {
        json.nextToken();
    }

    /// Reads the object at the parser's position.
    void object(FieldTaker taker) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("an object");
        }
        while (!stopped && json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!taker.take(name)) {
                json.skipChildren();
            }
        }
    }

    /// Reads no further.
    void stop() {
        stopped = true;
    }

    /// Reads the array at the parser's position.
    void array(ElementTaker taker) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("a list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw unexpected("the end of a list");
            }
            taker.take();
        }
    }

    String text() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected("text");
        }
        return json.getText();
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /// True or false.
    boolean truth() throws IOException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected("true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    @Nullable
    String textOrNull() throws IOException {
        return isNull() ? null : text();
    }

    /// A text, number or truth value as text.
    String scalar() throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue()) {
            throw unexpected("a value");
        }
        return json.getText();
    }

    /// A whole number.
    long number(long least, long most) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected("a whole number");
        }
        long number = json.getLongValue(); // refuses what has no room in 64 bits
        if (number < least || number > most) {
            throw refusal("must be %2$d–%3$d (got %1$d)".formatted(number, least, most));
        }
        return number;
    }

    /// A time in seconds as ns, the nearest that there is; 0 where it is null.
    long time() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return 0;
        }
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unexpected("a time in seconds");
        }
        BigDecimal nanos = json.getDecimalValue().movePointRight(NANO_DIGITS);
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Long.MAX_VALUE;
        }
        return nanos.signum() < 0 ? 0 : nanos.longValue();
    }

    private TruthFormatException unexpected(String expected) {
        return refusal("expected " + expected);
    }

    /// What refuses the file for something at this place.
    TruthFormatException refusal(String what) {
        return new TruthFormatException("It is not a ground-truth file or is damaged: %s (line %d).".formatted(what,
                json.currentLocation().getLineNr()));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
