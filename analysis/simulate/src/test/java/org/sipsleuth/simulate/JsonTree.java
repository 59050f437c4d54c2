package org.sipsleuth.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON read whole into maps, lists, texts and numbers; for tests.
final class JsonTree {

    private JsonTree() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(Path file) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            json.nextToken();
            return (Map<String, Object>) value(json);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object object) {
        return (Map<String, Object>) object;
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Object list) {
        return (List<String>) list;
    }

    static List<Long> numbers(Object list) {
        List<Long> numbers = new ArrayList<>();
        for (Object item : (List<?>) list) {
            numbers.add(((BigDecimal) item).longValueExact());
        }
        return numbers;
    }

    static long number(Object value) {
        return ((BigDecimal) value).longValueExact();
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    if (object.put(name, value(json)) != null) {
                        throw new IOException("twice: " + name);
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != com.fasterxml.jackson.core.JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> "";
        };
    }
}
