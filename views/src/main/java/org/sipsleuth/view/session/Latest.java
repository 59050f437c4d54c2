package org.sipsleuth.view.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes off the JavaFX thread what is asked for last: what was asked for before it and has not
/// begun is left out, and what has begun is not shown. Used on the JavaFX thread.
public final class Latest<T> {

    private final Executor background;
    private final Consumer<T> shown;
    private final Runnable failed;
    private @Nullable RunTask<T> running;
    private RunTask.@Nullable Run<T> next;
    private boolean isWanted;

    /// @param shown receives what was computed
    /// @param failed called if that is not possible
    public Latest(Executor background, Consumer<T> shown, Runnable failed) {
        this.background = background;
        this.shown = shown;
        this.failed = failed;
    }

    /// Computes something in place of whatever was asked for before.
    public void compute(RunTask.Run<T> run) {
        if (running == null) {
            start(run);
        } else {
            next = run;
            isWanted = false;
        }
    }

    /// Computes something now: what has begun is asked to stop.
    public void replace(RunTask.Run<T> run) {
        stop();
        start(run);
    }

    /// Nothing is wanted any more: what has begun is asked to stop.
    public void stop() {
        next = null;
        isWanted = false;
        if (running != null) {
            running.setOnSucceeded(null);
            running.setOnFailed(null);
            running.cancel();
            running = null;
        }
    }

    private void start(RunTask.Run<T> run) {
        RunTask<T> task = new RunTask<>(run);
        running = task;
        isWanted = true;
        task.setOnSucceeded(_ -> end(() -> shown.accept(task.getValue())));
        task.setOnFailed(_ -> end(() -> {
            if (!(task.getException() instanceof CancellationException)) {
                failed.run();
            }
        }));
        background.execute(task);
    }

    private void end(Runnable show) {
        running = null;
        boolean shows = isWanted;
        RunTask.Run<T> follows = next;
        next = null;
        if (follows != null) {
            start(follows);
        } else if (shows) {
            show.run();
        }
    }
}
