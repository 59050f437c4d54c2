package org.sipsleuth.view.edge;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.edge.run.EdgeWork;

/// A computation that is repeated when what it depends on has changed.
final class Step<T> {

    /// What a result depends on.
    ///
    /// @param version of what is replayed
    /// @param settings empty where it does not depend on them
    record Key(int version, Optional<EdgeSettings> settings) {}

    private final EdgeWork work;
    private final EdgeWork.Kind kind;
    private final Consumer<T> shown;
    private final Runnable failed;
    private EdgeWork.@Nullable Running running;

    /// Of what runs, has ended or has failed.
    private @Nullable Key last;

    /// @param shown receives results
    /// @param failed called where it is missing
    Step(EdgeWork work, EdgeWork.Kind kind, Consumer<T> shown, Runnable failed) {
        this.work = work;
        this.kind = kind;
        this.shown = shown;
        this.failed = failed;
    }

    /// Computes, unless it has been done already or is being done.
    ///
    /// @return whether it was begun
    boolean want(Key key, Function<RunMonitor, T> computation) {
        if (key.equals(last)) {
            return false;
        }
        stop();
        last = key;
        running = work.run(kind, computation, this::succeed, _ -> fail());
        return true;
    }

    private void succeed(T result) {
        running = null;
        shown.accept(result);
    }

    private void fail() {
        running = null;
        failed.run();
    }

    /// Whether the result is known, or is being computed.
    boolean isOf(Key key) {
        return key.equals(last);
    }

    /// Whether it is being done.
    boolean isRunning() {
        return running != null;
    }

    /// Stops what is being done.
    void stop() {
        if (running != null) {
            running.cancel();
            running = null;
            last = null;
        }
    }

    /// Stops, and forgets what has been done.
    void reset() {
        stop();
        last = null;
    }
}
