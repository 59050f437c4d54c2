package org.sipsleuth.sequence.corpus;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The message types of the training set as symbols (paper 1, definitions 1 and 2): 0 is padding,
/// 1…M the types, methods by name before status codes by number. Immutable.
public final class Alphabet {

    /// The symbol of padding.
    public static final int PADDING = 0;

    /// The symbol of a type that was never seen in training: neither a type nor padding.
    public static final int UNSEEN = -1;

    private static final Comparator<String> METHODS_FIRST =
            Comparator.<String, Boolean>comparing(type -> Character.isDigit(type.charAt(0)))
                    .thenComparing(Comparator.naturalOrder());

    private final List<String> types;
    private final Map<String, Integer> symbols = new HashMap<>();

    private Alphabet(List<String> types) {
        this.types = List.copyOf(types);
        for (int i = 0; i < types.size(); i++) {
            if (symbols.put(types.get(i), i + 1) != null) {
                throw new IllegalArgumentException(types.get(i) + " stands twice in the alphabet");
            }
        }
    }

    /// The types that occur in some sequences.
    public static Alphabet of(Collection<List<String>> sequences) {
        TreeSet<String> types = new TreeSet<>(METHODS_FIRST);
        sequences.forEach(types::addAll);
        return new Alphabet(List.copyOf(types));
    }

    /// The types of a model file, in its order.
    ///
    /// @throws IllegalArgumentException if one is there twice
    public static Alphabet ofTypes(List<String> types) {
        return new Alphabet(types);
    }

    /// The types in the order of their symbols: the first one is 1.
    public List<String> types() {
        return types;
    }

    /// How many symbols there are, padding included: the paper's LM = M + 1.
    public int symbols() {
        return types.size() + 1;
    }

    /// The symbol of a type.
    public int symbol(String type) {
        return symbols.getOrDefault(type, UNSEEN);
    }

    /// The type of a symbol from 1.
    ///
    /// @throws IllegalArgumentException if there is none
    public String type(int symbol) {
        if (symbol < 1 || symbol > types.size()) {
            throw new IllegalArgumentException("The alphabet has no symbol " + symbol);
        }
        return types.get(symbol - 1);
    }

    /// The symbols of a sequence.
    public int[] symbols(List<String> sequence) {
        return sequence.stream().mapToInt(this::symbol).toArray();
    }
}
