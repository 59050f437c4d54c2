package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.run.RunMonitor;

/// How long the next step takes on the hops of the known dialogs of one network of a capture
/// ([org.sipsleuth.dialog.coverage.Coverage]): a model has no times, and other networks that are
/// open have others. Immutable.
public final class HopTimes {

    /// Fewer cases show no usual time.
    private static final int LEAST_CASES = 5;

    /// Enough for a median and its tail; more dialogs cost time only.
    private static final int MOST_DIALOGS = 20_000;

    /// Of each pair of steps.
    private static final int MOST_CASES = 4_096;

    private static final double MOST_SHARE = 0.9;

    private final Map<List<String>, Cases> cases = new HashMap<>();

    /// How long a step takes.
    ///
    /// @param count of how many cases
    /// @param medianNanos half of them take no longer, in ns
    /// @param mostNanos 90 % of them take no longer, in ns
    public record Usual(int count, long medianNanos, long mostNanos) {}

    private static final class Cases {
        private long[] nanos = new long[8];
        private int size;

        void add(long elapsed) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * size);
            }
            nanos[size++] = elapsed;
        }

        Usual usual() {
            long[] sorted = Arrays.copyOf(nanos, size);
            Arrays.sort(sorted);
            return new Usual(size, sorted[(size - 1) / 2], sorted[(int) Math.ceil(MOST_SHARE * size) - 1]);
        }
    }

    private HopTimes() {}

    /// The times of a network. Cost: the messages of its known dialogs, up to 20,000 dialogs.
    ///
    /// @param network as [DialogTable#coverageOf] numbers them
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static HopTimes of(HopNovelty novelty, int network, RunMonitor monitor) {
        HopTimes times = new HopTimes();
        DialogTable dialogs = novelty.units().index().dialogs();
        int read = 0;
        for (int dialog = 0; dialog < dialogs.size() && read < MOST_DIALOGS; dialog++) {
            monitor.throwIfCancelled();
            if (dialogs.coverageOf(dialog) == network && !novelty.isUnknown(dialog)) {
                read++;
                DialogSteps.of(novelty, dialog).all().forEach(times::add);
            }
        }
        return times;
    }

    private void add(HopStep each) {
        if (each.elapsedNanos() >= 0 && each.place() >= 0) {
            Cases known = cases.computeIfAbsent(key(each), _ -> new Cases());
            if (known.size < MOST_CASES) {
                known.add(each.elapsedNanos());
            }
        }
    }

    private static List<String> key(HopStep each) {
        return each.step().isTransaction() || each.place() == 0 ? key(each.transition().before(), each.word().request())
                : List.of(each.word().symbols().get(each.place() - 1), each.step().symbol());
    }

    private static List<String> key(String before, String request) {
        return List.of(before, request);
    }

    private Optional<Usual> usual(List<String> key) {
        return Optional.ofNullable(cases.get(key)).filter(known -> known.size >= LEAST_CASES).map(Cases::usual);
    }

    /// How long the step itself usually takes; empty where there are too few cases.
    public Optional<Usual> of(HopStep step) {
        return usual(key(step));
    }

    /// How long a message usually takes after another in a transaction, such as `100 to INVITE`
    /// after `INVITE`; empty where there are too few cases.
    public Optional<Usual> ofMessage(String before, String symbol) {
        return usual(List.of(before, symbol));
    }

    /// How long after a transaction, such as `INVITE/200`, the next one usually begins; empty where
    /// there are too few cases.
    ///
    /// @param next the next one: `BYE/200`
    public Optional<Usual> ofTransaction(String before, String next) {
        return usual(key(before, next.substring(0, Math.max(0, next.lastIndexOf('/')))));
    }
}
