package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.transaction.HopTransaction;

/// How often each source, user or other number occurs, in the order of the numbers. Cost: a few
/// bytes for each transaction.
final class Counts {

    private final int[] numbers;
    private final int[] counts;

    private Counts(int[] numbers, int[] counts) {
        this.numbers = numbers;
        this.counts = counts;
    }

    /// Counts a number of transactions; [HopTransaction#NONE] counts as one more.
    static Counts of(ToIntFunction<HopTransaction> number, Collection<HopTransaction> transactions) {
        int[] all = transactions.stream().mapToInt(number).sorted().toArray();
        int[] numbers = new int[all.length];
        int[] counts = new int[all.length];
        int size = 0;
        for (int each : all) {
            if (size == 0 || numbers[size - 1] != each) {
                numbers[size++] = each;
            }
            counts[size - 1]++;
        }
        return new Counts(Arrays.copyOf(numbers, size), Arrays.copyOf(counts, size));
    }

    /// How many different numbers there are.
    int size() {
        return numbers.length;
    }

    /// The numbers that occur at least so often, in order.
    IntStream atLeast(double count) {
        return IntStream.range(0, numbers.length).filter(place -> counts[place] >= count).map(place -> numbers[place]);
    }

    /// All numbers, in order.
    IntStream all() {
        return Arrays.stream(numbers);
    }

    /// Visits all numbers with their counts, in order.
    void forEach(Visitor visitor) {
        for (int place = 0; place < numbers.length; place++) {
            visitor.visit(numbers[place], counts[place]);
        }
    }

    /// Looks at a number and how often it occurs.
    interface Visitor {
        void visit(int number, int count);
    }

    /// The highest count.
    int highest() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /// The median count, the lower one of two.
    int median() {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }
}
