package org.sipsleuth.view.belief.state;

import java.util.Optional;

/// How it stands with the beliefs.
public sealed interface BeliefState {

    /// No capture is open.
    record NoCapture() implements BeliefState {}

    /// They are being formed.
    ///
    /// @param before what is believed of an earlier part of the capture, or with other settings
    record Counting(Optional<Believed> before) implements BeliefState {}

    /// They are there.
    record Known(Believed all) implements BeliefState {}

    /// The user stopped the counting.
    record Stopped() implements BeliefState {}

    /// They cannot be formed: a fault in the program, reported in the log.
    record Failed() implements BeliefState {}

    /// What is known.
    default Optional<Believed> believed() {
        return switch (this) {
            case Known(var all) -> Optional.of(all);
            case Counting(var before) -> before;
            case NoCapture _,Stopped _,Failed _ -> Optional.empty();
        };
    }
}
