package org.sipsleuth.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Facts with names, as a JSON object has them, in the order in which they were given. Immutable.
///
/// What asks for a fact says what it must be; where it is missing or something else, the exception
/// names its place: `training.inputs[2].dialogs`.
public final class Facts implements Fact {

    /// No facts.
    public static final Facts NONE = new Facts("", Map.of());

    private final String path;
    private final Map<String, Fact> members;

    private Facts(String path, Map<String, Fact> members) {
        this.path = path;
        this.members = members;
    }

    /// Collects facts.
    public static Builder builder() {
        return new Builder();
    }

    /// Collects facts, in the order in which they will stand.
    public static final class Builder {

        private final Map<String, Fact> members = new LinkedHashMap<>();

        private Builder() {}

        /// Adds a fact of any kind.
        ///
        /// @throws IllegalArgumentException if there is one of this name
        public Builder put(String name, Fact fact) {
            String key = new Fact.Text(name).value();
            if (members.putIfAbsent(key, fact) != null) {
                throw new IllegalArgumentException("there are two facts “" + key + "”");
            }
            return this;
        }

        /// Adds a text.
        public Builder put(String name, String text) {
            return put(name, new Fact.Text(text));
        }

        /// Adds a whole number.
        public Builder put(String name, long number) {
            return put(name, new Fact.Whole(number));
        }

        /// Adds a number, which must be finite.
        public Builder put(String name, double number) {
            return put(name, new Fact.Real(number));
        }

        /// Adds yes or no.
        public Builder put(String name, boolean flag) {
            return put(name, new Fact.Flag(flag));
        }

        /// Adds a list: of objects, or of anything else.
        public Builder putAll(String name, List<? extends Fact> facts) {
            return put(name, new Fact.Row(List.copyOf(facts)));
        }

        /// Adds a list of texts.
        public Builder putTexts(String name, List<String> texts) {
            return putAll(name, texts.stream().map(Fact.Text::new).toList());
        }

        /// Adds a list of finite numbers.
        public Builder putNumbers(String name, double... numbers) {
            return putAll(name, Arrays.stream(numbers).mapToObj(Fact.Real::new).toList());
        }

        /// Adds a list of whole numbers.
        public Builder putIntegers(String name, long... numbers) {
            return putAll(name, Arrays.stream(numbers).mapToObj(Fact.Whole::new).toList());
        }

        /// All that was added.
        public Facts build() {
            return new Facts("", Collections.unmodifiableMap(new LinkedHashMap<>(members)));
        }
    }

    /// Writes them as a JSON object, where the generator stands.
    public void writeTo(JsonGenerator json) throws IOException {
        FactsJson.write(this, json);
    }

    /// The names of all facts, in order.
    public Set<String> names() {
        return members.keySet();
    }

    /// All facts by their names, in order.
    public Map<String, Fact> members() {
        return members;
    }

    /// Whether there is a fact of this name.
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// A text.
    public String text(String name) throws ModelFormatException {
        if (fact(name) instanceof Fact.Text text) {
            return text.value();
        }
        throw refusal(name, "is not a text");
    }

    /// A whole number.
    public long integer(String name) throws ModelFormatException {
        if (fact(name) instanceof Fact.Whole whole) {
            return whole.value();
        }
        throw refusal(name, "is not a whole number");
    }

    /// A whole number within bounds, both of which are allowed.
    public int integer(String name, int least, int most) throws ModelFormatException {
        long number = integer(name);
        if (number < least || number > most) {
            throw refusal(name, "must be %2$d–%3$d (got %1$d)".formatted(number, least, most));
        }
        return (int) number;
    }

    /// A number, always finite.
    public double number(String name) throws ModelFormatException {
        return number(name, fact(name));
    }

    private double number(String name, Fact fact) throws ModelFormatException {
        return switch (fact) {
            case Fact.Real real -> real.value();
            case Fact.Whole whole -> whole.value();
            default -> throw refusal(name, "is not a number");
        };
    }

    /// Yes or no.
    public boolean flag(String name) throws ModelFormatException {
        if (fact(name) instanceof Fact.Flag flag) {
            return flag.value();
        }
        throw refusal(name, "must be true or false");
    }

    /// An object.
    public Facts object(String name) throws ModelFormatException {
        if (fact(name) instanceof Facts facts) {
            return new Facts(pathOf(name), facts.members);
        }
        throw refusal(name, "is not an object");
    }

    /// A list of objects.
    public List<Facts> objects(String name) throws ModelFormatException {
        List<Facts> objects = new ArrayList<>();
        for (Fact fact : row(name)) {
            String place = name + "[" + objects.size() + "]";
            if (!(fact instanceof Facts facts)) {
                throw refusal(place, "is not an object");
            }
            objects.add(new Facts(pathOf(place), facts.members));
        }
        return objects;
    }

    /// A list of texts.
    public List<String> texts(String name) throws ModelFormatException {
        List<String> texts = new ArrayList<>();
        for (Fact fact : row(name)) {
            if (!(fact instanceof Fact.Text text)) {
                throw refusal(name + "[" + texts.size() + "]", "is not a text");
            }
            texts.add(text.value());
        }
        return texts;
    }

    /// A list of numbers, always finite.
    public double[] numbers(String name) throws ModelFormatException {
        List<Fact> row = row(name);
        double[] numbers = new double[row.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(name + "[" + i + "]", row.get(i));
        }
        return numbers;
    }

    /// A list of whole numbers.
    public long[] integers(String name) throws ModelFormatException {
        List<Fact> row = row(name);
        long[] numbers = new long[row.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(row.get(i) instanceof Fact.Whole whole)) {
                throw refusal(name + "[" + i + "]", "is not a whole number");
            }
            numbers[i] = whole.value();
        }
        return numbers;
    }

    private List<Fact> row(String name) throws ModelFormatException {
        if (fact(name) instanceof Fact.Row row) {
            return row.values();
        }
        throw refusal(name, "is not a list");
    }

    private Fact fact(String name) throws ModelFormatException {
        Fact fact = members.get(name);
        if (fact == null) {
            throw refusal(name, "is missing");
        }
        return fact;
    }

    /// Refuses facts of other names than these.
    void allowOnly(Set<String> names) throws ModelFormatException {
        for (String name : names()) {
            if (!names.contains(name)) {
                throw refusal(ModelFormatException.quoted(name), "unknown property");
            }
        }
    }

    /// What refuses the file for the fact of this name.
    ///
    /// @param what what is wrong with it, as the rest of a sentence
    public ModelFormatException refusal(String name, String what) {
        return new ModelFormatException("facts.json, " + pathOf(name), what);
    }

    /// What refuses the file for these facts together.
    ModelFormatException refusal(String what) {
        return new ModelFormatException(path.isEmpty() ? "facts.json" : "facts.json, " + path, what);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && members.equals(facts.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
