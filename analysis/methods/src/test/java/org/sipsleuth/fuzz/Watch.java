package org.sipsleuth.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Ends the program when something takes too long, and shows where it hangs. What counts is how
/// long the processor worked, since the clock also goes on while other programs have it; only
/// something that does not work at all is given up by the clock. Shown on standard error, since a
/// program that is halted has no other way to tell.
final class Watch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /// The clock may go on so many times longer than the processor works.
    private static final int CLOCK_PATIENCE = 12;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Thread thread;

    /// @param patience of the processor
    Watch(Duration patience, String what) {
        Thread watched = Thread.currentThread();
        thread = Thread.ofVirtual().start(() -> watch(watched, patience, what));
    }

    /// How long processors have worked for this program.
    static long processorNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    private static void watch(Thread watched, Duration patience, String what) {
        long work = processorNanos();
        long clock = System.nanoTime();
        while (processorNanos() - work < patience.toNanos()
                && System.nanoTime() - clock < CLOCK_PATIENCE * patience.toNanos()) {
            try {
                Thread.sleep(BETWEEN_LOOKS); // what hangs tells nobody, so it is looked at
            } catch (InterruptedException _) {
                return;
            }
        }
        System.err.println("hangs: " + what);
        for (StackTraceElement at : watched.getStackTrace()) {
            System.err.println("\tat " + at);
        }
        Runtime.getRuntime().halt(2);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
