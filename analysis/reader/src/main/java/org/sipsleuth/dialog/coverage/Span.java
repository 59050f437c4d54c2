package org.sipsleuth.dialog.coverage;

/// A span of time, both ends included.
///
/// @param fromNanos its beginning in ns since the epoch
/// @param toNanos its end
public record Span(long fromNanos, long toNanos) {

    /// No time at all.
    public static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    /// Whether it holds no moment.
    public boolean isEmpty() {
        return fromNanos > toNanos;
    }

    /// From the earlier beginning to the later end.
    public Span join(Span other) {
        return new Span(Math.min(fromNanos, other.fromNanos), Math.max(toNanos, other.toNanos));
    }

    /// The time from the end of this one to the beginning of another; negative where they overlap;
    /// the longest that can be represented where it is longer.
    public long gapTo(Span later) {
        long gap = later.fromNanos - toNanos;
        if (later.fromNanos >= toNanos) {
            return gap < 0 ? Long.MAX_VALUE : gap;
        }
        return gap > 0 ? -Long.MAX_VALUE : gap;
    }
}
