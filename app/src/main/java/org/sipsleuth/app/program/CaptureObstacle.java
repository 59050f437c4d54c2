package org.sipsleuth.app.program;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.find.DamagedCapture;

/// Why a capture was not read, or not to its end, in words.
public final class CaptureObstacle {

    private CaptureObstacle() {}

    /// Why a file could not be read, in words.
    public static String reason(IOException exception) {
        return switch (exception) {
            case CaptureFormatException format ->
                    "not a readable capture: " + format.getMessage() + " (at byte " + format.offset() + ")";
            case NoSuchFileException gone -> "no such file";
            case FileNotFoundException gone -> "no such file";
            case AccessDeniedException denied -> "permission denied";
            default -> "cannot be read: " + exception.getMessage();
        };
    }

    /// Where the reading of a file ended before the end of the file, and why.
    public static String describe(Path file, Damage damage) {
        return "%s: %s from byte %d on (%s); all before it was read".formatted(CaptureName.of(file),
                damage.isLimit() ? "not read" : "damaged", damage.offset(), damage.what());
    }

    /// The same of a capture of a folder.
    public static String describe(DamagedCapture capture) {
        return capture.isBeingWritten()
                ? "%s: being written; read up to byte %d".formatted(CaptureName.of(capture.path()),
                        capture.damage().offset())
                : describe(capture.path(), capture.damage());
    }
}
