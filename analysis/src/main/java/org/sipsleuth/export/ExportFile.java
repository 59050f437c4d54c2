package org.sipsleuth.export;

import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file beside its place and moves it there when it is whole; never over an input.
public final class ExportFile {

    /// What is written.
    @FunctionalInterface
    public interface Content {

        /// Writes it.
        ///
        /// @param beside a new file
        Exported write(Path beside) throws IOException;
    }

    private ExportFile() {}

    /// Writes an export, in the place of a file that may be there, but never of an input.
    ///
    /// @param target an absolute path
    /// @throws ExportException if it is refused
    /// @throws IOException if an input cannot be read, or the file cannot be written
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if a capture is not the one
    ///     that was indexed any more; nothing was written then
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    public static Exported write(
            SipIndex index, ExportRequest request, Path target, RunMonitor monitor, Content content)
            throws IOException {
        check(index, request.options(), target);
        if (request.messages().isEmpty()) {
            throw new ExportException("No message is chosen, so there is nothing to export.");
        }
        Path beside =
                target.resolveSibling(
                        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.deleteIfExists(beside);
        beside.toFile().deleteOnExit(); // also when Ctrl-C ends the process
        try {
            Exported exported = index.opened().verified(() -> content.write(beside));
            monitor.throwIfCancelled();
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return exported;
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Looks whether a file may be written.
    ///
    /// @param options how the captures were read
    /// @throws ExportException if it is one of the captures or key logs, by whatever name, or no
    ///     file
    /// @throws IOException if that cannot be told
    public static void check(SipIndex index, ReadOptions options, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new ExportException(target + " is a directory.");
        }
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isRegularFile(target)) {
            throw new ExportException(target + " is a device or a pipe; it takes a file.");
        }
        for (CaptureFile capture : index.captures()) {
            if (isSame(target, capture.path())) {
                throw new ExportException(
                        target + " is one of the captures, which are only read. Choose another.");
            }
        }
        for (Path keyLog : options.keyLogs()) {
            if (isSame(target, keyLog)) {
                throw new ExportException(
                        target + " is a key log in use, which is only read. Choose another.");
            }
        }
    }

    private static boolean isSame(Path target, Path source) throws IOException {
        return Files.exists(source) && Files.isSameFile(target, source);
    }
}
