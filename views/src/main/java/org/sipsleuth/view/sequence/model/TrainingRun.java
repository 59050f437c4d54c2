package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingUnavailableException;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.TrainingEffect;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.SequenceTrainer;
import org.sipsleuth.sequence.TrainingCurve.Point;
import org.sipsleuth.sequence.corpus.DialogSequences;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.training.Epoch;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.view.sequence.model.TrainingState.Done;
import org.sipsleuth.view.sequence.model.TrainingState.Failed;
import org.sipsleuth.view.sequence.model.TrainingState.Idle;
import org.sipsleuth.view.sequence.model.TrainingState.Running;
import org.sipsleuth.view.sequence.model.TrainingState.Stopped;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.model.BaselineFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains a model on the open captures in the background. Used on the JavaFX thread.
final class TrainingRun {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final Methods methods;
    private final Executor background;
    private final String program;
    private final ReadOnlyObjectWrapper<TrainingState> state = new ReadOnlyObjectWrapper<>(new Idle());
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ObservableList<Point> epochs = FXCollections.observableArrayList();
    private final ObservableList<String> remarks = FXCollections.observableArrayList();
    private AtomicBoolean stops = new AtomicBoolean();

    /// @param program the version of the program, for the model's facts
    TrainingRun(Methods methods, Executor background, String program) {
        this.methods = methods;
        this.background = background;
        this.program = program;
    }

    /// How it stands.
    ReadOnlyObjectProperty<TrainingState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is being done, in words.
    ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The epochs so far.
    ObservableList<Point> epochs() {
        return epochs;
    }

    /// What was left out of the baseline, and after the training its effect, in lines.
    ObservableList<String> remarks() {
        return remarks;
    }

    /// Begins, unless one is under way.
    void start(SipIndex index, TrainingChoice choice) {
        if (state.get() instanceof Running) {
            return;
        }
        epochs.clear();
        remarks.clear();
        AtomicBoolean stop = new AtomicBoolean();
        stops = stop;
        Instant now = Instant.now();
        RunTask<SequenceModel> task =
                new RunTask<>(monitor -> index.opened().verified(() -> train(index, choice, now, monitor, stop)));
        stage.bind(task.messageProperty());
        task.setOnSucceeded(_ -> end(new Done(task.getValue(), stop.get())));
        task.setOnFailed(_ -> end(failed(task.getException())));
        task.setOnCancelled(_ -> end(new Stopped()));
        state.set(new Running(false));
        background.execute(task);
    }

    /// Asks it to stop; the best so far is kept, once there is an epoch.
    void stop() {
        if (state.get() instanceof Running) {
            stops.set(true);
            state.set(new Running(true));
        }
    }

    private void end(TrainingState then) {
        stage.unbind();
        state.set(then);
    }

    private static TrainingState failed(Throwable cause) {
        if (cause instanceof CancellationException) {
            return new Stopped();
        }
        LOG.warn("A training failed", cause);
        String words = Optional.ofNullable(cause.getMessage()).orElse("");
        return new Failed(switch (cause) {
            case IllegalArgumentException _ -> words;
            case TrainingUnavailableException _ -> text("model.train.unavailable");
            case IOException _ -> text("model.train.unreadable", words);
            case Throwable fault when MemoryFault.isIn(fault) -> text("model.train.memory");
            case LinkageError _ -> text("sequence.model.train.library");
            default -> text("model.refused.mistake");
        });
    }

    private SequenceModel train(SipIndex index, TrainingChoice choice, Instant now, RunMonitor monitor,
            AtomicBoolean stop) throws IOException {
        RunMonitor stoppable = new Stoppable(monitor, stop);
        SequenceSettings settings = choice.settings();
        TrainingFacts facts =
                BaselineFacts.of(index, choice.name(), new Training.Origin(program, now, choice.licence()), stoppable);
        CleanBaseline clean = CleanBaseline.of(index, methods, stoppable);
        add(clean.lines());
        clean.check();
        DialogSequences sequences = DialogSequences.of(index, settings.messages(), clean.leftOut(), stoppable);
        SequenceCorpus corpus = SequenceCorpus.of(sequences, settings.proportions(), choice.seed());
        Consumer<Epoch> each = epoch -> Platform.runLater(() -> epochs.add(point(epoch)));
        SequenceModel model = SequenceTrainer.fit(corpus,
                SequenceMethod.novelty(index, clean.leftOut(), Optional.of(SequenceMethod.bundled()), stoppable),
                settings, facts, stoppable, each);
        add(model.novelty().flatMap(SequenceMethod::origin).stream().toList());
        add(effect(index, clean, model, monitor));
        return model;
    }

    private void add(List<Sentence> lines) {
        List<String> words = lines.stream().map(Sentence::text).toList();
        Platform.runLater(() -> remarks.addAll(words));
    }

    private static List<Sentence> effect(SipIndex index, CleanBaseline clean, SequenceModel model, RunMonitor monitor)
            throws IOException {
        Method method = new SequenceMethod();
        try {
            return TrainingEffect
                    .of(index, clean.leftOut(), method.detector(method.shipped()), method.detector(model.file()),
                            monitor)
                    .lines();
        } catch (ModelFormatException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static Point point(Epoch epoch) {
        return new Point(epoch.loss(), epoch.accuracy(), orNothing(epoch.validationLoss()),
                orNothing(epoch.validationAccuracy()));
    }

    private static double orNothing(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /// Stops the work in such a way that what is done so far is kept: a task that is cancelled
    /// would throw it away.
    private record Stoppable(RunMonitor monitor, AtomicBoolean stop) implements RunMonitor {

        @Override
        public void progress(Progress progress) {
            monitor.progress(progress);
        }

        @Override
        public boolean isCancelled() {
            return stop.get() || monitor.isCancelled();
        }
    }
}
