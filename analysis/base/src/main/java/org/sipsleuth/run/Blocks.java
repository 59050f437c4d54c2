package org.sipsleuth.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Shares numbered pieces of work among all processors, a block at a time.
public final class Blocks {

    private static final int BLOCK = 1_024;

    /// What one processor does with its pieces, one after the other.
    @FunctionalInterface
    public interface Work {
        void piece(int number);
    }

    private Blocks() {}

    /// Has each piece done once, by one of the works.
    ///
    /// @param pieces how many there are, numbered from 0
    /// @param stage what is being done, for people
    /// @param work makes a work for each processor
    /// @return the works, when all is done
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static <W extends Work> List<W> run(int pieces, String stage, Supplier<W> work, RunMonitor monitor) {
        return run(pieces, stage, work, monitor, RunMonitor.NONE);
    }

    /// The same where a fault costs its own piece only.
    ///
    /// @param faults takes those of pieces
    public static <W extends Work> List<W> run(int pieces, String stage, Supplier<W> work, RunMonitor monitor,
            FaultSink faults) {
        AtomicInteger next = new AtomicInteger();
        int processors = Runtime.getRuntime().availableProcessors();
        List<W> works = IntStream.range(0, processors).mapToObj(_ -> work.get()).toList();
        works.parallelStream().forEach(each -> {
            int from = next.getAndAdd(BLOCK);
            while (from < pieces) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(stage, from, pieces));
                int to = Math.min(pieces, from + BLOCK);
                for (int piece = from; piece < to; piece++) {
                    try {
                        each.piece(piece);
                    } catch (RuntimeException fault) {
                        faults.failed(stage, fault);
                    }
                }
                from = next.getAndAdd(BLOCK);
            }
        });
        monitor.throwIfCancelled();
        return works;
    }
}
