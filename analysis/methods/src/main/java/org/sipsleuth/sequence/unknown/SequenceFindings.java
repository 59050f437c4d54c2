package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.Thresholds;

/// Makes a finding of a group of unknown dialogs.
final class SequenceFindings {

    private SequenceFindings() {}

    static Finding of(UnknownGroup group) {
        SequenceModel model = group.model();
        return new Finding(FindingId.of(SequenceModel.KIND, String.join(" ", group.types())),
                new Origin(SequenceModel.KIND, model.identity()), Severity.INFO, // that a dialog is unknown says nothing about harm
                Statement.of(group.departure().word(), SequenceText.title(group), SequenceText.explanation(group),
                        SequenceMethod.TEXTS),
                grounds(group), Evidence.ofDialogs(group.dialogs(), group.callers()),
                new Subject(Subject.Kind.DIALOGS, SequenceText.text(group.types()).text()),
                () -> SequenceRationale.of(group));
    }

    private static Grounds grounds(UnknownGroup group) {
        KnownDialogs known = group.model().known();
        double expected = known.expectedUnknown();
        Sentence sample = SequenceMethod.TEXTS.sentence("sequence.sample", count(known.dialogs()), count(known.size()),
                number(expected * 1_000, 0));
        return new Grounds(measures(group), known.isGrounded(), sample);
    }

    /// What was measured; first what is furthest below its threshold.
    static List<Measurement> measures(UnknownGroup group) {
        List<Measurement> measures = new ArrayList<>(statistics(group.model(), group.score()));
        measures.sort(Comparator.comparing((Measurement measure) -> !measure.isAnomalous())
                .thenComparingDouble(SequenceFindings::share));
        return measures;
    }

    /// Maximum, skewness and kurtosis, and whether the sequence was observed in training.
    static List<Measurement> statistics(SequenceModel model, SequenceScore score) {
        Thresholds thresholds = model.thresholds();
        List<Measurement> measures = new ArrayList<>();
        measures.add(new Measurement(SequenceMethod.TEXTS.sentence("measure.maximum"), score.maximum(),
                thresholds.leastMaximum(score.best()), Measurement.Side.BELOW));
        measures.add(new Measurement(SequenceMethod.TEXTS.sentence("measure.skewness"), score.skewness(),
                thresholds.skewness(), Measurement.Side.BELOW));
        measures.add(new Measurement(SequenceMethod.TEXTS.sentence("measure.kurtosis"), score.kurtosis(),
                thresholds.kurtosis(), Measurement.Side.BELOW));
        measures.add(score.isObserved()
                ? new Measurement(SequenceMethod.TEXTS.sentence("measure.observed"),
                        model.known().count(score.observed()), 1, Measurement.Side.BELOW)
                : new Measurement(SequenceMethod.TEXTS.sentence("measure.observed"), 0, 1, Measurement.Side.BELOW,
                        SequenceMethod.TEXTS.sentence("measure.never")));
        return measures;
    }

    /// How much of its threshold a value has. The count of observations comes last: it has none of
    /// it in every group.
    private static double share(Measurement measure) {
        return SequenceText.isObservation(measure) ? 1 : measure.value() / measure.threshold();
    }
}
