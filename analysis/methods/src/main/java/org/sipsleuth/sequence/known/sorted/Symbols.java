package org.sipsleuth.sequence.known.sorted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The message types that occur, numbered from 0 in the order of their names. Immutable.
public final class Symbols {

    /// The number of a type that does not occur.
    public static final int UNKNOWN = -1;

    private final String[] names;
    private final Map<String, Integer> numbers;

    private Symbols(String[] names) {
        this.names = names;
        this.numbers = HashMap.newHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
    }

    /// The types of these sequences.
    public static Symbols of(List<List<String>> sequences) {
        return new Symbols(sequences.stream().flatMap(List::stream).distinct().sorted().toArray(String[]::new));
    }

    /// How many types there are.
    public int size() {
        return names.length;
    }

    /// The type of this number.
    public String name(int number) {
        return names[number];
    }

    /// The type's number, or [#UNKNOWN].
    public int number(String type) {
        return numbers.getOrDefault(type, UNKNOWN);
    }

    /// The numbers of the first `most` types of a sequence.
    public int[] numbers(List<String> sequence, int most) {
        return sequence.stream().limit(most).mapToInt(this::number).toArray();
    }
}
