package org.sipsleuth.fuzz;

import java.time.Duration;

/// Ends the program when something takes too long, and shows where it hangs: on standard error, for
/// a program that is halted has no other way to tell.
final class Watch implements AutoCloseable {

    private final Thread thread;

    Watch(Duration patience, String what) {
        Thread watched = Thread.currentThread();
        thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(patience);
                                    } catch (InterruptedException _) {
                                        return;
                                    }
                                    System.err.println("hangs: " + what);
                                    for (StackTraceElement at : watched.getStackTrace()) {
                                        System.err.println("\tat " + at);
                                    }
                                    Runtime.getRuntime().halt(2);
                                });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
