package org.sipsleuth.sequence.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.network.Network;

/// Trains networks.
public final class NetworkTraining {

    private final TrainingSet set;
    private final TrainingSettings settings;
    private final RunMonitor monitor;
    private final Teacher teacher;
    private final Random random;
    private final List<Integer> order = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private @Nullable Network best;
    private int bestEpoch;
    private double leastLoss = Double.POSITIVE_INFINITY;

    private NetworkTraining(TrainingSet set, TrainingSettings settings, RunMonitor monitor) {
        this.set = set;
        this.settings = settings;
        this.monitor = monitor;
        this.teacher = Teacher.of(settings, set, DataType.FLOAT);
        this.random = new Random(settings.seed());
        for (int k = 0; k < set.classes(); k++) {
            order.add(k);
        }
    }

    /// Trains a network until it names every training dialog right, its loss falls no more, or the
    /// epochs are used up. The same set, settings and seed give the same bits on the same machine.
    ///
    /// Cancelling gives the best network so far, once there is an epoch.
    ///
    /// @param each is told of each epoch at once
    /// @throws CancellationException if it is cancelled in the first epoch
    public static Trained fit(
            TrainingSet set, TrainingSettings settings, RunMonitor monitor, Consumer<Epoch> each) {
        return new NetworkTraining(set, settings, monitor).run(each);
    }

    private Trained run(Consumer<Epoch> each) {
        while (true) {
            long start = System.nanoTime();
            if (!learnOnce()) {
                return trained(Ending.CANCELLED);
            }
            Network network = teacher.network();
            Epoch epoch = Judgement.of(network, set).epoch(epochs.size() + 1, start);
            epochs.add(epoch);
            keep(network, epoch);
            each.accept(epoch);
            monitor.progress(new Progress("Training", epoch.number(), settings.mostEpochs()));
            if (epoch.accuracy() == 1) {
                return trained(Ending.LEARNED);
            }
            if (epoch.number() - bestEpoch >= settings.patience()) {
                return trained(Ending.PATIENCE);
            }
            if (epoch.number() == settings.mostEpochs()) {
                return trained(Ending.CAP);
            }
        }
    }

    private Trained trained(Ending ending) {
        if (best == null) {
            throw new CancellationException();
        }
        return new Trained(best, epochs, bestEpoch, ending.text());
    }

    private void keep(Network network, Epoch epoch) {
        double loss = Double.isNaN(epoch.validationLoss()) ? epoch.loss() : epoch.validationLoss();
        if (loss < leastLoss || epoch.accuracy() == 1) {
            leastLoss = loss;
            best = network;
            bestEpoch = epoch.number();
        }
    }

    /// Shows every sequence once.
    ///
    /// @return whether it came to the end
    private boolean learnOnce() {
        Collections.shuffle(order, random);
        for (int from = 0; from < order.size(); from += settings.batch()) {
            if (monitor.isCancelled()) {
                return false;
            }
            learn(order.subList(from, Math.min(order.size(), from + settings.batch())));
        }
        return true;
    }

    private void learn(List<Integer> classes) {
        List<int[]> sequences = new ArrayList<>();
        int[] labels = new int[classes.size()];
        float[] weights = new float[classes.size()];
        double mean = (double) set.trainingTotal() / set.classes();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes.get(i);
            sequences.add(set.sequences().get(labels[i]));
            weights[i] = (float) (set.training(labels[i]) / mean);
        }
        teacher.learn(sequences, labels, weights, set.length());
    }
}
