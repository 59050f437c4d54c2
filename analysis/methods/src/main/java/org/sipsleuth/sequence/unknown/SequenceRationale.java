package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.percent;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.List;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.known.StepProbability;

/// Explains the scores of a sequence: the probability of each message in training, and how the
/// statistics came about.
final class SequenceRationale {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;
    private static final int MOST_STEPS = 60;

    private final Rationale.Builder lines = new Rationale.Builder();

    private SequenceRationale() {}

    /// Why a group is unknown.
    static Rationale of(UnknownGroup group) {
        SequenceRationale rationale = new SequenceRationale();
        rationale.addSteps(group);
        rationale.addFormulas(group.model(), group.types(), group.score());
        return rationale.lines.build();
    }

    /// How a sequence is known that was observed in training.
    static Rationale ofKnown(SequenceModel model, SequenceScore score) {
        SequenceRationale rationale = new SequenceRationale();
        rationale.addKnown(model, score);
        rationale.addFormulas(model, model.known().types(score.observed()), score);
        return rationale.lines.build();
    }

    private void addSteps(UnknownGroup group) {
        lines.detail(TEXTS.sentence("steps"));
        List<StepProbability> steps = group.steps();
        int left = group.leftAt();
        for (int i = 0; i < Math.min(MOST_STEPS, steps.size()); i++) {
            StepProbability step = steps.get(i);
            Sentence name = TEXTS.sentence("step", count(i + 1), term(DifferenceText.shown(step.type())));
            if (i == left) {
                lines.decisive(name, TEXTS.sentence("step.left"));
            } else if (step.isKnown()) {
                lines.line(name, percent(step.probability(), 1));
            } else {
                lines.line(name, TEXTS.sentence("step.beyond"));
            }
        }
        if (steps.size() > MOST_STEPS) {
            lines.line(none(), TEXTS.sentence("more", count(steps.size() - MOST_STEPS)));
        }
    }

    private void addKnown(SequenceModel model, SequenceScore score) {
        lines.detail(TEXTS.sentence("known"))
                .line(TEXTS.sentence("known.as"),
                        TEXTS.sentence("known.dialog", SequenceText.text(model.known().types(score.observed())),
                                count(score.observed()), count(model.known().count(score.observed())),
                                count(model.known().dialogs())))
                .line(TEXTS.sentence("known.moments"), mark(model.thresholds().byMoments(score)))
                .line(TEXTS.sentence("known.maximum"), mark(model.thresholds().byMaximum(score)));
    }

    private static Sentence mark(NetworkMark mark) {
        return TEXTS.sentence("network." + mark.word());
    }

    private void addFormulas(SequenceModel model, List<String> types, SequenceScore score) {
        int known = model.known().size();
        lines.detail(TEXTS.sentence("explain"))
                .line(none(), TEXTS.sentence("explain.output", count(known)))
                .line(none(), TEXTS.sentence("explain.tree", count(known)));
        SequenceExplanations.of(model, types, score).forEach(lines::explained);
    }
}
