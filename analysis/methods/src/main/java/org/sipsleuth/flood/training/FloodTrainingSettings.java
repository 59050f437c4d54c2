package org.sipsleuth.flood.training;

import org.sipsleuth.flood.network.NetworkKind;

/// How networks are trained.
///
/// @param units the size of the memory, 1 to [NetworkKind#MOST_UNITS]
/// @param epochs how often all windows are shown, 1 to 1,000
/// @param batch how many windows each step of Adam sees, 1 to 100,000
/// @param learningRate of Adam, above 0 to 1
/// @param seed of the first weights and the order of the windows
public record FloodTrainingSettings(int units, int epochs, int batch, double learningRate, long seed) {

    /// As in the paper: 10 epochs, batches of 250. It does not state the size of the memory.
    public static final FloodTrainingSettings PAPER = new FloodTrainingSettings(NetworkKind.UNITS, 10, 250, 1e-3, 1);

    private static final int MOST_EPOCHS = 1_000;
    private static final int LARGEST_BATCH = 100_000;
    private static final int LOGISTIC_EPOCHS = 60;
    private static final double LOGISTIC_RATE = 0.02;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a number is out of its range
    public FloodTrainingSettings {
        check("units", units, NetworkKind.MOST_UNITS);
        check("epochs", epochs, MOST_EPOCHS);
        check("windows in a batch", batch, LARGEST_BATCH);
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("The learning rate " + learningRate);
        }
    }

    /// The same for one kind of network: logistic regression learns longer and faster, until it no
    /// longer changes, since a simple alternative that has not learned would prove nothing. Its
    /// epochs cost little.
    public FloodTrainingSettings of(NetworkKind kind) {
        return kind.isRecurrent() ? this
                : new FloodTrainingSettings(units, Math.max(epochs, LOGISTIC_EPOCHS), batch,
                        Math.max(learningRate, LOGISTIC_RATE), seed);
    }

    private static void check(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("a training has 1 to %d %s, not %d".formatted(most, what, value));
        }
    }
}
