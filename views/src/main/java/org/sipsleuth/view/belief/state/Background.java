package org.sipsleuth.view.belief.state;

import java.util.function.Consumer;
import org.sipsleuth.view.session.RunTask;

/// Does work elsewhere, then gives its result back on the calling thread, or the failure.
public interface Background {

    /// Begins a piece of work; nothing is given back of one that was cancelled.
    <T> Running run(RunTask.Run<T> work, Consumer<T> then, Consumer<Throwable> failed);

    /// Work that can be stopped.
    interface Running {
        /// Asks it to stop.
        void cancel();
    }
}
