package org.sipsleuth.evaluate.flood;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTraining;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.run.RunMonitor;

/// All networks, trained on the same windows. Immutable.
final class FloodNetworks {

    private final Map<NetworkKind, FloodNetwork> networks;

    private FloodNetworks(Map<NetworkKind, FloodNetwork> networks) {
        this.networks = Collections.unmodifiableMap(networks);
    }

    /// Trains all as the paper does, logistic regression longer.
    ///
    /// @param name of what is learned, for the news
    static FloodNetworks fit(String name, LabelledWindows windows, long seed, RunMonitor monitor,
            Consumer<String> news) {
        Map<NetworkKind, FloodNetwork> networks = new EnumMap<>(NetworkKind.class);
        for (NetworkKind kind : NetworkKind.values()) {
            networks.put(kind, one(kind, name, windows, seed, monitor, news));
        }
        return new FloodNetworks(networks);
    }

    /// Trains one.
    static FloodNetwork one(NetworkKind kind, String name, LabelledWindows windows, long seed, RunMonitor monitor,
            Consumer<String> news) {
        FloodTrainingSettings paper = FloodTrainingSettings.PAPER;
        FloodTrainingSettings settings =
                new FloodTrainingSettings(paper.units(), paper.epochs(), paper.batch(), paper.learningRate(), seed)
                        .of(kind);
        return FloodTraining.fit(kind, windows, settings, monitor, line -> news.accept(name + ", " + line));
    }

    /// One of them.
    FloodNetwork of(NetworkKind kind) {
        return Objects.requireNonNull(networks.get(kind));
    }
}
