package org.sipsleuth.sequence.training;

import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.sequence.network.Invented;

/// A set that is learned in seconds.
public final class SmallSet {

    public static final int SYMBOLS = 6;
    public static final int LENGTH = 8;

    private SmallSet() {}

    /// Forty sequences; the k-th occurs 1 + k² / 20 times in training.
    public static TrainingSet of() {
        List<int[]> sequences = Invented.sequences(120, LENGTH, SYMBOLS)
                .stream()
                .map(sequence -> IntStream.of(sequence).map(Math::abs).toArray())
                .map(sequence -> IntStream.of(sequence).boxed().toList())
                .distinct()
                .limit(40)
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        int[] training = IntStream.range(0, 40).map(k -> 1 + k * k / 20).toArray();
        int[] validation = IntStream.range(0, 40).map(k -> k / 10).toArray();
        return new TrainingSet(sequences, training, validation, SYMBOLS, LENGTH);
    }
}
