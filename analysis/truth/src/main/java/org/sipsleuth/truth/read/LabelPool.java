package org.sipsleuth.truth.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.truth.TruthLabel;

/// The labels of a truth, each kept once; and how much text may be kept in all.
final class LabelPool {

    private static final long MOST_CHARACTERS = 1 << 24;

    private final List<TruthLabel> labels = new ArrayList<>();
    private final Map<TruthLabel, Integer> numbers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private long characters;

    /// The number of a label.
    int number(TruthLabel label) {
        Integer known = numbers.get(label);
        if (known != null) {
            return known;
        }
        labels.add(label);
        numbers.put(label, labels.size() - 1);
        return labels.size() - 1;
    }

    /// What the numbers mean; grows with the pool.
    List<TruthLabel> labels() {
        return labels;
    }

    /// A text, kept once.
    String text(String text) {
        String known = texts.putIfAbsent(text, text);
        if (known != null) {
            return known;
        }
        characters += text.length() + Long.BYTES;
        return text;
    }

    /// Whether there is more text than anybody needs.
    boolean isTooMuch() {
        return characters > MOST_CHARACTERS;
    }
}
