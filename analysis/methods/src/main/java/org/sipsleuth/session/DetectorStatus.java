package org.sipsleuth.session;

import java.util.Optional;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.run.Progress;

/// How far a detector is with the open capture.
public sealed interface DetectorStatus {

    /// It is running, or waits for its turn.
    ///
    /// @param progress of the run
    /// @param before what it found in an earlier part of the same capture
    record Running(Progress progress, Optional<Detection> before) implements DetectorStatus {}

    /// It has finished.
    record Finished(Detection result) implements DetectorStatus {}

    /// The user stopped it.
    record Cancelled() implements DetectorStatus {}

    /// It failed; the cause is for the log, and [org.sipsleuth.finding.Fault] for people.
    record Failed(Throwable cause) implements DetectorStatus {}

    /// What it found in the capture, or in an earlier part of it.
    default Optional<Detection> detection() {
        return switch (this) {
            case Finished(var result) -> Optional.of(result);
            case Running(_, var before) -> before;
            case Cancelled _,Failed _ -> Optional.empty();
        };
    }
}
