package org.sipsleuth.view.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Calls something on the JavaFX thread again and again. A timeline of JavaFX would wake that thread
/// sixty times a second for as long as it runs, a twentieth of a processor. Used on the JavaFX
/// thread.
public final class Ticks {

    private final Executor clock;
    private final Runnable tick;
    private boolean isRunning;
    private int run;

    /// @param between the time from the end of one call to the next
    public Ticks(Duration between, Runnable tick) {
        this(CompletableFuture.delayedExecutor(between.toNanos(), TimeUnit.NANOSECONDS, Platform::runLater), tick);
    }

    /// @param clock runs what it is given after a while
    Ticks(Executor clock, Runnable tick) {
        this.clock = clock;
        this.tick = tick;
    }

    /// Begins, unless it has.
    public void start() {
        if (!isRunning) {
            isRunning = true;
            next(++run);
        }
    }

    /// Ends.
    public void stop() {
        isRunning = false;
    }

    private void next(int of) {
        clock.execute(() -> {
            if (isRunning && of == run) {
                tick.run();
                next(of);
            }
        });
    }
}
