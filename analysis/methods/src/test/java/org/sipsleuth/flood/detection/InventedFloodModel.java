package org.sipsleuth.flood.detection;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.InventedNetworks;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.training.ToyWindows;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// A model whose regression flags windows with short gaps and decides; its other networks are
/// random.
final class InventedFloodModel {

    private static final int UNITS = 4;

    private InventedFloodModel() {}

    static FloodSettings settings(int units) {
        return new FloodSettings(2, NetworkKind.LOGISTIC, 0.001, 5, 0.5, 0,
                new FloodTrainingSettings(units, 1, 250, 1e-3, 1));
    }

    static ModelFile file() {
        return file(settings(UNITS), 0.9);
    }

    static ModelFile file(FloodSettings settings, double threshold) {
        Map<NetworkKind, FloodNetwork> networks = new EnumMap<>(NetworkKind.class);
        Map<NetworkKind, Double> thresholds = new EnumMap<>(NetworkKind.class);
        for (NetworkKind kind : NetworkKind.values()) {
            networks.put(kind, InventedNetworks.network(kind, UNITS, 1));
            thresholds.put(kind, threshold);
        }
        networks.put(NetworkKind.LOGISTIC, shortGaps());
        TrainingFacts facts = new TrainingFacts("invented", "nothing", List.of(),
                new Training.Origin("test", Instant.EPOCH, "CC0-1.0"));
        return FloodModelFile.of(settings, networks, thresholds, ToyWindows.of(10, 1), facts);
    }

    static FloodModel model() {
        try {
            return FloodModel.open(file());
        } catch (ModelFormatException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static FloodNetwork shortGaps() {
        List<WeightShape> shapes = NetworkKind.LOGISTIC.shapes(0);
        float[] factors = new float[FloodNetwork.WINDOW];
        for (int i = 0; i < factors.length; i += FloodNetwork.INPUTS) {
            factors[i] = -5;
        }
        return NetworkKind.LOGISTIC.network(0,
                List.of(new NamedWeights(shapes.get(0), factors), new NamedWeights(shapes.get(1), new float[]{12})));
    }
}
