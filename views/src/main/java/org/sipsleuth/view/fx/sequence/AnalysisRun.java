package org.sipsleuth.view.fx.sequence;

import static org.sipsleuth.view.fx.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.fx.FailureLog;
import org.sipsleuth.view.fx.RunTask;
import org.sipsleuth.view.fx.sequence.AnalysisState.Cancelled;
import org.sipsleuth.view.fx.sequence.AnalysisState.Failed;
import org.sipsleuth.view.fx.sequence.AnalysisState.Known;
import org.sipsleuth.view.fx.sequence.AnalysisState.NoCapture;
import org.sipsleuth.view.fx.sequence.AnalysisState.NoModel;
import org.sipsleuth.view.fx.sequence.AnalysisState.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out in the background what the model in use says of the open capture, anew whenever one of
/// both changes. While a capture grows, a run is not stopped by what came after it began: it ends,
/// and the next one takes all that has come. Used on the JavaFX thread.
public final class AnalysisRun {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisRun.class);

    private final ModelInUse models;
    private final Executor background;
    private final ReadOnlyObjectWrapper<AnalysisState> state =
            new ReadOnlyObjectWrapper<>(new NoCapture());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private @Nullable SipIndex wanted;
    private @Nullable SipIndex looking;
    private @Nullable RunTask<SequenceDetection> run;

    /// @param background where captures are looked at, one run after another
    public AnalysisRun(ModelInUse models, Executor background) {
        this.models = models;
        this.background = background;
        models.modelProperty().subscribe(_ -> begin());
    }

    /// How it stands.
    public ReadOnlyObjectProperty<AnalysisState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How far the run is, from 0 to 1; below 0 where that is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What the run is doing, in words.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The capture that is open, or what of it was read so far.
    public Optional<SipIndex> index() {
        return Optional.ofNullable(wanted);
    }

    /// Looks at this index from now on.
    public void show(SipIndex index) {
        boolean grows = wanted != null && files(wanted).equals(files(index));
        wanted = index;
        if (run == null || !grows) {
            begin();
        }
    }

    /// No capture is open any more.
    public void showNothing() {
        stop();
        wanted = null;
        state.set(new NoCapture());
    }

    /// Stops the run; nothing is known then.
    public void cancel() {
        if (run != null) {
            stop();
            state.set(new Cancelled());
        }
    }

    /// Looks again, after it was cancelled or failed.
    public void again() {
        begin();
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }

    private void begin() {
        stop();
        SipIndex index = wanted;
        Optional<SequenceModel> model = models.modelProperty().get();
        if (index == null || model.isEmpty()) {
            state.set(index == null ? new NoCapture() : new NoModel());
            return;
        }
        SequenceModel used = model.get();
        RunTask<SequenceDetection> task =
                new RunTask<>(
                        monitor ->
                                index.opened()
                                        .verified(() -> SequenceDetection.of(index, used, monitor)));
        task.setOnSucceeded(_ -> succeed(task));
        task.setOnFailed(_ -> fail(task));
        progress.bind(task.progressProperty());
        stage.bind(task.messageProperty());
        state.set(new Running(earlier(index, used)));
        looking = index;
        run = task;
        background.execute(task);
    }

    /// What is known of a part of the same capture by the same model.
    private Optional<SequenceDetection> earlier(SipIndex index, SequenceModel model) {
        return state.get()
                .analysis()
                .filter(its -> its.model().equals(model))
                .filter(its -> files(its.index()).equals(files(index)));
    }

    private void succeed(RunTask<SequenceDetection> task) {
        if (task.equals(run)) {
            boolean isLatest = looking != null && looking.equals(wanted);
            stop();
            state.set(new Known(task.getValue()));
            if (!isLatest) {
                begin();
            }
        }
    }

    private void fail(RunTask<SequenceDetection> task) {
        if (task.equals(run)) {
            FailureLog.warn(LOG, "The capture cannot be looked at with the model", task.getException());
            stop();
            state.set(
                    new Failed(
                            text(
                                    task.getException() instanceof OutOfMemoryError
                                            ? "analysis.failed.memory"
                                            : "analysis.failed.mistake")));
        }
    }

    private void stop() {
        progress.unbind();
        stage.unbind();
        stage.set("");
        if (run != null) {
            run.cancel();
            run = null;
        }
    }
}
