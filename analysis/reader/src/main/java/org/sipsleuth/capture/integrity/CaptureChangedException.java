package org.sipsleuth.capture.integrity;

import java.nio.file.Path;

/// A capture file is no longer the one that was opened, so nothing more can be read of it, and what
/// was computed since it was last known to be unchanged is void.
public final class CaptureChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path path;
    private final FileChange change;

    CaptureChangedException(Path path, FileChange change, String sentence) {
        super(sentence);
        this.path = path;
        this.change = change;
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// What became of it.
    public FileChange change() {
        return change;
    }
}
