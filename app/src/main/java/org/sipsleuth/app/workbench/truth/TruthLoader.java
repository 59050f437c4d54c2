package org.sipsleuth.app.workbench.truth;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.truth.TruthState.None;
import org.sipsleuth.app.workbench.truth.TruthState.Offered;
import org.sipsleuth.app.workbench.truth.TruthState.Reading;
import org.sipsleuth.app.workbench.truth.TruthState.Refused;
import org.sipsleuth.app.workbench.truth.TruthState.Visible;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.truth.read.TruthFormatException;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for the truth of what is open, and reads it when somebody asks. Used on the JavaFX thread.
final class TruthLoader {

    private static final Logger LOG = LoggerFactory.getLogger(TruthLoader.class);

    private final Executor quick;
    private final Executor reading;
    private final ReadOnlyObjectWrapper<TruthState> state = new ReadOnlyObjectWrapper<>(new None());
    private @Nullable OpenCaptures open;
    private @Nullable RunTask<?> run;

    /// @param quick looks whether there is a truth
    /// @param reading reads it; that takes long, since the capture is hashed
    TruthLoader(Executor quick, Executor reading) {
        this.quick = quick;
        this.reading = reading;
    }

    /// How it stands.
    ReadOnlyObjectProperty<TruthState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Follows the workbench. Whatever is opened, its truth is not shown at first.
    void follow(WorkbenchState workbench) {
        OpenCaptures now = workbench instanceof Whole whole ? whole.investigation().orElse(null) : null;
        if (now == null) {
            stop();
            open = null;
            state.set(new None());
        } else if (!now.equals(open)) {
            stop();
            open = now;
            state.set(new None());
            look(now);
        }
    }

    private void look(OpenCaptures investigation) {
        RunTask<Boolean> task = new RunTask<>(_ -> IndexTruth.isThere(investigation.files()));
        task.setOnSucceeded(_ -> {
            if (task.equals(run) && task.getValue()) {
                state.set(new Offered());
            }
        });
        begin(task, quick);
    }

    /// Shows it, hides it, or stops reading it.
    void turn() {
        switch (state.get()) {
            case None _ -> {
            }
            case Offered _,Refused _ -> read();
            case Reading _,Visible _ -> {
                stop();
                state.set(new Offered());
            }
        }
    }

    private void read() {
        OpenCaptures now = open;
        if (now == null) {
            return;
        }
        state.set(new Reading());
        RunTask<IndexTruth> task = new RunTask<>(monitor -> IndexTruth.read(now.index(), monitor));
        task.setOnSucceeded(_ -> end(task, new Visible(task.getValue())));
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "Ground truth cannot be shown", task.getException());
            end(task, new Refused(sentence(task.getException())));
        });
        begin(task, reading);
    }

    private void begin(RunTask<?> task, Executor where) {
        run = task;
        where.execute(task);
    }

    private void end(RunTask<?> task, TruthState then) {
        if (task.equals(run)) {
            state.set(then);
        }
    }

    private void stop() {
        if (run != null) {
            run.cancel();
            run = null;
        }
    }

    private static String sentence(Throwable cause) {
        String words = Optional.ofNullable(cause.getMessage()).orElse("");
        return switch (cause) {
            case TruthFormatException _ -> words;
            case IOException _ -> text("workbench.truth.refused.unreadable", words);
            case Throwable fault when MemoryFault.isIn(fault) -> text("workbench.truth.refused.memory");
            default -> text("workbench.truth.refused.mistake");
        };
    }
}
