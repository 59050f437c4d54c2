package org.sipsleuth.view.sequence.session;

import java.util.Optional;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// How it stands with what the model says about the open capture.
public sealed interface AnalysisState {

    /// No capture is open.
    record NoCapture() implements AnalysisState {}

    /// There is no model.
    record NoModel() implements AnalysisState {}

    /// It is being found out.
    ///
    /// @param before what is known of an earlier part of the same capture
    record Running(Optional<SequenceDetection> before) implements AnalysisState {}

    /// It is known.
    record Known(SequenceDetection all) implements AnalysisState {}

    /// The user asked to stop before it was known.
    record Cancelled() implements AnalysisState {}

    /// It cannot be found out.
    ///
    /// @param reason a sentence for the user
    record Failed(String reason) implements AnalysisState {}

    /// What is known now.
    default Optional<SequenceDetection> analysis() {
        return switch (this) {
            case Known(var all) -> Optional.of(all);
            case Running(var before) -> before;
            case NoCapture _,NoModel _,Cancelled _,Failed _ -> Optional.empty();
        };
    }
}
