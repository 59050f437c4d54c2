package org.sipsleuth.dialog.coverage;

import java.util.List;

/// A time in which the traffic of one place was captured without interruption.
///
/// @param files the numbers of the files that it lies in, in the order of time
/// @param captured from the first to the last frame
/// @param clockEndNanos until when the clocks of its files are known to have run ([ClockEnd])
/// @param reported from the first to the last message whose time is that of a report
public record Coverage(List<Integer> files, Span captured, long clockEndNanos, Span reported) {

    public Coverage {
        files = List.copyOf(files);
    }

    /// Until when the clock of a message is known to have run.
    ///
    /// @param isReported whether the message has the time of a report
    public long clockEndNanos(boolean isReported) {
        return isReported ? reported.toNanos() : clockEndNanos;
    }

    /// The time that it covers by the clock of a message.
    ///
    /// @param isReported whether the message has the time of a report
    public Span by(boolean isReported) {
        return isReported ? reported : captured;
    }
}
