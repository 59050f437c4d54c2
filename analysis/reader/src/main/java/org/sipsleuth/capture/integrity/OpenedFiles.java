package org.sipsleuth.capture.integrity;

import java.util.List;
import java.util.Optional;

/// Files that are read together. What is computed from their bytes counts only if they are
/// unchanged afterwards.
public record OpenedFiles(List<OpenedFile> files) {

    /// Something that reads them.
    ///
    /// @param <T> what it gives
    /// @param <E> how it can fail
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    public OpenedFiles {
        files = List.copyOf(files);
    }

    /// Looks whether they are still the files that were opened.
    ///
    /// @throws CaptureChangedException if one is not
    public void check() {
        files.forEach(OpenedFile::check);
    }

    /// Whether one is known to have changed; nobody looks for that now.
    public boolean hasChanged() {
        return files.stream().anyMatch(OpenedFile::hasChanged);
    }

    /// Does work and looks at the files before its result is used.
    ///
    /// @throws CaptureChangedException if a file changed in the meantime, however the work ended
    public <T, E extends Exception> T verified(Work<T, E> work) throws E {
        T result;
        try {
            result = work.run();
        } catch (RuntimeException | Error failure) {
            Optional<CaptureChangedException> cause = causeOf(failure);
            if (cause.isPresent()) {
                throw cause.get();
            }
            throw failure;
        }
        check();
        return result;
    }

    /// The change of a file that a failure comes from. Who reads bytes that change under it can
    /// fail in any way, and the JVM reports a fault in mapped memory late, as an [InternalError]
    /// that does not name the file.
    public Optional<CaptureChangedException> causeOf(Throwable failure) {
        boolean isFault = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CaptureChangedException changed) {
                return Optional.of(changed);
            }
            isFault |= isMemoryFault(cause);
        }
        Optional<CaptureChangedException> found = files.stream().flatMap(file -> file.change().stream()).findFirst();
        if (found.isEmpty() && isFault && !files.isEmpty()) {
            found = Optional.of(files.getFirst().unreadable());
        }
        found.ifPresent(change -> change.initCause(failure));
        return found;
    }

    private static boolean isMemoryFault(Throwable failure) {
        return failure instanceof InternalError
                && String.valueOf(failure.getMessage()).contains("unsafe memory access");
    }
}
