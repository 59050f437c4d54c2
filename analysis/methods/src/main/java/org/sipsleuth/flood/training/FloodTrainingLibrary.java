package org.sipsleuth.flood.training;

import org.sipsleuth.finding.TrainingUnavailableException;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.neural.TrainingModule;

/// Computes the gradients of recurrent networks. The module `training` implements it; analysing
/// needs none.
public interface FloodTrainingLibrary {

    /// A recurrent network with random first weights.
    TrainableWindows network(NetworkKind kind, FloodTrainingSettings settings);

    /// The library of this installation, loaded when it is first needed (about a second).
    ///
    /// @throws TrainingUnavailableException if the module `training` is not installed
    static FloodTrainingLibrary load() {
        return TrainingModule.load(FloodTrainingLibrary.class);
    }
}
