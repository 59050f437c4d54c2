package org.sipsleuth.samples.truth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value as it stands in a file: objects, lists, texts, numbers, true and false; null is an
/// empty `Optional`.
final class Json {

    private Json() {}

    static Object read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Optional.empty();
            default -> throw new IOException("not expected: " + parser.currentToken());
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (object.put(name, value(parser)) != null) {
                throw new IOException("twice: " + name);
            }
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    static Map<?, ?> object(Object value) {
        return (Map<?, ?>) value;
    }

    static List<?> list(Map<?, ?> object, String name) {
        return (List<?>) member(object, name);
    }

    static String text(Map<?, ?> object, String name) {
        return (String) member(object, name);
    }

    static BigDecimal number(Map<?, ?> object, String name) {
        return (BigDecimal) member(object, name);
    }

    /// A text or nothing.
    static Optional<String> perhaps(Map<?, ?> object, String name) {
        return member(object, name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Object member(Map<?, ?> object, String name) {
        Object member = object.get(name);
        if (member == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return member;
    }
}
