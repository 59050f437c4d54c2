package org.sipsleuth.app.workbench.loading;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.memory.FittingPart;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.text.FileName;
import org.sipsleuth.text.StartCommand;
import org.sipsleuth.view.ui.UtcTime;

/// Why captures could not be opened, in the user's words.
///
/// @param what what happened
/// @param meaning what that means for the evidence
/// @param advice what to do
/// @param tooLarge what of them would fit into memory, if that is why
public record OpenFailure(String what, String meaning, String advice, Optional<TooLarge> tooLarge) {

    /// Captures that do not fit into memory.
    ///
    /// @param request what was to be read
    /// @param part what of it would fit
    public record TooLarge(OpenRequest request, FittingPart part) {

        /// `Open the first 4 of 10, 10:00:00–12:30:00`
        public String openText() {
            return text("workbench.failure.too.large.open", part.captures().size(), request.of(),
                    times("workbench.failure.too.large.open.time"));
        }

        /// What fits, as a sentence.
        String fitting() {
            String prefix = "workbench.failure.too.large.fits.";
            int first = part.captures().size();
            if (first > 0) {
                return text(prefix + "captures", first, request.of(), times(prefix + "time"));
            }
            return part.time()
                    .map(time -> text(prefix + (request.captures().size() == 1 ? "part" : "none"),
                            UtcTime.dateAndSecond(time.fromNanos()), end(time)))
                    .orElse("");
        }

        private String times(String key) {
            return part.capturesTime()
                    .map(time -> text(key, UtcTime.dateAndSecond(time.fromNanos()), begin(time), end(time)))
                    .orElse("");
        }

        private static String begin(Span time) {
            return isOfADay(time) ? UtcTime.second(time.fromNanos()) : UtcTime.dateAndSecond(time.fromNanos());
        }

        private static boolean isOfADay(Span time) {
            return UtcTime.sameDay(time.fromNanos(), time.toNanos());
        }

        private static String end(Span time) {
            return isOfADay(time) ? UtcTime.second(time.toNanos()) : UtcTime.dateAndSecond(time.toNanos());
        }
    }

    /// For another reason.
    public OpenFailure(String what, String meaning, String advice) {
        this(what, meaning, advice, Optional.empty());
    }

    /// Puts the cause why a request failed in words.
    static OpenFailure of(Throwable cause, OpenRequest request) {
        if (cause instanceof NotEnoughMemoryException little && little.part().isPresent()) {
            return of(new TooLarge(request, little.part().get()));
        }
        return of(cause, request.captures());
    }

    private static OpenFailure of(TooLarge large) {
        FittingPart part = large.part();
        String prefix = "workbench.failure.too.large.";
        List<Path> files = large.request().captures();
        String what = text(prefix + "what", files.size(), name(files.getFirst()));
        String meaning =
                text(prefix + "meaning", part.read().messages(), part.neededMebibytes(), part.givenMebibytes());
        String advice =
                text(prefix + "advice", large.fitting(), Long.toString(part.neededMebibytes()), StartCommand.text());
        return new OpenFailure(what, meaning, advice.strip(), Optional.of(large));
    }

    /// Puts the cause of a failure in words.
    public static OpenFailure of(Throwable cause, List<Path> files) {
        return switch (cause) {
            case CaptureFormatException format -> failure("format", subject(files), reason(format), format.offset());
            case CaptureChangedException changed -> of(changed);
            case NoSuchFileException gone -> failure("gone", named(gone, files));
            case AccessDeniedException denied -> failure("denied", named(denied, files));
            case FileSystemException system -> failure("unreadable", named(system, files), reason(system));
            case NotEnoughMemoryException _ -> failure("memory", subject(files), StartCommand.text());
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
