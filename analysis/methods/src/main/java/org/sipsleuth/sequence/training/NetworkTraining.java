package org.sipsleuth.sequence.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.network.StopReason;

/// Trains networks.
public final class NetworkTraining {

    /// From which accuracy on a convolution is examined within an epoch: the moment at which it
    /// knows everything is the one at which unknown dialogs stand out most.
    private static final double NEAR = 0.99;

    /// From which accuracy on a recurrent network may be preferred: it forgets some dialogs while
    /// it learns others, and may never know all of them at once.
    private static final double ENOUGH_OF_RECURRENT = 0.99;

    private static final int UPDATES_BETWEEN_LOOKS = 2;

    /// How long a preference looks on after the first network that knows everything, as a share of
    /// the updates that one took.
    private static final double LOOK_ON = 0.5;

    private final TrainingSet set;
    private final TrainingSettings settings;
    private final RunMonitor monitor;
    private final TrainableNetwork trainable;
    private final BatchSchedule lessons;
    private final EarlyStopping patience;
    private final Preference preference;
    private final List<Epoch> epochs = new ArrayList<>();
    private @Nullable BestModel best;
    private @Nullable Checkpoint kept;
    private long updates;
    private long end = Long.MAX_VALUE;

    private NetworkTraining(TrainingSet set, TrainingSettings settings, RunMonitor monitor, Preference preference) {
        this.preference = preference;
        this.set = set;
        this.settings = settings;
        this.monitor = monitor;
        this.trainable = TrainingLibrary.load().network(settings, set, BatchSchedule.weights(set));
        this.lessons = new BatchSchedule(set, settings);
        this.patience = new EarlyStopping(settings.patience());
    }

    /// Trains a network until it names every training dialog right, its loss falls no more, or the
    /// epochs are used up. The last epoch may be a part of one. The same set, settings and seed
    /// yield the same bits on the same machine.
    ///
    /// A recurrent network sees its sequences with little padding mostly, and with all of it now
    /// and then: its weights are the same whatever the padding, and that saves most of the time.
    ///
    /// Cancelling yields the best network so far, once there is an epoch.
    ///
    /// @param each is notified of each epoch at once
    /// @throws CancellationException if it is cancelled in the first epoch
    public static Trained fit(TrainingSet set, TrainingSettings settings, RunMonitor monitor, Consumer<Epoch> each) {
        return fit(set, settings, monitor, each, Preference.FIRST);
    }

    /// The same, but goes on for a while when every training dialog is classified correctly, and
    /// yields the best of the networks that do; of recurrent ones, the best of those that name
    /// nearly all of them right.
    ///
    /// @param preference says which is the best; with [Preference#FIRST] training ends at once
    public static Trained fit(TrainingSet set, TrainingSettings settings, RunMonitor monitor, Consumer<Epoch> each,
            Preference preference) {
        return new NetworkTraining(set, settings, monitor, preference).run(each);
    }

    private Trained run(Consumer<Epoch> each) {
        Optional<StopReason> reason;
        do {
            monitor.progress(new Progress("Training", epochs.size(), settings.mostEpochs()));
            reason = epoch(each);
        } while (reason.isEmpty());
        if (best == null) {
            throw new CancellationException("the training was stopped before its first epoch ended");
        }
        if (kept != null) {
            return new Trained(kept.network(), epochs, kept.epoch(), reason.orElseThrow().stored());
        }
        return new Trained(best.network(), epochs, best.epoch().number(), reason.orElseThrow().stored());
    }

    /// @return why there is no further epoch, if so
    private Optional<StopReason> epoch(Consumer<Epoch> each) {
        long start = System.nanoTime();
        if (!learn()) {
            return Optional.of(StopReason.CANCELLED);
        }
        Optional<Network> network = trainable.network();
        if (network.isEmpty()) {
            return Optional.of(StopReason.DIVERGED);
        }
        Epoch epoch = ValidationMetrics.of(network.get(), set).epoch(epochs.size() + 1, start);
        epochs.add(epoch);
        best = best == null ? new BestModel(network.get(), epoch) : best.or(network.get(), epoch);
        each.accept(epoch);
        return stopReason(epoch);
    }

    private Optional<StopReason> stopReason(Epoch epoch) {
        if (updates >= end) {
            return Optional.of(StopReason.LEARNED);
        }
        if (patience.endsAfter(epoch)) {
            return Optional.of(StopReason.PATIENCE);
        }
        return epoch.number() == settings.mostEpochs() ? Optional.of(StopReason.CAP) : Optional.empty();
    }

    /// Shows every sequence once, or several times; fewer when the end comes before.
    ///
    /// @return whether it was not cancelled
    private boolean learn() {
        List<BatchSchedule.Batch> batches = lessons.next();
        for (int i = 0; i < batches.size() && updates < end; i++) {
            if (monitor.isCancelled()) {
                return false;
            }
            BatchSchedule.Batch batch = batches.get(i);
            trainable.learn(batch.sequences(), batch.classes(), batch.steps());
            updates++;
            if (isValidationDue(i == batches.size() - 1)) {
                validate();
            }
        }
        return true;
    }

    /// Whether it pays to look now. The steps of a recurrent network make looks within an epoch too
    /// dear.
    private boolean isValidationDue(boolean isEndOfEpoch) {
        boolean isNear = settings.network() instanceof ConvolutionSettings && !epochs.isEmpty()
                && epochs.getLast().accuracy() >= NEAR;
        return isEndOfEpoch || (isNear && updates % UPDATES_BETWEEN_LOOKS == 0);
    }

    /// Keeps the network if it knows enough and is better than others that do.
    private void validate() {
        Optional<Network> network = trainable.network();
        if (network.isEmpty()) {
            return;
        }
        double accuracy = ValidationMetrics.of(network.get(), set).accuracy();
        if (accuracy < enough()) {
            return;
        }
        Checkpoint now = new Checkpoint(network.get(), preference.worth(network.get()), epochs.size() + 1);
        kept = kept == null ? now : kept.or(now);
        if (accuracy == 1 && end == Long.MAX_VALUE) {
            end = updates + (isAnyGood() ? 0 : (long) (updates * LOOK_ON));
        }
    }

    /// From which accuracy on a network may be the one that is kept.
    private double enough() {
        return isAnyGood() || settings.network() instanceof ConvolutionSettings ? 1 : ENOUGH_OF_RECURRENT;
    }

    private boolean isAnyGood() {
        return preference.equals(Preference.FIRST);
    }
}
