package org.sipsleuth.app.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.TimeUnit;
import org.sipsleuth.run.MemoryFault;

/// Watches how long garbage is collected, and acts once the memory is not enough. Without it the
/// JVM's serial collector goes on for minutes before it gives up.
public final class MemoryWatch implements AutoCloseable {

    /// Most commands have ended by then, and are spared what it costs to ask the JVM.
    private static final long FIRST_LOOK_MILLIS = 1_000;

    private static final long MILLIS_BETWEEN = 250;

    private final Runnable exhausted;
    private volatile boolean isStopped;

    private MemoryWatch(Runnable exhausted) {
        this.exhausted = exhausted;
    }

    /// Starts it.
    ///
    /// @param exhausted is called once if the memory is not enough, on a thread of its own
    public static MemoryWatch start(Runnable exhausted) {
        MemoryWatch watch = new MemoryWatch(exhausted);
        Thread.ofPlatform().daemon().name("memory-watch").start(watch::run);
        return watch;
    }

    /// Ends it.
    @Override
    public void close() {
        isStopped = true;
    }

    private void run() {
        MemoryPressure pressure = new MemoryPressure();
        try {
            Thread.sleep(FIRST_LOOK_MILLIS);
            while (!isStopped && !isExhausted(pressure)) {
                Thread.sleep(MILLIS_BETWEEN);
            }
            if (!isStopped) {
                exhausted.run();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where there is no memory left even to ask, it is not enough.
    private static boolean isExhausted(MemoryPressure pressure) {
        try {
            return pressure.isExhausted(sample());
        } catch (OutOfMemoryError none) {
            return true;
        } catch (ServiceConfigurationError | LinkageError fault) {
            if (MemoryFault.isIn(fault)) {
                return true;
            }
            throw fault;
        }
    }

    private static MemoryPressure.Sample sample() {
        long collecting = 0;
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            collecting += Math.max(0, each.getCollectionTime());
        }
        return new MemoryPressure.Sample(System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(collecting),
                used(ManagementFactory.getMemoryPoolMXBeans()), Runtime.getRuntime().maxMemory());
    }

    private static long used(List<MemoryPoolMXBean> pools) {
        long used = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage after = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && after != null) {
                used += after.getUsed();
            }
        }
        return used;
    }
}
