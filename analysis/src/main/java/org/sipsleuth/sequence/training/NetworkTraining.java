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
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Network;

/// Trains networks.
public final class NetworkTraining {

    /// From which accuracy on a convolution is looked at within an epoch: the moment at which it
    /// knows everything is the one at which unknown dialogs stand out most.
    private static final double NEARLY = 0.99;

    private static final int UPDATES_BETWEEN_LOOKS = 10;

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
    /// epochs are used up. The last epoch may be a part of one. The same set, settings and seed
    /// give the same bits on the same machine.
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

    /// Shows every sequence once, or several times; fewer when every training dialog is known
    /// before.
    ///
    /// @return whether it was not cancelled
    private boolean learn() {
        int updates = 0;
        for (Lessons.Batch batch : lessons.next()) {
            if (monitor.isCancelled()) {
                return false;
            }
            teacher.learn(batch.sequences(), batch.classes(), batch.steps());
            updates++;
            if (nearlyLearned() && updates % UPDATES_BETWEEN_LOOKS == 0 && learned()) {
                return true;
            }
        }
        return true;
    }

    /// Whether it pays to look before the end of an epoch. The steps of a recurrent network make
    /// that too dear.
    private boolean nearlyLearned() {
        return settings.network() instanceof ConvolutionSettings
                && !epochs.isEmpty()
                && epochs.getLast().accuracy() >= NEARLY;
    }

    private boolean learned() {
        return teacher.network()
                .filter(each -> Judgement.of(each, set).accuracy() == 1)
                .isPresent();
    }
}
