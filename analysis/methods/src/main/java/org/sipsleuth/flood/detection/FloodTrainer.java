package org.sipsleuth.flood.detection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTraining;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.TrafficLabels;

/// Trains a [FloodModel].
public final class FloodTrainer {

    private static final List<String> FLOODS = List.of("invite_flood", "dos");
    private static final double LEAST_THRESHOLD = 0.5;

    private FloodTrainer() {}

    /// The windows that have enough history, with their labels; those of each file by itself, since
    /// simulated captures share addresses and times.
    ///
    /// @param mostOfFile at most so many malicious and so many legitimate windows of each file,
    ///     evenly spread; 0 for all
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static LabelledWindows windows(SipIndex index, TrafficLabels labels, WindowSettings settings, int mostOfFile,
            RunMonitor monitor) {
        InviteAttempts attempts = InviteAttempts.of(TransactionTable.of(index, monitor));
        InviteWindows windows = InviteWindows.byFile(attempts, settings);
        WindowInputs inputs = WindowInputs.of(windows, monitor);
        IntPredicate isFlood =
                attempt -> labels.of(attempts.first(attempt).request()).filter(FLOODS::contains).isPresent();
        WindowChoice choice = new WindowChoice(mostOfFile, index.files().size());
        for (int window = 0; window < windows.size(); window++) {
            if (inputs.hasHistory(window)) {
                int first = attempts.first(windows.attempt(windows.place(window))).request();
                choice.add(inputs.at(window), windows.isMalicious(window, isFlood), index.messages().file(first));
            }
        }
        return choice.chosen(inputs.values());
    }

    /// Trains all networks and fits their thresholds.
    ///
    /// @param news receives the progress, a line at a time
    /// @throws IllegalArgumentException if there are not both malicious and legitimate windows
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static FloodModel fit(LabelledWindows windows, FloodSettings settings, TrainingFacts facts,
            RunMonitor monitor, Consumer<String> news) {
        Map<NetworkKind, FloodNetwork> networks = new EnumMap<>(NetworkKind.class);
        Map<NetworkKind, Double> thresholds = new EnumMap<>(NetworkKind.class);
        for (NetworkKind kind : NetworkKind.values()) {
            FloodNetwork network = FloodTraining.fit(kind, windows, settings.training().of(kind), monitor, news);
            networks.put(kind, network);
            thresholds.put(kind, threshold(windows, network, settings.falseAlarms()));
        }
        try {
            return FloodModel.open(FloodModelFile.of(settings, networks, thresholds, windows, facts));
        } catch (ModelFormatException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    /// The score that no more than this share of legitimate windows exceeds; at least 0.5.
    private static double threshold(LabelledWindows windows, FloodNetwork network, double falseAlarms) {
        List<Double> legitimate = windows.scoresOf(false, windows.scores(network));
        Collections.sort(legitimate);
        int above = (int) Math.floor(falseAlarms * legitimate.size());
        double next = legitimate.get(legitimate.size() - 1 - above);
        return Math.min(1, Math.max(LEAST_THRESHOLD, Math.nextUp(next)));
    }
}
