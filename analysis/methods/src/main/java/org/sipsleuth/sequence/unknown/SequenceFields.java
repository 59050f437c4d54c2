package org.sipsleuth.sequence.unknown;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.sequence.SequenceScore;

/// What a model of known dialogs measures of a dialog, whether it fits the capture or not. The
/// verdict that rests on it, where it fits, is that of
/// `dialog.mark` ([org.sipsleuth.pipeline.Verdicts]).
final class SequenceFields {

    private static final String NETWORK = "network.mark";
    private static final String OBSERVED = "dialog.observed";
    private static final String MAXIMUM = "dialog.maximum";
    private static final String SKEWNESS = "dialog.skewness";
    private static final String KURTOSIS = "dialog.kurtosis";

    private static final List<String> MARKS = Arrays.stream(NetworkMark.values()).map(NetworkMark::word).toList();

    private SequenceFields() {}

    /// The fields with the values of these scores; without values where there are none.
    static List<DynamicField> of(Optional<SequenceDetection> scores) {
        return List.of(
                field(NETWORK, FieldKind.TEXT, VerdictText.ofNetwork().text(), MARKS, scores,
                        (known, _, score, values) -> values.text(mark(known, score).word())),
                field(OBSERVED, FieldKind.BOOLEAN,
                        "Whether every step of its dialog was observed in training, per hop, also"
                                + " where the model does not fit; with older models its whole sequence",
                        List.of(), scores,
                        (known, dialog, _, values) -> values.whole(known.isObserved(dialog) ? 1 : 0)),
                number(MAXIMUM, "Maximum output of the network for its dialog, 0 to 1; low is anomalous", scores,
                        (score, values) -> values.real(score.maximum())),
                number(SKEWNESS, "Skewness of the network's outputs, 0 to 1; low is anomalous", scores,
                        (score, values) -> values.real(score.skewness())),
                number(KURTOSIS, "Kurtosis of the network's outputs, 0 to 1; low is anomalous", scores,
                        (score, values) -> values.real(score.kurtosis())));
    }

    private interface Reading {
        void read(SequenceDetection scores, int dialog, SequenceScore score, Values values);
    }

    private static DynamicField number(String name, String description, Optional<SequenceDetection> scores,
            BiConsumer<SequenceScore, Values> value) {
        return field(name, FieldKind.REAL, description, List.of(), scores,
                (_, _, score, values) -> value.accept(score, values));
    }

    private static DynamicField field(String name, FieldKind kind, String description, List<String> choices,
            Optional<SequenceDetection> scores, Reading reading) {
        return DynamicField.of(name, kind, description, choices, (index, dialog, values) -> scores.ifPresent(
                known -> score(known, index, dialog).ifPresent(score -> reading.read(known, dialog, score, values))));
    }

    /// The score of a dialog; empty where it is not known. In an earlier part of the same capture
    /// dialogs have the same numbers.
    private static Optional<SequenceScore> score(SequenceDetection scores, SipIndex asked, int dialog) {
        return scores.isOf(asked) && dialog < scores.index().dialogs().size()
                ? Optional.of(scores.scored().score(scores.scored().sequences().ofDialog(dialog)))
                : Optional.empty();
    }

    private static NetworkMark mark(SequenceDetection scores, SequenceScore score) {
        return scores.model().thresholds().byMoments(score);
    }
}
