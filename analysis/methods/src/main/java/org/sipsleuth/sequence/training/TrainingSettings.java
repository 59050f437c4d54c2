package org.sipsleuth.sequence.training;

import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;

/// How a network is trained.
///
/// @param network which one
/// @param batch how many unique sequences an update examines; 1 to 65,536
/// @param learningRate the step of Adam; above 0, at most 1
/// @param mostEpochs after how many epochs it ends at the latest; 1 to 1,000,000
/// @param patience after how many epochs without a smaller loss it ends; 1 to 1,000,000
/// @param seed what the first weights and the order of the sequences come from
public record TrainingSettings(NetworkSettings network, int batch, double learningRate, int mostEpochs, int patience,
        long seed) {

    private static final int MOST_BATCH = 65_536;
    private static final int MOST_EPOCHS = 1_000_000;
    /// Eight and four times the paper's: with them the networks know everything after a fraction of
    /// the updates, and a convolution detects unknown dialogs better (docs/METHOD-SEQUENCE.md).
    private static final double CONVOLUTION_RATE = 8e-3;

    private static final double RECURRENT_RATE = 4e-3;

    private static final int SMALL_BATCH = 32;
    private static final int PAPER_BATCH = 64;
    private static final int EPOCHS = 1_000;
    private static final int PATIENCE = 50;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a value is out of its range
    public TrainingSettings {
        check("batch", batch, MOST_BATCH);
        check("number of epochs", mostEpochs, MOST_EPOCHS);
        check("patience", patience, MOST_EPOCHS);
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("a learning rate is above 0 and at most 1, not " + learningRate);
        }
    }

    private static void check(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("a %s is 1 to %d, not %d".formatted(what, most, value));
        }
    }

    /// What serves a network well: the paper's batch for a recurrent one, half of it for a
    /// convolution, a learning rate above the paper's 1e-3, and room enough to learn everything.
    public static TrainingSettings of(NetworkSettings network, long seed) {
        return switch (network) {
            case ConvolutionSettings _ ->
                    new TrainingSettings(network, SMALL_BATCH, CONVOLUTION_RATE, EPOCHS, PATIENCE, seed);
            case RecurrentSettings _ ->
                    new TrainingSettings(network, PAPER_BATCH, RECURRENT_RATE, EPOCHS, PATIENCE, seed);
        };
    }

    /// The convolutional network of the paper.
    public static TrainingSettings convolution(long seed) {
        return of(ConvolutionSettings.paper(), seed);
    }

    /// The recurrent network of the paper.
    public static TrainingSettings recurrent(long seed) {
        return of(RecurrentSettings.paper(), seed);
    }
}
