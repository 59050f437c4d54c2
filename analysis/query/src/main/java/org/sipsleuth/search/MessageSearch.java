package org.sipsleuth.search;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Searches all messages of an index, on all processors. Cost: their bytes.
public final class MessageSearch {

    private static final String STAGE = "Searching messages";

    private static final int MESSAGES_A_STEP = 1 << 12;

    private final SipIndex index;
    private final SearchTerm term;
    private final RunMonitor monitor;
    private final AtomicInteger done = new AtomicInteger();

    private MessageSearch(SipIndex index, SearchTerm term, RunMonitor monitor) {
        this.index = index;
        this.term = term;
        this.monitor = monitor;
    }

    /// Finds the messages that have it.
    ///
    /// @param monitor receives the number of messages searched
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    /// @throws java.io.UncheckedIOException if a file can no longer be read
    public static SearchHits find(SipIndex index, SearchTerm term, RunMonitor monitor) {
        return new MessageSearch(index, term, monitor).run();
    }

    private SearchHits run() {
        int size = index.messages().size();
        int steps = (size + MESSAGES_A_STEP - 1) / MESSAGES_A_STEP;
        BitSet all = new BitSet(size);
        IntStream.range(0, steps).parallel().mapToObj(this::step).forEachOrdered(all::or);
        return new SearchHits(index, term, all);
    }

    private BitSet step(int step) {
        monitor.throwIfCancelled();
        int size = index.messages().size();
        int first = step * MESSAGES_A_STEP;
        int end = Math.min(size, first + MESSAGES_A_STEP);
        ByteFinder finder = term.finder();
        BitSet found = new BitSet(end);
        for (int message = first; message < end; message++) {
            if (finder.isIn(index.bytes(message))) {
                found.set(message);
            }
        }
        monitor.progress(new Progress(STAGE, done.addAndGet(end - first), size));
        return found;
    }
}
