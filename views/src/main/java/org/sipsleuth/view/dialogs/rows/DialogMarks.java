package org.sipsleuth.view.dialogs.rows;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.unknown.ScoredSequences;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.fx.Texts;

/// What the model in use says of the dialogs in the list: known, unknown or between, by skewness
/// and kurtosis.
public final class DialogMarks {

    private final SequenceDetection analysis;

    /// @param analysis of the capture, or of an earlier part of it
    public DialogMarks(SequenceDetection analysis) {
        this.analysis = analysis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DialogMarks marks && marks.analysis.equals(analysis);
    }

    @Override
    public int hashCode() {
        return analysis.hashCode();
    }

    /// The mark of a dialog; empty where it is not known yet.
    public Optional<Mark> of(int dialog) {
        if (dialog >= analysis.index().dialogs().size()) {
            return Optional.empty();
        }
        ScoredSequences scored = analysis.scored();
        int sequence = scored.sequences().ofDialog(dialog);
        return Optional.of(scored.model().thresholds().byMoments(scored.score(sequence)));
    }

    /// The score of a dialog; empty where it is not known yet.
    Optional<SequenceScore> score(int dialog) {
        if (dialog >= analysis.index().dialogs().size()) {
            return Optional.empty();
        }
        ScoredSequences scored = analysis.scored();
        return Optional.of(scored.score(scored.sequences().ofDialog(dialog)));
    }

    /// The mark in words, and what the reference says.
    String words(int dialog) {
        Optional<Mark> mark = of(dialog);
        if (mark.isEmpty()) {
            return "";
        }
        ScoredSequences scored = analysis.scored();
        boolean isObserved = scored.score(scored.sequences().ofDialog(dialog)).isObserved();
        return Texts.text(
                isObserved ? "dialogs.known.observed" : "dialogs.known.never", mark.get().word());
    }

    /// Unknown dialogs sort first, those without a mark last.
    int order(int dialog) {
        return of(dialog)
                .map(
                        mark ->
                                switch (mark) {
                                    case UNKNOWN -> 0;
                                    case BETWEEN -> 1;
                                    case KNOWN -> 2;
                                })
                .orElse(3);
    }
}
