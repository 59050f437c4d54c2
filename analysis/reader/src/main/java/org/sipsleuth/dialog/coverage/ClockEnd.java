package org.sipsleuth.dialog.coverage;

/// Until when the clock of a capture file is known to have run: the latest time of its frames, but
/// for frames whose time the frames after them contradict. One frame with a wrong time is no
/// evidence that anybody waited until then.
///
/// - Where times go back by more than an hour, the clock runs from there on.
/// - A single frame at the end, more than a year after all others, does not count.
public final class ClockEnd {

    private static final long HOUR = 3_600_000_000_000L;

    /// Packets that are written out of order, and corrections of a clock, are less.
    private static final long WENT_BACK_NANOS = HOUR;

    /// No capture waits a year for a frame.
    private static final long LONGEST_WAIT_NANOS = 365 * 24 * HOUR;

    private boolean isBegun;
    private long end;
    private long known;

    /// Adds the time of the next frame, in ns since the epoch.
    public void add(long nanos) {
        boolean isReset = !isBegun || isLater(end, nanos, WENT_BACK_NANOS);
        boolean isLonely = isBegun && isLater(nanos, end, LONGEST_WAIT_NANOS);
        long latest = isReset ? nanos : Math.max(end, nanos);
        known = isLonely ? end : latest;
        end = latest;
        isBegun = true;
    }

    /// Until when it ran, in ns since the epoch.
    public long nanos() {
        return known;
    }

    /// Whether a time is later than another by more than this; times of damaged files may be further
    /// apart than fits into a number.
    private static boolean isLater(long nanos, long than, long by) {
        return nanos > than && (nanos - than < 0 || nanos - than > by);
    }
}
