package org.sipsleuth.app.workbench.loading;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableBooleanValue;

/// Does work that goes through whole captures when nothing more urgent goes on, such as reading
/// them: that wants the processors, and what is found in a part is found again in the next. Used on
/// the JavaFX thread.
public final class AfterUrgent implements Executor {

    private final ObservableBooleanValue urgent;
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /// @param urgent whether something more urgent goes on
    /// @param executor where the work is done
    public AfterUrgent(ObservableBooleanValue urgent, Executor executor) {
        this.urgent = urgent;
        this.executor = executor;
        urgent.subscribe(this::release);
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        release();
    }

    private void release() {
        while (!urgent.get() && !waiting.isEmpty()) {
            executor.execute(waiting.remove());
        }
    }
}
