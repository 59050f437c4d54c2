package org.sipsleuth.live;

import java.nio.file.Path;

/// Where captured packets go, and how many are kept.
///
/// @param directory holds the files; made if it is not there
/// @param files how many files there are at most
/// @param fileBytes how large each may become
public record RingSettings(Path directory, int files, long fileBytes) {

    /// As many files as there are unless somebody wants others.
    public static final int DEFAULT_FILES = 8;

    /// As large as they become unless somebody wants others.
    public static final long DEFAULT_FILE_BYTES = 64L << 20;

    /// Each file is mapped.
    public static final int MOST_FILES = 1000;

    private static final long LEAST_FILE_BYTES = 1L << 20;
    private static final long MOST_FILE_BYTES = 64L << 30;

    public RingSettings {
        if (files < 2 || files > MOST_FILES) {
            throw new IllegalArgumentException("a ring has 2 to %d files".formatted(MOST_FILES));
        }
        if (fileBytes < LEAST_FILE_BYTES || fileBytes > MOST_FILE_BYTES) {
            throw new IllegalArgumentException("a file of a ring has 1 MiB to 64 GiB");
        }
    }

    /// The usual number and size.
    public static RingSettings in(Path directory) {
        return new RingSettings(directory, DEFAULT_FILES, DEFAULT_FILE_BYTES);
    }
}
