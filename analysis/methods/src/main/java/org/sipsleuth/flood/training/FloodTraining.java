package org.sipsleuth.flood.training;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Trains networks: shows all windows in a random order, batch by batch, epoch after epoch.
public final class FloodTraining {

    private FloodTraining() {}

    /// Trains a network. The same windows, settings and kind yield the same bits on the same
    /// machine.
    ///
    /// @param news receives a line after each epoch
    /// @throws IllegalArgumentException if there are not both malicious and legitimate windows, or
    ///     weights grow beyond all numbers
    /// @throws CancellationException if the monitor asked to stop
    /// @throws org.sipsleuth.finding.TrainingUnavailableException if the network is recurrent and
    ///     the module `training` is not installed
    public static FloodNetwork fit(NetworkKind kind, LabelledWindows windows, FloodTrainingSettings settings,
            RunMonitor monitor, Consumer<String> news) {
        check(windows);
        TrainableWindows network = kind.isRecurrent() ? FloodTrainingLibrary.load().network(kind, settings)
                : new TrainableLogistic(settings.learningRate());
        int[] order = IntStream.range(0, windows.size()).toArray();
        Random random = new Random(settings.seed());
        FloodNetwork trained = null;
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += settings.batch()) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Training " + kind.word(), (epoch - 1L) * order.length + from,
                        (long) settings.epochs() * order.length));
                int to = Math.min(order.length, from + settings.batch());
                network.learn(windows.windows(order, from, to), windows.labels(order, from, to));
            }
            trained = network.network()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the weights of %s grew beyond all numbers; a".formatted(kind.word())
                                    + " smaller learning rate may help"));
            news.accept("%s: epoch %d of %d".formatted(kind.word(), epoch, settings.epochs()));
        }
        if (trained == null) {
            throw new IllegalStateException("no epoch");
        }
        return trained;
    }

    private static void check(LabelledWindows windows) {
        int malicious = windows.maliciousCount();
        if (malicious == 0 || malicious == windows.size()) {
            throw new IllegalArgumentException(
                    "training needs windows of floods and windows without; there are %,d and %,d".formatted(malicious,
                            windows.size() - malicious));
        }
    }

    /// Fisher and Yates.
    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }
}
