package org.sipsleuth.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Writes an export into its files.
public final class ExportFile {

    /// What is written.
    @FunctionalInterface
    public interface Content {

        /// Writes the capture.
        Exported write(ExportOutput output) throws IOException;
    }

    private ExportFile() {}

    /// Writes an export whole, or not at all.
    ///
    /// @throws ExportException if it is refused
    /// @throws IOException if an input cannot be read, or a file cannot be written
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if a capture is not the one
    ///     that was indexed any more; nothing was written then
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    public static Exported write(SipIndex index, ExportRequest request, ExportOutput output, RunMonitor monitor,
            Content content) throws IOException {
        if (request.messages().isEmpty()) {
            throw new ExportException("No messages are selected for export.");
        }
        try (output) {
            Exported exported = index.opened().verified(() -> content.write(output));
            monitor.throwIfCancelled();
            return output.commit(exported);
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }
}
