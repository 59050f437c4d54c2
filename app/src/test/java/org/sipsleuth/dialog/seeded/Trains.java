package org.sipsleuth.dialog.seeded;

import org.nd4j.linalg.api.ndarray.INDArray;

/// Knows DL4J where nothing is trained.
public final class Trains {
    private Trains() {}

    /// How many numbers there are.
    public static long numbers(INDArray array) {
        return array.length();
    }
}
