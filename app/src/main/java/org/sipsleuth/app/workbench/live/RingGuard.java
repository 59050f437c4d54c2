package org.sipsleuth.app.workbench.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sipsleuth.live.LiveCapture;

/// Sees to it that the ring is closed in order when the program ends while packets are captured.
final class RingGuard implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(10).toNanos();

    private final Thread hook;

    RingGuard(LiveCapture capture) {
        hook = Thread.ofPlatform().name("sipsleuth-ring-guard").unstarted(() -> stopAndWait(capture));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void stopAndWait(LiveCapture capture) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        capture.stop();
        while (!capture.ring().isClosed() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    /// The capture has ended.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return; // it does its work now
        }
    }
}
