package org.sipsleuth.dialog.coverage;

import java.util.List;

/// What is known of the time that one capture file covers: from its first to its last frame,
/// whatever the frames hold.
///
/// @param captured the earliest and the latest time of its frames
/// @param clockEndNanos until when its clock is known to have run ([ClockEnd])
/// @param reported the same of the messages whose time is that of a report (HEP), which the clock
///     of another host states
/// @param longestPauseNanos the longest time without a frame
/// @param usualGapNanos the median of the time from one frame to the next
/// @param interfaces its interfaces, sorted, where each has a name: link type, name, and what else
///     distinguishes hosts; empty if one has no name
/// @param continues the number of the file whose capture goes on in this one, as rings are written;
///     [#NONE] if there is none
public record FileSpan(Span captured, long clockEndNanos, Span reported, long longestPauseNanos, long usualGapNanos,
        List<String> interfaces, int continues) {

    /// No file.
    public static final int NONE = -1;

    /// A file without frames.
    public static final FileSpan EMPTY = new FileSpan(Span.NONE, Span.NONE, 0, 0, List.of(), NONE);

    private static final long SECOND = 1_000_000_000L;

    /// Shorter gaps are no holes.
    private static final long SHORTEST_HOLE_NANOS = SECOND;

    /// A gap is a hole if it is at least this many times the longest pause within the two files.
    private static final int HOLE_PAUSES = 2;

    /// Files of one interface that follow each other so soon are one coverage.
    private static final long SOON_NANOS = 2 * SECOND;

    /// The same, in usual gaps.
    private static final long SOON_GAPS = 10;

    /// One whose clock ran to its last frame.
    public FileSpan(Span captured, Span reported, long longestPauseNanos, long usualGapNanos, List<String> interfaces,
            int continues) {
        this(captured, captured.toNanos(), reported, longestPauseNanos, usualGapNanos, interfaces, continues);
    }

    public FileSpan {
        interfaces = List.copyOf(interfaces);
    }

    /// The longest time without a frame within this file and another.
    public long longestPauseNanos(FileSpan other) {
        return Math.max(longestPauseNanos, other.longestPauseNanos);
    }

    /// Whether the gap between this file and the next is far longer than any pause within the two,
    /// so that a file is probably missing.
    public boolean isHoleBefore(FileSpan next) {
        long gap = captured.gapTo(next.captured);
        long pause = longestPauseNanos(next);
        return gap > SHORTEST_HOLE_NANOS && pause > 0 && gap / HOLE_PAUSES > pause;
    }

    /// Whether another file of the same interface begins before this one ends, or soon after.
    boolean isFollowedBy(FileSpan next) {
        long usual = Math.max(usualGapNanos, next.usualGapNanos);
        return captured.gapTo(next.captured) <= longestGapNanos(usual, 0);
    }

    /// How long after the end of a file the next part of its capture may begin: 2 s, ten usual
    /// gaps, or twice its longest pause, whichever is longest.
    public static long longestGapNanos(long usualGapNanos, long longestPauseNanos) {
        return Math.max(SOON_NANOS, Math.max(times(SOON_GAPS, usualGapNanos), times(HOLE_PAUSES, longestPauseNanos)));
    }

    private static long times(long factor, long nanos) {
        return nanos > Long.MAX_VALUE / factor ? Long.MAX_VALUE : factor * nanos;
    }

    /// The same with numbers of files that are higher.
    FileSpan shifted(int by) {
        return new FileSpan(captured, clockEndNanos, reported, longestPauseNanos, usualGapNanos, interfaces,
                continues == NONE ? NONE : continues + by);
    }
}
