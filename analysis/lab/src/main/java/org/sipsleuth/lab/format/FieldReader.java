package org.sipsleuth.lab.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.lab.json.JsonMistake;
import org.sipsleuth.lab.json.JsonValue;
import org.sipsleuth.lab.json.LabJson;

/// Reads the fields of one object, and notes each mistake with its line instead of ending at the
/// first one.
final class FieldReader {

    /// A story, an explanation.
    static final int MOST_TEXT = 20_000;

    /// Of a lab, whatever is beside it.
    private static final Set<String> OWN_FILES = Set.of(Lab.FILE, Key.FILE, HandIn.FILE);

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    private final String file;
    private final JsonValue.Fields fields;
    private final List<LabMistake> mistakes;
    private final Set<String> asked = new LinkedHashSet<>();

    FieldReader(String file, JsonValue.Fields fields, List<LabMistake> mistakes) {
        this.file = file;
        this.fields = fields;
        this.mistakes = mistakes;
    }

    /// The outermost object of a file.
    ///
    /// @throws LabException if it is none
    static FieldReader of(String file, byte[] bytes, List<LabMistake> mistakes) throws LabException {
        try {
            JsonValue value = LabJson.read(bytes);
            if (value instanceof JsonValue.Fields all) {
                return new FieldReader(file, all, mistakes);
            }
            throw new LabException(List
                    .of(new LabMistake(file, value.line(), LabFault.TYPE.text("the file", "an object", value.what()))));
        } catch (JsonMistake wrong) {
            throw new LabException(List.of(new LabMistake(file, wrong.line(), wrong.reason())));
        }
    }

    int line() {
        return fields.line();
    }

    private int line(String name) {
        JsonValue value = fields.values().get(name);
        return value == null ? fields.line() : value.line();
    }

    /// Notes a mistake of a field.
    void wrong(String name, LabFault fault, Object... arguments) {
        mistakes.add(new LabMistake(file, line(name), fault.text(arguments)));
    }

    private @Nullable JsonValue value(String name) {
        asked.add(name);
        JsonValue value = fields.values().get(name);
        return value instanceof JsonValue.Nothing ? null : value;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    /// Notes each field that nobody asked for.
    void end() {
        fields.values().forEach((name, value) -> {
            if (!asked.contains(name)) {
                mistakes.add(new LabMistake(file, value.line(), LabFault.UNKNOWN.text(name, String.join(", ", asked))));
            }
        });
    }

    /// A text that must be there and not be empty.
    String text(String name) {
        if (!has(name)) {
            wrong(name, LabFault.MISSING, name);
            return "";
        }
        String text = optional(name, MOST_TEXT);
        if (text.isBlank()) {
            wrong(name, LabFault.BLANK, name);
        }
        return text;
    }

    /// A text that may be missing.
    String optional(String name, int longest) {
        JsonValue value = value(name);
        return value == null ? "" : text(name, value, longest);
    }

    private String text(String name, JsonValue value, int longest) {
        if (!(value instanceof JsonValue.Text text)) {
            mistakes.add(new LabMistake(file, value.line(), LabFault.TYPE.text(name, "a text", value.what())));
            return "";
        }
        if (text.text().length() > longest) {
            mistakes.add(new LabMistake(file, value.line(), LabFault.LONG.text(name, longest)));
        }
        return text.text();
    }

    /// A word that names something: `q3`.
    String word(String name) {
        String text = text(name);
        if (!text.isBlank() && !WORD.matcher(text).matches()) {
            wrong(name, LabFault.WORD, name, text);
        }
        return text;
    }

    /// The name of a file in the same folder.
    String fileName(String name) {
        String text = text(name);
        if (!text.isBlank() && !isFileName(text)) {
            wrong(name, LabFault.NAME, name, text);
            return "";
        }
        if (OWN_FILES.contains(text.toLowerCase(Locale.ROOT))) {
            wrong(name, LabFault.OWN_NAME, name, text);
            return "";
        }
        return text;
    }

    static boolean isFileName(String text) {
        return NAME.matcher(text).matches() && !text.contains("..");
    }

    /// A whole number that must be there.
    int whole(String name, int least, int most) {
        return (int) whole(name, (long) least, (long) most).orElseGet(() -> {
            if (!has(name)) {
                wrong(name, LabFault.MISSING, name);
            }
            return (long) least;
        }).longValue();
    }

    /// A whole number that may be missing.
    Optional<Long> whole(String name, long least, long most) {
        JsonValue value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        BigDecimal number = value instanceof JsonValue.Decimal given ? given.number() : null;
        if (number != null && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return Optional.of(number.longValueExact());
        }
        wrong(name, LabFault.WHOLE, name, least, most, number == null ? value.what() : number.toString());
        return Optional.empty();
    }

    /// A number that must be there.
    double decimal(String name) {
        JsonValue value = value(name);
        if (value instanceof JsonValue.Decimal number) {
            return number.number().doubleValue();
        }
        wrong(name, value == null ? LabFault.MISSING : LabFault.DECIMAL, name, value == null ? "" : value.what());
        return 0;
    }

    /// Numbers of a list.
    List<Double> decimals(String name, int most) {
        List<Double> numbers = new ArrayList<>();
        for (JsonValue item : items(name, most)) {
            if (item instanceof JsonValue.Decimal number) {
                numbers.add(number.number().doubleValue());
            } else {
                mistakes.add(new LabMistake(file, item.line(), LabFault.DECIMAL.text(name, item.what())));
            }
        }
        return numbers;
    }

    /// Texts of a list.
    List<String> texts(String name, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items(name, most)) {
            texts.add(text(name, item, MOST_TEXT));
        }
        return texts;
    }

    /// Frame numbers of a list.
    List<Integer> frames(String name, int most) {
        List<Integer> frames = new ArrayList<>();
        for (JsonValue item : items(name, most)) {
            BigDecimal number = item instanceof JsonValue.Decimal given ? given.number() : BigDecimal.ZERO;
            boolean isFrame = number.signum() > 0 && number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
            if (isFrame) {
                frames.add(number.intValueExact());
            } else {
                mistakes.add(new LabMistake(file, item.line(),
                        LabFault.FRAME.text(item instanceof JsonValue.Decimal ? number.toPlainString() : item.what())));
            }
        }
        return frames;
    }

    private List<JsonValue> items(String name, int most) {
        JsonValue value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonValue.Items items)) {
            wrong(name, LabFault.TYPE, name, "a list", value.what());
            return List.of();
        }
        if (items.values().size() > most) {
            wrong(name, LabFault.LONG, name, most);
            return List.of();
        }
        return items.values();
    }

    /// Objects of a list.
    List<FieldReader> objects(String name, int most) {
        List<FieldReader> objects = new ArrayList<>();
        for (JsonValue item : items(name, most)) {
            if (item instanceof JsonValue.Fields each) {
                objects.add(new FieldReader(file, each, mistakes));
            } else {
                mistakes.add(new LabMistake(file, item.line(), LabFault.TYPE.text(name, "an object", item.what())));
            }
        }
        return objects;
    }

    /// An object that may be missing.
    Optional<FieldReader> object(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonValue.Fields object) {
            return Optional.of(new FieldReader(file, object, mistakes));
        }
        wrong(name, LabFault.TYPE, name, "an object", value.what());
        return Optional.empty();
    }

    /// The names and texts of an object whose fields are data.
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        object(name).ifPresent(object -> object.fields.values().forEach((key, value) -> {
            switch (value) {
                case JsonValue.Text text -> pairs.put(key, text(name, text, MOST_TEXT));
                case JsonValue.Decimal number -> pairs.put(key, number.number().toPlainString());
                case JsonValue.Flag _,JsonValue.Nothing _,JsonValue.Fields _,JsonValue.Items _ -> mistakes
                        .add(new LabMistake(file, value.line(), LabFault.TYPE.text(key, "a text", value.what())));
            }
        }));
        return pairs;
    }

    /// Whole numbers from 0 on by names that are data.
    Map<String, Integer> counts(String name, int most) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        pairs(name).forEach((key, text) -> {
            try {
                int count = Integer.parseInt(text);
                if (count < 0 || count > most) {
                    wrong(name, LabFault.WHOLE, key, 0, most, text);
                }
                counts.put(key, count);
            } catch (NumberFormatException none) {
                wrong(name, LabFault.WHOLE, key, 0, most, text);
            }
        });
        return counts;
    }

    /// A seed, which may be missing.
    OptionalLong seed() {
        return whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// Checks what the file says that it is, if it does.
    void optionalFormat(String expected) {
        if (has("format") || has("version")) {
            format(expected, Lab.VERSION);
        }
    }

    /// Checks what the file says that it is.
    void format(String expected, int version) {
        String format = text("format");
        if (!format.isBlank() && !format.equals(expected)) {
            wrong("format", LabFault.FORMAT, expected, format);
        }
        whole("version", 1L, Integer.MAX_VALUE).ifPresentOrElse(given -> {
            if (given > version) {
                wrong("version", LabFault.VERSION, given, version);
            }
        }, () -> {
            if (!has("version")) {
                wrong("version", LabFault.MISSING, "version");
            }
        });
    }
}
