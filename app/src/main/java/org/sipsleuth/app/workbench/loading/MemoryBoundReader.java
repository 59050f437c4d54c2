package org.sipsleuth.app.workbench.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.memory.FittingPart;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.memory.MemoryAdvice.Reached;
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.app.memory.MemoryWatch;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Counted;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Stops reading captures once the memory is not enough for what they are read for, before the
/// window hangs.
///
/// @param reader reads them
/// @param need of what they are read for
/// @param mostBytes what the program was given
/// @param watch starts what calls its argument once the memory is not enough
public record MemoryBoundReader(CaptureReader reader, MemoryNeed need, long mostBytes,
        Function<Runnable, MemoryWatch> watch) implements CaptureReader {

    /// Watches the memory of this process.
    public MemoryBoundReader(CaptureReader reader, MemoryNeed need) {
        this(reader, need, Runtime.getRuntime().maxMemory(), MemoryWatch::start);
    }

    /// @throws NotEnoughMemoryException if the memory is not enough; it knows what would fit
    @Override
    public SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException {
        Stoppable stoppable = new Stoppable(monitor, this::isEnough);
        AtomicReference<@Nullable SipIndex> latest = new AtomicReference<>();
        try (MemoryWatch _ = watch.apply(stoppable::stop)) {
            return reader.read(files, options, stoppable, known -> {
                latest.set(known);
                partial.accept(known);
            });
        } catch (CancellationException stopped) {
            if (stoppable.isStopped) {
                throw notEnough(stoppable, latest.get(), files);
            }
            throw stopped;
        } catch (OutOfMemoryError | LinkageError fault) {
            if (MemoryFault.isIn(fault)) {
                throw notEnough(stoppable, latest.get(), files);
            }
            throw fault;
        }
    }

    private boolean isEnough(Counted counted) {
        return MemoryAdvice.isEnough(mostBytes, (long) Math.ceil(need.mebibytes(counted)));
    }

    private NotEnoughMemoryException notEnough(Stoppable stopped, @Nullable SipIndex latest, List<Path> files) {
        long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
        Reached reached = new Reached(stopped.latest, stopped.counted, bytes);
        return new NotEnoughMemoryException(FittingPart.of(mostBytes, need, reached, Optional.ofNullable(latest)));
    }

    /// Stops when the memory is not enough, or when another monitor does.
    private static final class Stoppable implements RunMonitor {

        private final RunMonitor monitor;
        private final Predicate<Counted> isEnough;
        private volatile Progress latest = new Progress("", 0, -1);
        private volatile Counted counted = Counted.NOTHING;
        private volatile boolean isStopped;

        /// @param isEnough whether the memory is enough for so much
        Stoppable(RunMonitor monitor, Predicate<Counted> isEnough) {
            this.monitor = monitor;
            this.isEnough = isEnough;
        }

        void stop() {
            isStopped = true;
        }

        @Override
        public void progress(Progress progress) {
            latest = progress;
            monitor.progress(progress);
        }

        @Override
        public void counted(Counted now) {
            counted = now;
            if (!isEnough.test(now)) {
                stop();
            }
            monitor.counted(now);
        }

        @Override
        public boolean isCancelled() {
            return isStopped || monitor.isCancelled();
        }
    }
}
