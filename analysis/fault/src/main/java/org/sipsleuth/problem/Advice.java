package org.sipsleuth.problem;

import java.util.Locale;
import java.util.stream.Stream;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// What to do about a problem: by its kind, and where the status code or the method makes a difference
/// by these.
final class Advice {

    private static final String PREFIX = "advice.";
    private static final MethodTexts TEXTS = ProblemTexts.TEXTS;

    private Advice() {}

    /// Of a kind; says nothing where nothing can be done.
    static Sentence of(String kind) {
        return TEXTS.find(PREFIX + kind).orElse(Sentence.none());
    }

    /// Of one cause of a kind, `jitter sender`; says nothing where there is none for this very cause.
    static Sentence ofKey(String key) {
        return of(key.replace(' ', '.'));
    }

    /// Of a kind, as the status code that decided or the method that was asked for has it.
    static Sentence of(String kind, String method, int status) {
        return Stream.of(kind + "." + status, kind + "." + method.toLowerCase(Locale.ROOT))
                .flatMap(key -> TEXTS.find(PREFIX + key).stream())
                .findFirst()
                .orElseGet(() -> of(kind));
    }

    /// Of what an attacker does not get, whatever it is: nothing is to be repaired.
    static Sentence ofAttacker() {
        return TEXTS.sentence("advice.of_attacker");
    }
}
