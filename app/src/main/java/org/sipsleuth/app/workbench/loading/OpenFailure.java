package org.sipsleuth.app.workbench.loading;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.text.StartCommand;

/// Why captures could not be opened, in the user's words.
///
/// @param what what happened
/// @param meaning what that means for the evidence
/// @param advice what to do
public record OpenFailure(String what, String meaning, String advice) {

    /// Puts the cause of a failure in words.
    public static OpenFailure of(Throwable cause, List<Path> files) {
        return switch (cause) {
            case CaptureFormatException format -> failure("format", subject(files), reason(format), format.offset());
            case CaptureChangedException changed -> of(changed);
            case NoSuchFileException gone -> failure("gone", named(gone, files));
            case AccessDeniedException denied -> failure("denied", named(denied, files));
            case FileSystemException system -> failure("unreadable", named(system, files), reason(system));
            case NotEnoughMemoryException little -> failure("memory.needed", subject(files),
                    Long.toString(little.neededMebibytes()), StartCommand.text());
            case IOException io -> failure("unreadable", subject(files), reason(io));
            case Throwable fault when MemoryFault.isIn(fault) -> failure("memory", subject(files), StartCommand.text());
            default -> failure("mistake", subject(files), cause.getClass().getSimpleName());
        };
    }

    /// A capture that changed after it was opened.
    static OpenFailure of(CaptureChangedException change) {
        String prefix = "workbench.failure.changed";
        String kind = switch (change.change()) {
            case SHORTENED, MODIFIED -> "modified";
            case REPLACED -> "replaced";
            case REMOVED -> "removed";
            case UNREADABLE -> "unreadable";
        };
        return new OpenFailure(text(prefix + ".what", name(change.path())), text(prefix + ".meaning." + kind),
                text(prefix + ".advice"));
    }

    /// A fault of ours.
    ///
    /// @param kind the class of what was thrown
    /// @param log where its details are
    public static OpenFailure fault(String kind, String log) {
        return failure("fault", kind, log);
    }

    /// A file that is not, or no longer, there.
    public static OpenFailure missing(Path file) {
        return failure("gone", name(file));
    }

    /// A folder in which no capture is.
    public static OpenFailure emptyFolder(Path folder) {
        return failure("folder", name(folder));
    }

    /// A key log that nothing is open for.
    public static OpenFailure keyLogAlone(Path file) {
        return failure("key.log", name(file));
    }

    /// A sample capture that could not be written to a directory, to be read from there.
    public static OpenFailure sample(String name, Path directory) {
        return failure("sample", name, directory);
    }

    private static OpenFailure failure(String key, Object... arguments) {
        String prefix = "workbench.failure." + key;
        return new OpenFailure(text(prefix + ".what", arguments), text(prefix + ".meaning", arguments),
                text(prefix + ".advice", arguments));
    }

    private static String named(FileSystemException exception, List<Path> files) {
        String file = exception.getFile();
        return file == null ? subject(files) : name(Path.of(file));
    }

    private static String subject(List<Path> files) {
        return files.size() == 1 ? name(files.getFirst()) : text("workbench.failure.one.of", files.size());
    }

    private static String name(Path file) {
        return FileName.last(file);
    }

    private static String reason(Exception exception) {
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }
}
