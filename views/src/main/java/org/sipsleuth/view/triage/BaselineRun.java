package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingUnavailableException;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes in the background what changes if safe sequences are added to the baseline. Used on the
/// JavaFX thread.
final class BaselineRun {

    private static final Logger LOG = LoggerFactory.getLogger(BaselineRun.class);

    /// How far it is.
    sealed interface State {

        /// Nothing was asked for.
        record Idle() implements State {}

        /// It is being computed.
        record Running(BaselineEffect.Request request) implements State {}

        /// It is known, and waits for the analyst.
        ///
        /// @param changes what differs, row by row
        record Known(BaselineEffect.Request request, BaselineEffect effect, List<BaselineChange> changes)
                implements State {
            public Known {
                changes = List.copyOf(changes);
            }
        }

        /// It could not be computed.
        ///
        /// @param reason a sentence for the user
        record Failed(String reason) implements State {}
    }

    private final Executor background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private @Nullable RunTask<State> run;

    /// @param background where models are trained
    BaselineRun(Executor background) {
        this.background = background;
    }

    /// How far it is.
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is being done, in words.
    ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// How far that is, from 0 to 1; below 0 where it is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Begins, in place of what was computed before.
    void start(BaselineEffect.Request request) {
        stop();
        SipIndex index = request.queue().index();
        RunTask<State> task = new RunTask<>(
                monitor -> index.opened().verified(() -> known(request, BaselineEffect.of(request, monitor))));
        task.setOnSucceeded(_ -> end(task, task.getValue()));
        task.setOnFailed(_ -> end(task, failed(task.getException())));
        run = task;
        stage.bind(task.messageProperty());
        progress.bind(task.progressProperty());
        state.set(new State.Running(request));
        background.execute(task);
    }

    /// Everything that is shown is made here, in the background.
    private static State known(BaselineEffect.Request request, Optional<BaselineEffect> effect) {
        return effect.<State>map(result -> new State.Known(request, result, BaselineChange.of(result)))
                .orElseGet(() -> new State.Failed(text("triage.baseline.attacks")));
    }

    private static State failed(Throwable cause) {
        if (cause instanceof CancellationException) {
            return new State.Idle();
        }
        FailureLog.warn(LOG, "Safe sequences were not added to the baseline", cause);
        String words = Optional.ofNullable(cause.getMessage()).orElse("");
        return new State.Failed(switch (cause) {
            case IllegalArgumentException _ -> text("triage.baseline.failed", words);
            case TrainingUnavailableException _ -> text("model.train.unavailable");
            case IOException _ -> text("model.train.unreadable", words);
            case Throwable fault when MemoryFault.isIn(fault) -> text("model.train.memory");
            default -> text("model.refused.mistake");
        });
    }

    private void end(RunTask<?> task, State then) {
        if (task.equals(run)) {
            release();
            state.set(then);
        }
    }

    /// Stops what is being computed, or forgets what was.
    void stop() {
        RunTask<?> task = run;
        release();
        if (task != null) {
            task.cancel();
        }
        state.set(new State.Idle());
    }

    private void release() {
        run = null;
        stage.unbind();
        progress.unbind();
        stage.set("");
        progress.set(-1);
    }
}
