package org.sipsleuth.app.workbench.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.memory.MemoryWatch;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Stops reading captures once the memory is not enough, before the window hangs.
///
/// @param reader reads them
/// @param watch starts what calls its argument once the memory is not enough
public record MemoryBoundReader(CaptureReader reader, Function<Runnable, MemoryWatch> watch) implements CaptureReader {

    /// Watches the memory of this process.
    public MemoryBoundReader(CaptureReader reader) {
        this(reader, MemoryWatch::start);
    }

    /// @throws NotEnoughMemoryException if the memory is not enough
    @Override
    public SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException {
        Stoppable stoppable = new Stoppable(monitor);
        try (MemoryWatch _ = watch.apply(stoppable::stop)) {
            return reader.read(files, options, stoppable, partial);
        } catch (CancellationException stopped) {
            if (stoppable.isStopped) {
                throw stoppable.notEnough();
            }
            throw stopped;
        }
    }

    /// Stops when the memory is not enough, or when another monitor does.
    private static final class Stoppable implements RunMonitor {

        private final RunMonitor monitor;
        private volatile Progress latest = new Progress("", 0, -1);
        private volatile boolean isStopped;

        Stoppable(RunMonitor monitor) {
            this.monitor = monitor;
        }

        void stop() {
            isStopped = true;
        }

        NotEnoughMemoryException notEnough() {
            long given = Runtime.getRuntime().maxMemory();
            return new NotEnoughMemoryException(MemoryAdvice.neededMebibytes(given, latest));
        }

        @Override
        public void progress(Progress progress) {
            latest = progress;
            monitor.progress(progress);
        }

        @Override
        public boolean isCancelled() {
            return isStopped || monitor.isCancelled();
        }
    }
}
