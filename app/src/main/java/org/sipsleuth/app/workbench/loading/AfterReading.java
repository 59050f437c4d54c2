package org.sipsleuth.app.workbench.loading;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableBooleanValue;

/// Does work that goes through whole captures when none is being read: reading wants the
/// processors, and what is found in a part is found again in the next. Used on the JavaFX thread.
public final class AfterReading implements Executor {

    private final ObservableBooleanValue reading;
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /// @param reading whether a capture is being read
    /// @param executor where the work is done
    public AfterReading(ObservableBooleanValue reading, Executor executor) {
        this.reading = reading;
        this.executor = executor;
        reading.subscribe(this::release);
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        release();
    }

    private void release() {
        while (!reading.get() && !waiting.isEmpty()) {
            executor.execute(waiting.remove());
        }
    }
}
