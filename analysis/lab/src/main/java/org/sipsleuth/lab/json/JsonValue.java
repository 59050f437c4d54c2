package org.sipsleuth.lab.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a JSON text.
public sealed interface JsonValue {

    /// The line on which it begins, from 1.
    int line();

    /// What it is, for messages: `a text`.
    String what();

    /// An object, its values in their order.
    record Fields(int line, Map<String, JsonValue> values) implements JsonValue {

        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String what() {
            return "an object";
        }
    }

    /// An array.
    record Items(int line, List<JsonValue> values) implements JsonValue {

        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /// A text.
    record Text(int line, String text) implements JsonValue {

        @Override
        public String what() {
            return "a text";
        }
    }

    /// A number, every digit kept.
    record Decimal(int line, BigDecimal number) implements JsonValue {

        @Override
        public String what() {
            return "a number";
        }
    }

    /// `true` or `false`.
    record Flag(int line, boolean value) implements JsonValue {

        @Override
        public String what() {
            return "true or false";
        }
    }

    /// `null`.
    record Nothing(int line) implements JsonValue {

        @Override
        public String what() {
            return "null";
        }
    }
}
