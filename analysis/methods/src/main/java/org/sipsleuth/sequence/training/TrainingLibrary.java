package org.sipsleuth.sequence.training;

import org.sipsleuth.finding.TrainingUnavailableException;
import org.sipsleuth.neural.TrainingModule;

/// Computes the gradients of networks. The module `training` implements it; analysing needs none.
public interface TrainingLibrary {

    /// A network with random first weights.
    ///
    /// @param classWeights how much each class counts in the loss
    TrainableNetwork network(TrainingSettings settings, TrainingSet set, double[] classWeights);

    /// The library of this installation, loaded when it is first needed (about a second).
    ///
    /// @throws TrainingUnavailableException if the module `training` is not installed
    static TrainingLibrary load() {
        return TrainingModule.load(TrainingLibrary.class);
    }
}
