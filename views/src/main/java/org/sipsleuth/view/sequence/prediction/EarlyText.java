package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.corpus.Folding;
import org.sipsleuth.sequence.known.TreeCursor;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.ui.Texts;

/// Why no known sequence is named for a dialog yet.
final class EarlyText {

    /// A class with less probability leads no other.
    private static final double LEAST_LEADING = 0.5;

    /// So many sequences that continue alike say nothing of which one it is.
    private static final int MANY = 5;

    private EarlyText() {}

    /// The reason; empty where a known sequence leads and few continue alike.
    static Optional<String> of(Moment moment) {
        List<PredictionStep.Leading> leading = moment.step().leading();
        if (leading.isEmpty()) {
            return Optional.of(
                    Texts.text("sequence.prediction.networks.none", DifferenceText.shown(moment.types().getFirst())));
        }
        if (moment.isEnd()) {
            return Optional.empty();
        }
        int alike = alike(moment);
        if (alike >= MANY) {
            return early(Texts.text("sequence.prediction.early.many", alike));
        }
        return leading.getFirst().probability() < LEAST_LEADING ? early(Texts.text("sequence.prediction.early.leader"))
                : Optional.empty();
    }

    private static Optional<String> early(String why) {
        return Optional.of(Texts.text("sequence.prediction.early", why));
    }

    /// How many known sequences begin with the messages so far.
    private static int alike(Moment moment) {
        if (!moment.step().reference().isKnown()) {
            return 0;
        }
        boolean folds = !moment.course().model().settings().messages().repeats();
        TreeCursor walk = moment.course().model().known().tree().walk();
        (folds ? Folding.of(moment.types()) : moment.types()).forEach(walk::next);
        return walk.isKnown() ? moment.course().model().known().tree().sequences(walk.node()) : 0;
    }
}
