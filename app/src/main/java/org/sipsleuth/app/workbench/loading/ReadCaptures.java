package org.sipsleuth.app.workbench.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Captures that were read together, without those that cannot be.
///
/// @param unreadable the latter; one at least was read
record ReadCaptures(SipIndex index, List<UnreadableFile> unreadable) {

    ReadCaptures {
        unreadable = List.copyOf(unreadable);
    }

    /// Reads captures. Where one of several cannot be opened, each is tried, and the others are read:
    /// one file of a folder must not hide all the others.
    ///
    /// @throws IOException if the captures that can be opened cannot be read, or none can
    static ReadCaptures of(CaptureReader reader, List<Path> files, ReadOptions options, RunMonitor monitor,
            Consumer<SipIndex> partial) throws IOException {
        try {
            return new ReadCaptures(reader.read(files, options, monitor, partial), List.of());
        } catch (NotEnoughMemoryException little) {
            throw little;
        } catch (IOException oneOfThem) {
            List<Path> good = new ArrayList<>();
            List<UnreadableFile> bad = new ArrayList<>();
            for (Path file : files.size() == 1 ? List.<Path>of() : files) {
                monitor.throwIfCancelled();
                obstacle(file, options.unpackLimit(), monitor)
                        .ifPresentOrElse(reason -> bad.add(new UnreadableFile(file, reason)), () -> good.add(file));
            }
            if (good.isEmpty() || bad.isEmpty()) {
                throw oneOfThem;
            }
            return new ReadCaptures(reader.read(good, options, monitor, partial), bad);
        }
    }

    private static Optional<String> obstacle(Path file, UnpackLimit limit, RunMonitor monitor) {
        try {
            CaptureFile.open(file, limit, monitor).frames();
            return Optional.empty();
        } catch (IOException reason) {
            return Optional.of(CaptureObstacle.reason(reason));
        }
    }
}
