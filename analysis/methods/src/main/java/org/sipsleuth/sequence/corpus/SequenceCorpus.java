package org.sipsleuth.sequence.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Sequences with the number of their dialogs in training, validation and test.
///
/// @param entries each sequence once
public record SequenceCorpus(List<Entry> entries) {

    /// A sequence.
    ///
    /// @param types its message types
    /// @param training how many dialogs have it in the part for training
    /// @param validation in the part for validation
    /// @param test in the part for the test
    public record Entry(List<String> types, int training, int validation, int test) {

        /// @throws IllegalArgumentException if it is empty, or a number is negative
        public Entry {
            types = List.copyOf(types);
            if (types.isEmpty() || training < 0 || validation < 0 || test < 0) {
                throw new IllegalArgumentException("An entry that cannot be");
            }
        }

        /// How many dialogs have it in all.
        public int dialogs() {
            return training + validation + test;
        }

        /// Whether it is among those that are trained.
        public boolean isTrained() {
            return training > 0;
        }
    }

    /// Copies its argument.
    public SequenceCorpus {
        entries = List.copyOf(entries);
    }

    /// Parts the dialogs of each sequence in these proportions (stratified). What does not come out
    /// whole goes to a part by chance, in proportion to what is missing there.
    ///
    /// @param seed decides
    public static SequenceCorpus of(DialogSequences sequences, Proportions proportions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            if (!sequences.types(sequence).isEmpty()) {
                entries.add(entry(sequences.types(sequence), sequences.count(sequence), proportions, random));
            }
        }
        return new SequenceCorpus(entries);
    }

    /// The parts as somebody else has drawn them, dialog by dialog.
    ///
    /// @param parts for each dialog 0 for training, 1 for validation, 2 for the test
    public static SequenceCorpus ofParts(DialogSequences sequences, int[] parts) {
        int[][] counts = new int[sequences.size()][3];
        for (int dialog = 0; dialog < parts.length; dialog++) {
            counts[sequences.ofDialog(dialog)][parts[dialog]]++;
        }
        List<Entry> entries = new ArrayList<>();
        for (int sequence = 0; sequence < counts.length; sequence++) {
            int[] count = counts[sequence];
            entries.add(new Entry(sequences.types(sequence), count[0], count[1], count[2]));
        }
        return new SequenceCorpus(entries);
    }

    private static Entry entry(List<String> types, int count, Proportions proportions, SplittableRandom random) {
        double[] shares = {
            proportions.training(),
            proportions.validation(),
            1 - proportions.training() - proportions.validation()};
        int[] parts = new int[shares.length];
        double[] missing = new double[shares.length];
        int left = count;
        for (int part = 0; part < shares.length; part++) {
            double exact = Math.max(0, shares[part]) * count;
            parts[part] = (int) exact;
            missing[part] = exact - parts[part];
            left -= parts[part];
        }
        for (; left > 0; left--) {
            int part = drawn(missing, random);
            parts[part]++;
            missing[part] = Math.max(0, missing[part] - 1);
        }
        return new Entry(types, parts[0], parts[1], parts[2]);
    }

    private static int drawn(double[] weights, SplittableRandom random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double point = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            point -= weights[i];
            if (point < 0) {
                return i;
            }
        }
        return lastPositive(weights);
    }

    private static int lastPositive(double[] weights) {
        for (int i = weights.length - 1; i > 0; i--) {
            if (weights[i] > 0) {
                return i;
            }
        }
        return 0;
    }

    /// The sequences that most dialogs have, sorted by their number, then by their types; the same
    /// corpus if there are not more.
    ///
    /// @param most how many, at most
    public SequenceCorpus mostFrequent(int most) {
        if (entries.size() <= most) {
            return this;
        }
        return new SequenceCorpus(entries.stream()
                .sorted(Comparator.comparingInt(Entry::dialogs)
                        .reversed()
                        .thenComparing(entry -> String.join(" ", entry.types())))
                .limit(most)
                .toList());
    }

    /// How many dialogs there are in all.
    public int dialogs() {
        return entries.stream().mapToInt(Entry::dialogs).sum();
    }
}
