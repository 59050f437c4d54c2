package org.sipsleuth.search;

/// Finds the next match of a search term. Not thread-safe.
@FunctionalInterface
interface ByteFinder {

    /// Finds the first match at or after `from`, packed as by [#range]; [#NONE] if there is none.
    /// Empty matches do not count.
    long next(byte[] bytes, int from);

    /// Whether there is a match.
    default boolean isIn(byte[] bytes) {
        return next(bytes, 0) != NONE;
    }

    /// No match.
    long NONE = -1;

    /// A range in one number.
    static long range(int from, int to) {
        return (long) from << 32 | to;
    }

    /// Where a packed range begins.
    static int from(long range) {
        return (int) (range >>> 32);
    }

    /// Where it ends.
    static int to(long range) {
        return (int) range;
    }
}
