package org.sipsleuth.dialog.order;

/// Where a file stands in time, beside the one before it that reaches furthest.
public sealed interface FilePlace {

    /// The number of the file.
    int file();

    /// The file that begins first.
    record First(int file) implements FilePlace {}

    /// A file that begins when the one before has ended.
    ///
    /// @param before the number of the file before
    /// @param gapNanos what lies between them
    /// @param longestPauseNanos the longest time without a frame within either
    /// @param isHole whether the gap is one that neither file would let expect
    record After(int file, int before, long gapNanos, long longestPauseNanos, boolean isHole)
            implements FilePlace {}

    /// A file that begins before the one before it has ended, and ends after it.
    ///
    /// @param overlapNanos how long both last
    record Overlapping(int file, int before, long overlapNanos) implements FilePlace {}

    /// A file that begins and ends within the time of the one before it.
    record Within(int file, int before) implements FilePlace {}

    /// A file without frames.
    record Empty(int file) implements FilePlace {}
}
