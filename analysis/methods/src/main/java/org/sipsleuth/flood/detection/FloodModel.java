package org.sipsleuth.flood.detection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelIdentity;

/// All networks over windows of INVITE attempts, each with its threshold. Immutable; any thread.
public final class FloodModel {

    /// The kind of its files, and the name of its method.
    public static final String KIND = "flood";

    private final ModelFile file;
    private final FloodSettings settings;
    private final Map<NetworkKind, FloodNetwork> networks;
    private final Map<NetworkKind, Double> thresholds;

    FloodModel(ModelFile file, FloodSettings settings, Map<NetworkKind, FloodNetwork> networks,
            Map<NetworkKind, Double> thresholds) {
        this.file = file;
        this.settings = settings;
        this.networks = Collections.unmodifiableMap(new EnumMap<>(networks));
        this.thresholds = Collections.unmodifiableMap(new EnumMap<>(thresholds));
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds no model of this method
    public static FloodModel open(ModelFile file) throws ModelFormatException {
        return FloodModelFile.open(file);
    }

    /// The file that holds it.
    public ModelFile file() {
        return file;
    }

    /// What findings name.
    public ModelIdentity identity() {
        return file.identity();
    }

    /// How it was trained and is used.
    public FloodSettings settings() {
        return settings;
    }

    /// One of its networks; it has all kinds.
    public FloodNetwork network(NetworkKind kind) {
        return Objects.requireNonNull(networks.get(kind));
    }

    /// From which score on a network flags a window, 0 to 1.
    public double threshold(NetworkKind kind) {
        return Objects.requireNonNull(thresholds.get(kind));
    }
}
