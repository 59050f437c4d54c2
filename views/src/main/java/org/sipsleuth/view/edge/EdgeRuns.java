package org.sipsleuth.view.edge;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.run.EdgeWork;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the page's computations in the background, with the progress of the last one begun. Used on
/// the JavaFX thread.
final class EdgeRuns implements EdgeWork {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeRuns.class);

    private final Workplace.Background background;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");

    EdgeRuns(Workplace.Background background) {
        this.background = background;
    }

    @Override
    public <T> Running run(Kind kind, Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed) {
        RunTask<T> task = new RunTask<>(work::apply);
        progress.bind(task.shareProperty());
        stage.bind(task.stageProperty());
        boolean[] isCancelled = {false};
        task.setOnSucceeded(_ -> {
            if (!isCancelled[0]) {
                then.accept(task.getValue());
            }
        });
        task.setOnFailed(_ -> {
            if (!isCancelled[0]) {
                FailureLog.warn(LOG, "The capture was not replayed", task.getException());
                failed.accept(task.getException());
            }
        });
        switch (kind) {
            case REPLAY -> background.pool().execute(task);
            case ADVICE -> background.counting().execute(task);
        }
        return () -> {
            isCancelled[0] = true;
            task.cancel();
        };
    }

    /// How far the last run is, from 0 to 1; below 0 where that is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What it does.
    ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }
}
