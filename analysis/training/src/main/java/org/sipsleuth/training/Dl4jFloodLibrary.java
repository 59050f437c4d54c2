package org.sipsleuth.training;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTrainingLibrary;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.training.TrainableWindows;

/// Trains the recurrent networks over windows of INVITEs with DL4J, in single precision. Found by
/// [java.util.ServiceLoader].
public final class Dl4jFloodLibrary implements FloodTrainingLibrary {

    /// Has ND4J look for its parts where this class comes from: the class loader of the thread may
    /// not know them.
    public Dl4jFloodLibrary() {
        ND4JClassLoading.setNd4jClassloaderFromClass(Dl4jFloodLibrary.class);
    }

    @Override
    public TrainableWindows network(NetworkKind kind, FloodTrainingSettings settings) {
        return Dl4jWindows.of(kind, settings, DataType.FLOAT);
    }
}
