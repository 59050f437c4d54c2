package org.sipsleuth.flood.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// How a [FloodModel] is stored in a model file.
final class FloodModelFile {

    static final int VERSION = 1;

    private static final int MOST = 1_000_000_000;
    private static final String STEP = "step";
    private static final String DECIDES = "decides";
    private static final String FALSE_ALARMS = "false_alarms";
    private static final String LEAST_WINDOWS = "least_windows";
    private static final String LEAST_UNACKNOWLEDGED = "least_unacknowledged";
    private static final String MOST_WINDOWS = "most_windows";
    private static final String UNITS = "units";
    private static final String EPOCHS = "epochs";
    private static final String BATCH = "batch";
    private static final String LEARNING_RATE = "learning_rate";

    private FloodModelFile() {}

    /// A file with the result of a training.
    static ModelFile of(FloodSettings settings, Map<NetworkKind, FloodNetwork> networks,
            Map<NetworkKind, Double> thresholds, LabelledWindows windows, TrainingFacts facts) {
        Facts counts =
                Facts.builder().put("windows", windows.size()).put("malicious", windows.maliciousCount()).build();
        Training training = new Training(facts.description(), facts.inputs(), counts, settings.training().seed(),
                settings.training().epochs(), facts.origin());
        Facts.Builder limits = Facts.builder();
        thresholds.forEach((kind, threshold) -> limits.put(kind.word(), threshold));
        List<ModelArray> arrays = new ArrayList<>();
        for (FloodNetwork network : networks.values()) {
            for (NamedWeights weights : network.weights()) {
                arrays.add(FloatArray.of(weights.name(), weights.values(), sizes(weights.shape())));
            }
        }
        return ModelFile.of(new ModelFacts(new ModelType(FloodModel.KIND, VERSION), facts.name(), facts(settings),
                training, limits.build(), Facts.NONE), arrays);
    }

    private static int[] sizes(WeightShape shape) {
        return shape.sizes().stream().mapToInt(i -> i).toArray();
    }

    private static Facts facts(FloodSettings settings) {
        return Facts.builder()
                .put(STEP, settings.step())
                .put(DECIDES, settings.decides().word())
                .put(FALSE_ALARMS, settings.falseAlarms())
                .put(LEAST_WINDOWS, settings.leastWindows())
                .put(LEAST_UNACKNOWLEDGED, settings.leastUnacknowledged())
                .put(MOST_WINDOWS, settings.mostOfFile())
                .put(UNITS, settings.training().units())
                .put(EPOCHS, settings.training().epochs())
                .put(BATCH, settings.training().batch())
                .put(LEARNING_RATE, settings.training().learningRate())
                .build();
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds none of this method
    static FloodModel open(ModelFile file) throws ModelFormatException {
        file.require(FloodModel.KIND, VERSION);
        ModelFacts facts = file.modelFacts();
        try {
            FloodSettings settings = settings(facts.settings(), facts.training().seed());
            Map<NetworkKind, FloodNetwork> networks = new EnumMap<>(NetworkKind.class);
            Map<NetworkKind, Double> thresholds = new EnumMap<>(NetworkKind.class);
            for (NetworkKind kind : NetworkKind.values()) {
                networks.put(kind, network(file, kind, settings.training().units()));
                thresholds.put(kind, threshold(facts.thresholds(), kind));
            }
            return new FloodModel(file, settings, networks, thresholds);
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("", "contradicts itself: " + impossible.getMessage());
        }
    }

    private static FloodSettings settings(Facts facts, long seed) throws ModelFormatException {
        NetworkKind decides = NetworkKind.of(facts.text(DECIDES))
                .orElseThrow(() -> new ModelFormatException("settings." + DECIDES, "is no network"));
        return new FloodSettings(facts.integer(STEP, 1, FloodNetwork.MESSAGES), decides, facts.number(FALSE_ALARMS),
                facts.integer(LEAST_WINDOWS, 1, MOST), facts.number(LEAST_UNACKNOWLEDGED),
                facts.integer(MOST_WINDOWS, 0, MOST),
                new FloodTrainingSettings(facts.integer(UNITS, 1, NetworkKind.MOST_UNITS),
                        facts.integer(EPOCHS, 1, MOST), facts.integer(BATCH, 1, MOST), facts.number(LEARNING_RATE),
                        seed));
    }

    private static double threshold(Facts thresholds, NetworkKind kind) throws ModelFormatException {
        double threshold = thresholds.number(kind.word());
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new ModelFormatException("thresholds." + kind.word(), "is not within 0 to 1");
        }
        return threshold;
    }

    private static FloodNetwork network(ModelFile file, NetworkKind kind, int units) throws ModelFormatException {
        List<NamedWeights> weights = new ArrayList<>();
        for (WeightShape shape : kind.shapes(units)) {
            weights.add(new NamedWeights(shape, file.floats(shape.name(), sizes(shape)).toArray()));
        }
        return kind.network(units, weights);
    }
}
