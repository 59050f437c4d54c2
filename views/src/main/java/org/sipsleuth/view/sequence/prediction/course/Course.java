package org.sipsleuth.view.sequence.prediction.course;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.known.Neighbour;

/// What a model says along one dialog, as far as it has been worked out. Immutable.
///
/// @param model what says it
/// @param messages the dialog
/// @param steps a step after each message so far
/// @param leaders the known dialogs that led, for the chart
/// @param nearest the known dialog most like all of the dialog; empty until it is found, and where
///     the dialog is a known one
public record Course(SequenceModel model, DialogMessages messages, List<PredictionStep> steps, Leaders leaders,
        Optional<Neighbour> nearest) {

    public Course {
        steps = List.copyOf(steps);
    }

    /// Whether all messages have their step.
    public boolean isWhole() {
        return steps.size() == messages.size();
    }

    /// The same with the nearest known dialog.
    public Course with(Neighbour neighbour) {
        return new Course(model, messages, steps, leaders, Optional.of(neighbour));
    }

    /// Whether the dialog, as a whole, was observed in training.
    public boolean isObserved() {
        return !steps.isEmpty() && steps.getLast().score().isObserved();
    }
}
