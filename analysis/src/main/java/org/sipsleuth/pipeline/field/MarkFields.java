package org.sipsleuth.pipeline.field;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.SuppliedField;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sequence.Mark;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.unknown.ScoredSequences;

/// What a model of known dialogs says of a dialog.
public final class MarkFields {

    private static final String MARK = "dialog.mark";
    private static final String UNKNOWN = "dialog.unknown";
    private static final String OBSERVED = "dialog.observed";
    private static final String MAXIMUM = "dialog.maximum";
    private static final String SKEWNESS = "dialog.skewness";
    private static final String KURTOSIS = "dialog.kurtosis";

    /// The names of all of them.
    public static final List<String> NAMES =
            List.of(MARK, UNKNOWN, OBSERVED, MAXIMUM, SKEWNESS, KURTOSIS);

    private static final List<String> MARKS = Arrays.stream(Mark.values()).map(Mark::word).toList();

    /// Scores, and the capture whose dialogs they are of.
    ///
    /// @param index the capture, or an earlier part of it
    public record Scores(SipIndex index, ScoredSequences scored) {

        /// The score of a dialog; nothing where it is not known.
        private Optional<SequenceScore> of(SipIndex asked, int dialog) {
            return DialogFindings.isSame(index, asked) && dialog < index.dialogs().size()
                    ? Optional.of(scored.score(scored.sequences().ofDialog(dialog)))
                    : Optional.empty();
        }

        private Mark mark(SequenceScore score) {
            return scored.model().thresholds().byMoments(score);
        }
    }

    private MarkFields() {}

    /// The fields with the values of these scores; without values where there are none.
    public static List<SuppliedField> of(Optional<Scores> scores) {
        return List.of(
                field(
                        MARK,
                        FieldKind.TEXT,
                        "Verdict of the model: known, between, unknown",
                        MARKS,
                        scores,
                        (known, score, values) -> values.text(known.mark(score).word())),
                field(
                        UNKNOWN,
                        FieldKind.BOOLEAN,
                        "Whether the model classifies its dialog as unknown or between",
                        List.of(),
                        scores,
                        (known, score, values) ->
                                values.whole(known.mark(score) == Mark.KNOWN ? 0 : 1)),
                field(
                        OBSERVED,
                        FieldKind.BOOLEAN,
                        "Whether its dialog's sequence was observed in training",
                        List.of(),
                        scores,
                        (_, score, values) -> values.whole(score.isObserved() ? 1 : 0)),
                number(
                        MAXIMUM,
                        "Maximum output of the model for its dialog, 0 to 1; low is anomalous",
                        scores,
                        (score, values) -> values.real(score.maximum())),
                number(
                        SKEWNESS,
                        "Skewness of the model's outputs, 0 to 1; low is anomalous",
                        scores,
                        (score, values) -> values.real(score.skewness())),
                number(
                        KURTOSIS,
                        "Kurtosis of the model's outputs, 0 to 1; low is anomalous",
                        scores,
                        (score, values) -> values.real(score.kurtosis())));
    }

    private interface Telling {
        void tell(Scores scores, SequenceScore score, Values values);
    }

    private static SuppliedField number(
            String name,
            String description,
            Optional<Scores> scores,
            BiConsumer<SequenceScore, Values> value) {
        return field(
                name,
                FieldKind.REAL,
                description,
                List.of(),
                scores,
                (_, score, values) -> value.accept(score, values));
    }

    private static SuppliedField field(
            String name,
            FieldKind kind,
            String description,
            List<String> choices,
            Optional<Scores> scores,
            Telling telling) {
        return SuppliedField.of(
                name,
                kind,
                description,
                choices,
                (index, dialog, values) ->
                        scores.ifPresent(
                                known ->
                                        known.of(index, dialog)
                                                .ifPresent(
                                                        score ->
                                                                telling.tell(
                                                                        known, score, values))));
    }
}
