package org.sipsleuth.view.sequence.session;

import java.nio.file.Path;
import java.util.Optional;
import org.sipsleuth.sequence.SequenceModel;

/// How it stands with the model in use.
public sealed interface ModelState {

    /// Where a model comes from.
    sealed interface Source {

        /// It comes with the program.
        record Shipped() implements Source {}

        /// It was opened from a file, or saved to it.
        record File(Path path) implements Source {}

        /// It was trained in this window, and is not saved.
        record Trained() implements Source {}

        /// It is kept in the open case.
        record Case() implements Source {}
    }

    /// No model.
    record None() implements ModelState {}

    /// One is being opened; the one before is still in use.
    record Opening(Source source, Optional<InUse> before) implements ModelState {}

    /// One is in use.
    record InUse(SequenceModel model, Source source) implements ModelState {}

    /// One could not be opened; the one before is still in use.
    ///
    /// @param reason a sentence for the user
    record Refused(Source source, String reason, Optional<InUse> before) implements ModelState {}

    /// What is in use.
    default Optional<InUse> inUse() {
        return switch (this) {
            case None() -> Optional.empty();
            case Opening(_, var before) -> before;
            case InUse use -> Optional.of(use);
            case Refused(_, _, var before) -> before;
        };
    }
}
