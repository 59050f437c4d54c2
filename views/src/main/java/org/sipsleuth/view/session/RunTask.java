package org.sipsleuth.view.session;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.WindowFaults;

/// Runs a computation off the JavaFX thread with its progress shown: the only bridge between
/// [RunMonitor] and JavaFX.
public final class RunTask<T extends @Nullable Object> extends Task<T> implements RunMonitor {

    /// A computation that reports to a monitor.
    @FunctionalInterface
    public interface Run<T extends @Nullable Object> {
        T run(RunMonitor monitor) throws Exception;
    }

    /// The threads of what the user asked for and waits for, as many as there are such tasks. Not the
    /// common pool: what goes through whole captures on all processors would go first.
    public static final Executor POOL =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("sipsleuth-asked-", 0).factory());

    /// Only until it is run: a view that has shown its progress holds the task, and so it would hold
    /// what was worked on, such as files of a ring that were discarded.
    private @Nullable Run<T> run;

    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");

    public RunTask(Run<T> run) {
        this.run = run;
        progressProperty().subscribe(how -> share.set(how.doubleValue()));
        messageProperty().subscribe(stage::set);
    }

    /// The progress, for what stays bound to it: it does not hold the task, which holds its result.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// The stage likewise.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Begins the run on one of the threads of [#POOL].
    public void start() {
        POOL.execute(this);
    }

    @Override
    protected T call() throws Exception {
        Run<T> once = Objects.requireNonNull(run, "runs once");
        run = null;
        return once.run(this);
    }

    @Override
    public void progress(Progress progress) {
        updateMessage(progress.stage());
        updateProgress(progress.done(), progress.total()); // JavaFX merges bursts into one update
    }

    @Override
    public void failed(String name, RuntimeException fault) {
        WindowFaults.SINK.failed(name, fault);
    }

    /// Asks, never interrupts: an interrupt would close the capture's channel under its reader.
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(false);
    }
}
