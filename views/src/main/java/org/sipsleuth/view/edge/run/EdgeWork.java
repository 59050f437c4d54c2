package org.sipsleuth.view.edge.run;

import java.util.function.Consumer;
import java.util.function.Function;
import org.sipsleuth.run.RunMonitor;

/// Runs what takes long away from the JavaFX thread.
public interface EdgeWork {

    /// How urgent a run is.
    enum Kind {
        /// The user waits for it.
        REPLAY,
        /// Many replays.
        ADVICE
    }

    /// Begins a run.
    ///
    /// @param then gets the result; neither it nor `failed` is called once the run was cancelled
    <T> Running run(
            Kind kind, Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed);

    /// A run that has begun.
    interface Running {

        /// Asks it to stop.
        void cancel();
    }
}
