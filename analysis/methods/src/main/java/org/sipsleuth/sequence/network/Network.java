package org.sipsleuth.sequence.network;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// A trained network: symbols in, a probability for each class out. Immutable; any number of
/// threads may read with it at once, each with a [Reading] of its own.
///
/// A symbol is 1 to LM − 1 for a message type, and -1 for a type that training never saw: an
/// all-zero row, neither a type nor padding. Symbol 0 is the padding, which the network adds
/// itself.
public sealed interface Network permits ConvolutionNetwork, RecurrentNetwork {

    /// How many dialogs it distinguishes (N).
    int classes();

    /// How many messages it examines (LS); later ones are cut off.
    int length();

    /// How many symbols there are, with the padding (LM).
    int symbols();

    /// What it is.
    NetworkSettings settings();

    /// All its weights, in the order of [#shapes].
    List<NamedWeights> weights();

    /// A reading that has observed nothing.
    Reading read();

    /// Reads many sequences, faster than one after the other, to the same bits.
    ///
    /// @param sequences symbols of messages; longer ones are cut at [#length()]
    /// @param use takes the output of each sequence with its place in the list, in order; the
    ///     output is valid only while it is used
    void outputs(List<int[]> sequences, ObjIntConsumer<Output> use);

    /// How many weights it has.
    default long parameters() {
        return shapes(settings(), classes(), length(), symbols()).stream().mapToLong(WeightShape::count).sum();
    }

    /// The weights that such a network needs, before any is allocated.
    ///
    /// @throws IllegalArgumentException if a size is out of its range
    static List<WeightShape> shapes(NetworkSettings settings, int classes, int length, int symbols) {
        NetworkSize size = new NetworkSize(classes, length, symbols);
        return switch (settings) {
            case ConvolutionSettings convolution -> ConvolutionNetwork.shapes(convolution, size);
            case RecurrentSettings recurrent -> RecurrentNetwork.shapes(recurrent, size);
        };
    }

    /// A network with the given weights.
    ///
    /// @param weights those of [#shapes], in any order
    /// @throws IllegalArgumentException if a size is out of its range, or weights are missing, too
    ///     many, of another size, or not finite
    static Network of(NetworkSettings settings, int classes, int length, int symbols, List<NamedWeights> weights) {
        List<NamedWeights> sorted = NamedWeights.inOrder(shapes(settings, classes, length, symbols), weights);
        NetworkSize size = new NetworkSize(classes, length, symbols);
        return switch (settings) {
            case ConvolutionSettings convolution -> new ConvolutionNetwork(convolution, size, sorted);
            case RecurrentSettings recurrent -> new RecurrentNetwork(recurrent, size, sorted);
        };
    }
}
