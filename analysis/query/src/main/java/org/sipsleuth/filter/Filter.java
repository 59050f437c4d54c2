package org.sipsleuth.filter;

import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.compile.Plan;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.Expression;
import org.sipsleuth.filter.syntax.ExpressionWords;
import org.sipsleuth.filter.syntax.FilterParser;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A filter ready to run. Immutable; may run again and again, over partial indexes too.
public final class Filter {

    /// Messages that one thread asks before it searches for the next ones: a multiple of the bits
    /// of a long, and many enough that looking costs nothing.
    private static final int BLOCK = 8_192;

    /// Where text is asked, somebody who cancels waits for as many messages at most.
    private static final int PATIENCE = 64;

    private final String text;
    private final Set<String> words;
    private final Plan plan;

    private Filter(String text, Set<String> words, Plan plan) {
        this.text = text;
        this.words = words;
        this.plan = plan;
    }

    /// Reads a filter; a blank one fits every message.
    ///
    /// @throws FilterSyntaxException if it is not one, or names an unknown field
    public static Filter of(String text, FieldCatalog catalog) throws FilterSyntaxException {
        Expression expression = FilterParser.parse(text);
        Plan plan = Plan.of(expression, catalog, text);
        return new Filter(text, ExpressionWords.of(expression), plan);
    }

    /// As it was typed.
    public String text() {
        return text;
    }

    /// Whether it names a field that begins so: `finding.`
    public boolean names(String prefix) {
        return words.stream().anyMatch(word -> word.startsWith(prefix));
    }

    /// Whether it asks the text of messages, not only columns.
    public boolean asksText() {
        return plan.asksText();
    }

    /// Asks one message of an index.
    public boolean holds(SipIndex index, int message) {
        return plan.run(index).asker().holds(message);
    }

    /// Asks all messages of an index, on all processors. One that cannot be asked does not fit.
    ///
    /// @param monitor takes the faults of single messages
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public MessageSet run(SipIndex index, RunMonitor monitor) {
        int size = index.messages().size();
        int blocks = (size + BLOCK - 1) / BLOCK;
        Plan.Run run = plan.run(index);
        long[] words = new long[(size + Long.SIZE - 1) / Long.SIZE];
        AtomicInteger next = new AtomicInteger();
        AtomicLong asked = new AtomicLong();
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, blocks));
        IntStream.range(0, threads).parallel().forEach(thread -> {
            Plan.Asker asker = run.asker();
            int block = next.getAndIncrement();
            while (block < blocks) {
                int from = block * BLOCK;
                int to = Math.min(from + BLOCK, size);
                ask(asker, from, to, words, monitor);
                long done = asked.addAndGet(to - from);
                monitor.progress(new Progress("Filtering", done, size));
                block = next.getAndIncrement();
            }
        });
        monitor.throwIfCancelled();
        return new MessageSet(BitSet.valueOf(words), index.messages());
    }

    private static void ask(Plan.Asker asker, int from, int to, long[] words, RunMonitor monitor) {
        for (int message = from; message < to; message++) {
            if (message % PATIENCE == 0) {
                monitor.throwIfCancelled();
            }
            try {
                if (asker.holds(message)) {
                    words[message / Long.SIZE] |= 1L << message;
                }
            } catch (RuntimeException fault) {
                monitor.failed("filter", fault);
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
