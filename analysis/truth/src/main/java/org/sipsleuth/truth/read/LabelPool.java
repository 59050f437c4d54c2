package org.sipsleuth.truth.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.UserFacts;

/// The labels and users of a truth, equal ones kept once; and how much text may be kept in all.
final class LabelPool {

    private static final long MOST_CHARACTERS = 1 << 24;

    /// What the dates of a user count as.
    private static final int CHARACTERS_PER_USER = 64;

    private final List<TruthLabel> labels = new ArrayList<>();
    private final Map<TruthLabel, Integer> numbers = new HashMap<>();
    private final List<UserFacts> users = new ArrayList<>();
    private final Map<UserFacts, Integer> userNumbers = new HashMap<>();
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

    /// The number of what is known of a user.
    int number(UserFacts user) {
        Integer known = userNumbers.putIfAbsent(user, users.size());
        if (known != null) {
            return known;
        }
        users.add(user);
        characters += CHARACTERS_PER_USER;
        return users.size() - 1;
    }

    /// What the numbers of users mean; grows with the pool.
    List<UserFacts> users() {
        return users;
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
