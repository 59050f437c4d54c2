package org.sipsleuth.triage;

import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.novelty.HopStep;

/// Where a dialog departs from what is usual, and why a row of *Triage* lists it.
public sealed interface Departure {

    /// The message of the index at which it shows.
    int message();

    /// By a step on a hop that training never saw.
    record OfStep(HopStep step) implements Departure {

        @Override
        public int message() {
            return step.message();
        }
    }

    /// By a problem that its hints or its outcome state.
    ///
    /// @param message the first message that proves it
    /// @param title it in a few words
    /// @param explanation what that means in this dialog
    record OfProblem(int message, Sentence title, Sentence explanation) implements Departure {}
}
