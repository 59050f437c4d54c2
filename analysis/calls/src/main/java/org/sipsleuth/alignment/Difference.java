package org.sipsleuth.alignment;

import java.util.Locale;
import org.sipsleuth.sentence.Sentence;

/// How a sequence differs from a known one.
public record Difference(Alignment alignment) implements Sentence.Open {

    @Override
    public String in(Locale language) {
        return DifferenceText.of(alignment, language);
    }
}
