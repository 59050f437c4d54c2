package org.sipsleuth.view.sequence.prediction.hop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopStep;
import org.sipsleuth.sequence.novelty.HopTimes;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.view.session.page.MessageSurprise;

/// The steps of one dialog on its hops, and how long such steps take. Immutable.
///
/// @param steps of the dialog
/// @param times of the known dialogs of the capture; empty until they are worked out
/// @param isJudged whether the model fits the capture, so that a step that training never saw is a
///     verdict
public record HopCourse(DialogSteps steps, Optional<HopTimes> times, boolean isJudged) {

    /// What scored the steps.
    public NoveltyModel model() {
        return steps.novelty().model();
    }

    /// The same with the times of the capture.
    HopCourse with(HopTimes known) {
        return new HopCourse(steps, Optional.of(known), isJudged);
    }

    /// The surprise of the messages, for the ladder.
    public MessageSurprise surprise() {
        Map<Integer, Double> bits = new HashMap<>();
        for (HopStep each : steps.all()) {
            bits.merge(each.message(), each.step().bits(), Math::max);
        }
        Optional<HopStep> departure = steps.departure().filter(_ -> isJudged);
        return new MessageSurprise(bits, departure.map(HopStep::message).orElse(-1),
                departure.map(step -> new HopMoment(this, step.message()).sentences().getFirst()).orElse(""));
    }
}
