package org.sipsleuth.training;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.sipsleuth.sequence.training.TrainableNetwork;
import org.sipsleuth.sequence.training.TrainingLibrary;
import org.sipsleuth.sequence.training.TrainingSet;
import org.sipsleuth.sequence.training.TrainingSettings;

/// Trains with DL4J, in single precision. Found by [java.util.ServiceLoader].
public final class Dl4jLibrary implements TrainingLibrary {

    /// Has ND4J look for its parts where this class comes from: the class loader of the thread may
    /// not know them.
    public Dl4jLibrary() {
        ND4JClassLoading.setNd4jClassloaderFromClass(Dl4jLibrary.class);
    }

    @Override
    public TrainableNetwork network(TrainingSettings settings, TrainingSet set, double[] classWeights) {
        return Dl4jNetwork.of(settings, set, classWeights, DataType.FLOAT);
    }
}
