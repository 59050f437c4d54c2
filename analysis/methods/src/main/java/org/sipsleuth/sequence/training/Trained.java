package org.sipsleuth.sequence.training;

import java.util.List;
import org.sipsleuth.sequence.network.Network;

/// What came of a training.
///
/// @param network the best network
/// @param epochs all epochs in order
/// @param bestEpoch the number of the epoch that yielded the network
/// @param ended why the training stopped, in the words of the model file
public record Trained(Network network, List<Epoch> epochs, int bestEpoch, String ended) {

    /// Copies the list.
    public Trained {
        epochs = List.copyOf(epochs);
    }
}
