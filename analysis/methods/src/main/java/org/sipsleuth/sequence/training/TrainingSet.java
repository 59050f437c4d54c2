package org.sipsleuth.sequence.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a network learns from: unique sequences, the k-th of them being class k, each with how
/// often it occurs. Immutable.
public final class TrainingSet {

    private final List<int[]> sequences;
    private final int[] training;
    private final int[] validation;
    private final int symbols;
    private final int length;

    /// Copies its arguments.
    ///
    /// @param sequences the unique sequences; symbols 1 to `symbols` − 1, without padding; two at
    ///     least
    /// @param training how often each occurs in training, 1 or more
    /// @param validation how often each occurs in validation, 0 or more
    /// @param symbols how many symbols there are, with the padding (LM)
    /// @param length how many messages the network examines (LS), 2 or more; no sequence is longer
    /// @throws IllegalArgumentException if something is not as said
    public TrainingSet(List<int[]> sequences, int[] training, int[] validation, int symbols, int length) {
        this.sequences = sequences.stream().map(int[]::clone).toList();
        this.training = training.clone();
        this.validation = validation.clone();
        this.symbols = symbols;
        this.length = length;
        checkCounts();
        checkSequences();
    }

    private void checkCounts() {
        int classes = sequences.size();
        if (classes < 2) {
            throw new IllegalArgumentException("training needs at least two different sequences, not " + classes);
        }
        if (training.length != classes || validation.length != classes) {
            throw new IllegalArgumentException("each sequence needs its two counts");
        }
        if (Arrays.stream(training).anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("a sequence does not occur in training");
        }
        if (Arrays.stream(validation).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a sequence occurs less than never in validation");
        }
    }

    private void checkSequences() {
        if (length < 2) {
            throw new IllegalArgumentException("a length is 2 or more, not " + length);
        }
        Set<List<Integer>> seen = new HashSet<>();
        for (int[] sequence : sequences) {
            if (sequence.length < 1 || sequence.length > length) {
                throw new IllegalArgumentException(
                        "a sequence has 1 to %d messages, not %d".formatted(length, sequence.length));
            }
            if (Arrays.stream(sequence).anyMatch(symbol -> symbol < 1 || symbol >= symbols)) {
                throw new IllegalArgumentException("a sequence has a symbol outside 1 to " + (symbols - 1));
            }
            if (!seen.add(Arrays.stream(sequence).boxed().toList())) {
                throw new IllegalArgumentException("a sequence is there twice");
            }
        }
    }

    /// How many unique sequences there are (N).
    public int classes() {
        return sequences.size();
    }

    /// How many symbols there are, with the padding (LM).
    public int symbols() {
        return symbols;
    }

    /// How many messages the network examines (LS).
    public int length() {
        return length;
    }

    /// A copy of the sequence of a class.
    public int[] sequence(int k) {
        return sequences.get(k).clone();
    }

    /// How often a class occurs in training.
    public int training(int k) {
        return training[k];
    }

    /// How often a class occurs in validation.
    public int validation(int k) {
        return validation[k];
    }

    /// How many dialogs there are in training.
    public long trainingTotal() {
        return Arrays.stream(training).asLongStream().sum();
    }

    /// How many dialogs of known sequences there are in validation.
    public long validationTotal() {
        return Arrays.stream(validation).asLongStream().sum();
    }

    /// The sequences themselves, for reading only.
    List<int[]> sequences() {
        return sequences;
    }
}
