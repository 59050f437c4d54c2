package org.sipsleuth.sequence.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Lessons lessons;
    private final Patience patience;
    private final List<Epoch> epochs = new ArrayList<>();
    private @Nullable Best best;

    private NetworkTraining(TrainingSet set, TrainingSettings settings, RunMonitor monitor) {
        this.set = set;
        this.settings = settings;
        this.monitor = monitor;
        this.teacher = Teacher.of(settings, set, Lessons.weights(set), DataType.FLOAT);
        this.lessons = new Lessons(set, settings);
        this.patience = new Patience(settings.patience());
    }

    /// Trains a network until it names every training dialog right, its loss falls no more, or the
    /// epochs are used up. The same set, settings and seed give the same bits
    /// on the same machine.
    ///
    /// A recurrent network sees its sequences with little padding mostly, and with all of it now
    /// and then: its weights are the same whatever the padding, and that saves most of the time.
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
        Optional<Ending> ending;
        do {
            monitor.progress(new Progress("Training", epochs.size(), settings.mostEpochs()));
            ending = epoch(each);
        } while (ending.isEmpty());
        if (best == null) {
            throw new CancellationException("the training ended before its first epoch did");
        }
        return new Trained(
                best.network(), epochs, best.epoch().number(), ending.orElseThrow().text());
    }

    /// @return why there is no further epoch, if so
    private Optional<Ending> epoch(Consumer<Epoch> each) {
        long start = System.nanoTime();
        if (!learn()) {
            return Optional.of(Ending.CANCELLED);
        }
        Optional<Network> network = teacher.network();
        if (network.isEmpty()) {
            return Optional.of(Ending.DIVERGED);
        }
        Epoch epoch = Judgement.of(network.get(), set).epoch(epochs.size() + 1, start);
        epochs.add(epoch);
        best = best == null ? new Best(network.get(), epoch) : best.or(network.get(), epoch);
        each.accept(epoch);
        return ending(epoch);
    }

    private Optional<Ending> ending(Epoch epoch) {
        if (epoch.accuracy() == 1) {
            return Optional.of(Ending.LEARNED);
        }
        if (patience.endsAfter(epoch)) {
            return Optional.of(Ending.PATIENCE);
        }
        return epoch.number() == settings.mostEpochs() ? Optional.of(Ending.CAP) : Optional.empty();
    }

    /// Shows every sequence once, or several times.
    ///
    /// @return whether it came to the end
    private boolean learn() {
        for (Lessons.Batch batch : lessons.next()) {
            if (monitor.isCancelled()) {
                return false;
            }
            teacher.learn(batch.sequences(), batch.classes(), batch.steps());
        }
        return true;
    }
}
