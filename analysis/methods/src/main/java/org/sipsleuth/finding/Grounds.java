package org.sipsleuth.finding;

import java.util.List;
import org.sipsleuth.sentence.Sentence;

/// Why something was found.
///
/// @param measures what was measured; the first one decided
/// @param isGrounded whether the sample was large enough to say anything
/// @param sample the sample in words: `trained with 9,391 dialogs`
public record Grounds(List<Measurement> measures, boolean isGrounded, Sentence sample) {

    /// @throws IllegalArgumentException if nothing was measured
    public Grounds {
        measures = List.copyOf(measures);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("A finding without a measure");
        }
    }

    /// What decided.
    public Measurement decisive() {
        return measures.getFirst();
    }
}
