package org.sipsleuth.rule;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// The texts of all rules: a key such as `scan.measure.hosts` is in the file `scan.properties`
/// beside it, the words that rules share in `texts.properties`.
final class RuleTexts {

    private final MethodTexts shared = MethodTexts.beside(RuleTexts.class);
    private final Map<String, MethodTexts> parts = new ConcurrentHashMap<>();

    /// What the rules share.
    MethodTexts shared() {
        return shared;
    }

    /// What the text with this key states, as [MethodTexts#sentence].
    Sentence sentence(String key, Sentence... arguments) {
        return holding(key).sentence(key, arguments);
    }

    private MethodTexts holding(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? shared : parts.computeIfAbsent(key.substring(0, dot), this::part);
    }

    private MethodTexts part(String word) {
        boolean isOfOneRule = RuleTexts.class.getResource(word + ".properties") != null;
        return isOfOneRule ? MethodTexts.beside(RuleTexts.class, word) : shared;
    }
}
