package org.sipsleuth.dialog.order;

/// Where a file is in time, beside those that begin before it.
public sealed interface FilePlace {

    /// The number of the file.
    int file();

    /// The file that begins first.
    record First(int file) implements FilePlace {}

    /// A file that begins after another, which reaches furthest of all that do.
    sealed interface Later extends FilePlace {

        /// The number of that other file.
        int before();

        /// The time from its end to the beginning of this one; negative if that comes first.
        long gapNanos();
    }

    /// A file that begins when the other has ended.
    ///
    /// @param longestPauseNanos the longest time without a frame within either
    /// @param isGap whether the gap is far longer than any pause within the two files
    record After(int file, int before, long gapNanos, long longestPauseNanos, boolean isGap) implements Later {}

    /// A file that begins before the other has ended, and ends after it.
    record Overlapping(int file, int before, long gapNanos) implements Later {}

    /// A file that ends no later than the other.
    record Within(int file, int before, long gapNanos) implements Later {}

    /// A file without frames.
    record Empty(int file) implements FilePlace {}
}
