package org.sipsleuth.search;

/// Finds the next place of what is searched for. Used by one thread.
@FunctionalInterface
interface ByteFinder {

    /// Finds the first place at or after `from` and tells it as [#range] packs it; [#NONE] if there
    /// is none. Places that hold no byte do not count.
    long next(byte[] bytes, int from);

    /// Whether there is a place.
    default boolean isIn(byte[] bytes) {
        return next(bytes, 0) != NONE;
    }

    /// There is none.
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
