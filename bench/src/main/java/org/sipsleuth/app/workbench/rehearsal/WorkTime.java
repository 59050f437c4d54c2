package org.sipsleuth.app.workbench.rehearsal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The processor time that the window's threads took so far: what other programs and threads take
/// away meanwhile is not in it.
public final class WorkTime {

    private static final String DRAWING = "QuantumRenderer";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] drawing;

    /// Of the threads that there are now.
    public WorkTime() {
        drawing =
                Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(Objects::nonNull)
                        .filter(thread -> thread.getThreadName().startsWith(DRAWING))
                        .mapToLong(ThreadInfo::getThreadId)
                        .toArray();
    }

    /// That of the thread that asks, in milliseconds.
    public double ofThisThread() {
        return millis(threads.getCurrentThreadCpuTime());
    }

    /// That of the thread that asks and of drawing together, in milliseconds.
    public double withDrawing() {
        return ofThisThread()
                + Arrays.stream(drawing)
                        .mapToDouble(id -> millis(threads.getThreadCpuTime(id)))
                        .sum();
    }

    private static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
