package org.sipsleuth.flood.training;

import java.util.Optional;
import org.sipsleuth.flood.network.FloodNetwork;

/// A network whose weights can be fitted. Used by one thread.
public interface TrainableWindows {

    /// Updates the weights once.
    ///
    /// @param windows the numbers of each window, one window after the other
    /// @param labels 1 for each malicious window and 0 for the others
    void learn(float[] windows, float[] labels);

    /// The network with the weights as they are now; empty if a weight is no longer finite.
    Optional<FloodNetwork> network();
}
