package org.sipsleuth.run;

import java.util.concurrent.CancellationException;

/// Receives the progress of a long computation and asks it to stop. Knows no user interface.
/// Implementations must be safe to call from any thread.
public interface RunMonitor extends FaultSink {

    /// A monitor that ignores progress and never cancels.
    RunMonitor NONE = new RunMonitor() {
        @Override
        public void progress(Progress progress) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// Reports progress. Cheap; may be called thousands of times a second.
    void progress(Progress progress);

    /// Reports how much of a capture was taken into the index so far. Cheap.
    default void counted(Counted counted) {}

    /// Throws it on: only who shows what is missing may go on without it.
    @Override
    default void failed(String name, RuntimeException fault) {
        throw fault;
    }

    /// Whether the user has asked this run to stop. Asking is cooperative: no thread is
    /// interrupted.
    boolean isCancelled();

    /// Stops the computation here when it has been cancelled.
    ///
    /// @throws CancellationException if the user has asked this run to stop
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
