package org.sipsleuth.view.session.filter;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;

/// Asks messages as tasks.
///
/// @param executor where they run
public record FilterTasks(Executor executor) implements FilterModel.Background {

    @Override
    public <T> Running run(Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed) {
        RunTask<T> task = new RunTask<>(work::apply);
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        task.setOnFailed(_ -> failed.accept(task.getException()));
        executor.execute(task);
        return new Running() {
            @Override
            public ObservableValue<? extends Number> progress() {
                return task.shareProperty();
            }

            @Override
            public void cancel() {
                task.cancel();
            }
        };
    }
}
