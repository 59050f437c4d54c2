package org.sipsleuth.view.belief.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;

/// Does work when the test wants it.
public final class Later implements Background {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int cancelled;

    @Override
    public <T> Running run(RunTask.Run<T> work, Consumer<T> then, Consumer<Throwable> failed) {
        Runnable all = () -> {
            T result;
            try {
                result = work.run(RunMonitor.NONE);
            } catch (Exception failure) {
                failed.accept(failure);
                return;
            }
            then.accept(result);
        };
        waiting.add(all);
        return () -> {
            cancelled++;
            waiting.remove(all);
        };
    }

    /// Does all that waits, and what comes of it.
    public void doAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /// Does the piece of work that waits longest.
    public void doOne() {
        waiting.remove().run();
    }

    /// How many pieces of work were cancelled.
    public int cancelled() {
        return cancelled;
    }

    /// How many pieces of work wait.
    public int waiting() {
        return waiting.size();
    }
}
