package org.sipsleuth.sequence.training;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.sequence.network.Network;

/// A network whose weights can be fitted. Used by one thread.
public interface TrainableNetwork {

    /// Updates the weights once.
    ///
    /// @param sequences symbols, -1 for a type that was not seen in training
    /// @param classes the class of each sequence
    /// @param steps the length to which each sequence is padded or cut
    void learn(List<int[]> sequences, List<Integer> classes, int steps);

    /// The network with the weights as they are now; empty if a weight is no longer finite.
    Optional<Network> network();
}
