package org.sipsleuth.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.sipsleuth.text.FileName;

/// An output that could not be written (exit code 4). The message is a sentence for the user that
/// names the file.
public final class OutputFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputFailedException(Path target, String reason) {
        super(FileName.text(target) + ": cannot be written: " + reason);
    }

    OutputFailedException(Path target, IOException cause) {
        super(FileName.text(target) + ": cannot be written: " + reason(cause), cause);
    }

    /// Exceptions of the file system often hold no more than the name of the file.
    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "no permission";
            case NoSuchFileException gone -> "its directory is no longer there";
            case FileSystemException system when system.getReason() != null -> String.valueOf(system.getReason());
            default -> String.valueOf(cause.getMessage());
        };
    }
}
