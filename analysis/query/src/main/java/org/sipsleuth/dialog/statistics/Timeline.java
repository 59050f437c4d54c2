package org.sipsleuth.dialog.statistics;

import java.util.List;

/// How much there was when.
///
/// @param fromNanos where the first interval begins, in ns since the epoch
/// @param stepNanos how long each interval is
/// @param intervals one after the other
public record Timeline(long fromNanos, long stepNanos, List<Interval> intervals) {

    /// What began in an interval of time.
    ///
    /// @param messages messages captured
    /// @param calls calls tried
    /// @param answered those of them that were answered
    /// @param failed those of them that failed, or had no response
    public record Interval(long messages, long calls, long answered, long failed) {}

    public Timeline {
        intervals = List.copyOf(intervals);
    }
}
