package org.sipsleuth.belief.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value in a YAML text, with the line where it begins, from 1.
sealed interface YamlValue {

    /// Where it begins.
    int line();

    /// A text or number.
    ///
    /// @param isPlain whether it is without quotes, so that it may be a number
    record Scalar(int line, String text, boolean isPlain) implements YamlValue {}

    /// Values in order.
    record Row(int line, List<YamlValue> values) implements YamlValue {
        public Row {
            values = List.copyOf(values);
        }
    }

    /// Values by name, in order.
    ///
    /// @param lines where the names are
    record Mapping(int line, Map<String, YamlValue> values, Map<String, Integer> lines) implements YamlValue {
        public Mapping {
            values = new LinkedHashMap<>(values);
            lines = new LinkedHashMap<>(lines);
        }
    }
}
