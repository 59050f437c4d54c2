package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.novelty.BackoffModel;

/// A Markov model of variable order over the message types of whole dialogs. A dialog is unknown if
/// its most surprising step has more bits than a threshold, which is the one that finds unknown
/// dialogs of the validation part best.
final class DialogMarkov {

    private static final String START = "";
    private static final String END = "end";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final BackoffModel model;
    private final double threshold;

    DialogMarkov(SequenceCorpus corpus) {
        List<SequenceCorpus.Entry> trained = corpus.entries().stream().filter(SequenceCorpus.Entry::isTrained).toList();
        numbers.put(START, 0);
        numbers.put(END, 1);
        trained.stream()
                .flatMap(entry -> entry.types().stream())
                .forEach(type -> numbers.putIfAbsent(type, numbers.size()));
        BackoffModel.Builder builder =
                new BackoffModel.Builder(BackoffModel.MOST_ORDER, numbers.size(), /* padding= */ 0);
        for (SequenceCorpus.Entry entry : trained) {
            int[] symbols = symbols(entry.types());
            for (int i = BackoffModel.MOST_ORDER; i < symbols.length; i++) {
                builder.add(context(symbols, i), symbols[i], entry.training());
            }
        }
        model = builder.build();
        threshold = threshold(corpus);
    }

    /// As many starts as a context is long, the types, the end.
    private int[] symbols(List<String> types) {
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < BackoffModel.MOST_ORDER; i++) {
            symbols.add(0);
        }
        types.forEach(type -> symbols.add(numbers.getOrDefault(type, numbers.size())));
        symbols.add(1);
        return symbols.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] context(int[] symbols, int end) {
        return Arrays.copyOfRange(symbols, end - BackoffModel.MOST_ORDER, end);
    }

    /// The surprise of the most surprising step, in bits: 0 and more; many are anomalous.
    double bits(List<String> types) {
        int[] symbols = symbols(types);
        double most = 0;
        for (int i = BackoffModel.MOST_ORDER; i < symbols.length; i++) {
            most = Math.max(most, model.estimate(context(symbols, i), symbols[i]).bits());
        }
        return most;
    }

    /// Whether a dialog is unknown.
    boolean isUnknown(List<String> types) {
        return bits(types) > threshold;
    }

    /// The score of the validation part above which F1 of unknown is largest; the larger one of
    /// two that are as good. If nothing there is unknown, nothing there is above it.
    private double threshold(SequenceCorpus corpus) {
        TreeMap<Double, long[]> counts = new TreeMap<>();
        long unknown = 0;
        for (SequenceCorpus.Entry entry : corpus.entries()) {
            if (entry.validation() > 0) {
                long[] its = counts.computeIfAbsent(bits(entry.types()), _ -> new long[2]);
                its[entry.isTrained() ? 0 : 1] += entry.validation();
                unknown += entry.isTrained() ? 0 : entry.validation();
            }
        }
        if (counts.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double best = counts.lastKey();
        double bestF1 = 0;
        long found = 0;
        long wrong = 0;
        for (Map.Entry<Double, long[]> each : counts.descendingMap().entrySet()) {
            double f1 = new Confusion(found, unknown - found, wrong, 0).f1();
            if (f1 > bestF1) {
                bestF1 = f1;
                best = each.getKey();
            }
            wrong += each.getValue()[0];
            found += each.getValue()[1];
        }
        return best;
    }
}
