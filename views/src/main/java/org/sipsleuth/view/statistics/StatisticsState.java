package org.sipsleuth.view.statistics;

import java.util.Optional;
import org.sipsleuth.dialog.statistics.Statistics;

/// The state of the statistics.
sealed interface StatisticsState {

    /// No capture is open.
    record NoCapture() implements StatisticsState {}

    /// They are being counted.
    ///
    /// @param before what is known of an earlier part of the capture, or of another choice
    record Counting(Optional<Statistics> before) implements StatisticsState {}

    /// They are known.
    record Known(Statistics all) implements StatisticsState {}

    /// The user stopped the counting.
    record Stopped() implements StatisticsState {}

    /// They cannot be counted: a mistake of the program, reported in the log.
    record Failed() implements StatisticsState {}

    /// What is known.
    default Optional<Statistics> statistics() {
        return switch (this) {
            case Known(var all) -> Optional.of(all);
            case Counting(var before) -> before;
            case NoCapture _,Stopped _,Failed _ -> Optional.empty();
        };
    }
}
