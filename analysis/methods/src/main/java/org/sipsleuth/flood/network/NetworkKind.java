package org.sipsleuth.flood.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.neural.LstmState;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// The networks that score windows, in the order in which they are shown.
public enum NetworkKind {
    /// A gated recurrent unit, the paper's choice.
    GRU("gru"),
    /// A long short-term memory.
    LSTM("lstm"),
    /// A simple recurrent network.
    RNN("rnn"),
    /// Logistic regression on the same inputs: the simplest alternative.
    LOGISTIC("logistic");

    /// The size of the memory unless another is set.
    public static final int UNITS = 64;

    /// The largest memory.
    public static final int MOST_UNITS = 512;

    private final String word;

    NetworkKind(String word) {
        this.word = word;
    }

    /// Its name in model files, settings and filters.
    public String word() {
        return word;
    }

    /// Whether it has a memory, so that its size can be set.
    public boolean isRecurrent() {
        return this != LOGISTIC;
    }

    /// The network of this name.
    public static Optional<NetworkKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// The weights that such a network needs, before any is allocated. Parts of a row of several
    /// gates are in the order reset, update, candidate (GRU) and candidate, forget, output, input
    /// (LSTM).
    ///
    /// @param units the size of the memory, 1 to [#MOST_UNITS]; ignored without a memory
    /// @throws IllegalArgumentException if the memory is of no such size
    public List<WeightShape> shapes(int units) {
        if (isRecurrent() && (units < 1 || units > MOST_UNITS)) {
            throw new IllegalArgumentException(
                    "a network has 1 to %d units, not %d".formatted(MOST_UNITS, units));
        }
        return switch (this) {
            case GRU ->
                    List.of(
                            shape("input", FloodNetwork.INPUTS, Gru.GATES * units),
                            shape("hidden", units, Gru.GATES * units),
                            shape("bias", Gru.GATES * units),
                            shape("memory.bias", units),
                            shape("dense.weights", units, 1),
                            shape("dense.bias", 1));
            case LSTM -> recurrent(LstmState.GATES, units);
            case RNN -> recurrent(1, units);
            case LOGISTIC -> List.of(shape("weights", FloodNetwork.WINDOW, 1), shape("bias", 1));
        };
    }

    private List<WeightShape> recurrent(int gates, int units) {
        return List.of(
                shape("input", FloodNetwork.INPUTS, gates * units),
                shape("hidden", units, gates * units),
                shape("bias", gates * units),
                shape("dense.weights", units, 1),
                shape("dense.bias", 1));
    }

    private WeightShape shape(String name, Integer... sizes) {
        return WeightShape.of(word + "." + name, sizes);
    }

    /// A network with the given weights.
    ///
    /// @param weights those of [#shapes], in any order
    /// @throws IllegalArgumentException if the memory is of no such size, or weights are missing,
    ///     too many, of another size, or not finite
    public FloodNetwork network(int units, List<NamedWeights> weights) {
        List<NamedWeights> sorted = NamedWeights.inOrder(shapes(units), weights);
        return switch (this) {
            case GRU -> new Gru(units, sorted);
            case LSTM -> new Lstm(units, sorted);
            case RNN -> new SimpleRnn(units, sorted);
            case LOGISTIC -> new Logistic(sorted);
        };
    }
}
