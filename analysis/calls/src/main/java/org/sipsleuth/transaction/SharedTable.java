package org.sipsleuth.transaction;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The table of an index, which several methods need, as long as any of them has it: it is read by
/// one of them while the others wait. Keeps neither index nor table in memory.
final class SharedTable {

    private static final Map<SipIndex, SharedTable> TABLES = new WeakHashMap<>();

    /// How often a waiting thread asks its monitor.
    private static final long WAIT_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable WeakReference<TransactionTable> table;

    private SharedTable() {}

    /// The one of an index.
    static SharedTable of(SipIndex index) {
        synchronized (TABLES) {
            return TABLES.computeIfAbsent(index, _ -> new SharedTable());
        }
    }

    /// The table.
    ///
    /// @param reader reads it if nobody has it
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    TransactionTable get(Supplier<TransactionTable> reader, RunMonitor monitor) {
        acquire(monitor);
        try {
            TransactionTable known = table == null ? null : table.get();
            if (known == null) {
                known = reader.get();
                table = new WeakReference<>(known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private void acquire(RunMonitor monitor) {
        boolean isInterrupted = false;
        try {
            while (true) {
                monitor.throwIfCancelled();
                try {
                    if (lock.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                } catch (InterruptedException _) {
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
