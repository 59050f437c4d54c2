package org.sipsleuth.belief.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.word.Suggestions;

/// Asks a mapping of YAML for its values: whoever asks says what they must be, and what is refused
/// names its line.
final class YamlFields {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,4})?");

    private static final int LONGEST_TEXT = 2_000;

    private final String what;
    private final YamlValue.Mapping mapping;

    private YamlFields(String what, YamlValue.Mapping mapping) {
        this.what = what;
        this.mapping = mapping;
    }

    /// The fields of a value.
    ///
    /// @param what the value in words
    static YamlFields of(String what, YamlValue value) throws TablesFormatException {
        if (value instanceof YamlValue.Mapping mapping) {
            return new YamlFields(what, mapping);
        }
        throw new TablesFormatException(value.line(), what + " must be names with values, such as NORMAL: [1, 0]");
    }

    /// Refuses other names than these, and proposes the nearest one.
    void allowOnly(Collection<String> names) throws TablesFormatException {
        for (String name : mapping.values().keySet()) {
            if (!names.contains(name)) {
                List<String> near = Suggestions.to(name, List.copyOf(names), 1);
                throw new TablesFormatException(line(name),
                        "%s has no %s%s".formatted(what, YamlReader.shortened(name),
                                near.isEmpty() ? "; it has " + String.join(", ", names)
                                        : "; did you mean " + near.getFirst() + "?"));
            }
        }
    }

    /// Where it begins.
    int line() {
        return mapping.line();
    }

    /// Where a name is.
    int line(String name) {
        return mapping.lines().getOrDefault(name, mapping.line());
    }

    Set<String> names() {
        return mapping.values().keySet();
    }

    boolean has(String name) {
        return mapping.values().containsKey(name);
    }

    private YamlValue value(String name) throws TablesFormatException {
        @Nullable YamlValue value = mapping.values().get(name);
        if (value == null) {
            throw new TablesFormatException(mapping.line(), "%s lacks %s".formatted(what, name));
        }
        return value;
    }

    YamlFields fields(String name) throws TablesFormatException {
        return of(name, value(name));
    }

    String text(String name) throws TablesFormatException {
        YamlValue value = value(name);
        if (value instanceof YamlValue.Scalar scalar && scalar.text().length() <= LONGEST_TEXT) {
            return scalar.text();
        }
        throw new TablesFormatException(value.line(), name + " must be a text of at most 2,000 characters");
    }

    /// The one of some things whose word it is.
    String word(String name, List<String> words) throws TablesFormatException {
        String text = text(name);
        if (!words.contains(text)) {
            throw new TablesFormatException(value(name).line(),
                    "%s is %s, not %s".formatted(name, String.join(" or ", words), YamlReader.shortened(text)));
        }
        return text;
    }

    double number(String name) throws TablesFormatException {
        return number(name, value(name));
    }

    Optional<Double> numberIfThere(String name) throws TablesFormatException {
        return has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    List<Double> numbers(String name) throws TablesFormatException {
        YamlValue value = value(name);
        if (!(value instanceof YamlValue.Row row)) {
            throw new TablesFormatException(value.line(), name + " must be a list of numbers, such as [1, 0]");
        }
        List<Double> numbers = new ArrayList<>();
        for (YamlValue each : row.values()) {
            numbers.add(number(name, each));
        }
        return numbers;
    }

    private static double number(String name, YamlValue value) throws TablesFormatException {
        if (value instanceof YamlValue.Scalar scalar && scalar.isPlain() && NUMBER.matcher(scalar.text()).matches()) {
            double number = Double.parseDouble(scalar.text());
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw new TablesFormatException(value.line(),
                name + (value instanceof YamlValue.Scalar scalar
                        ? " has %s, which is no number".formatted(YamlReader.shortened(scalar.text()))
                        : " must be a number"));
    }
}
