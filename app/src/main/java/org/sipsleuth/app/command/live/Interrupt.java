package org.sipsleuth.app.command.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a live capture in order when the process is asked to end: by Ctrl-C, as tcpdump does, or by
/// SIGTERM. The exit code is then the command's own.
public final class Interrupt implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile int code;

    /// @param stop asks the capture to end
    /// @param failed the exit code if it does not end
    public Interrupt(Runnable stop, int failed) {
        code = failed;
        hook = Thread.ofPlatform().name("sipsleuth-interrupt").unstarted(() -> {
            stop.run();
            await();
            Runtime.getRuntime().halt(code);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            boolean ended = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                return; // halts with the code of a failure
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The command has ended, all is written.
    public int ended(int exitCode) {
        code = exitCode;
        return exitCode;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return; // the hook halts the process
        }
    }
}
