package org.sipsleuth.view.ngram.heat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.session.RunTask;

/// The rows that were in view last. What is missing is computed in the background, the rows in
/// sight first; the oldest are dropped beyond a number of bytes. Used on the JavaFX thread.
final class RowCache {

    /// The bytes of all messages that are kept: 5 bytes of memory for each.
    private static final long MOST_BYTES = 4_000_000;

    /// So many rows are computed at once, so that what is scrolled past delays nothing.
    private static final int BATCH = 24;

    private final Executor background;
    private final Runnable arrived;
    private final Map<Integer, HeatRow> known = new LinkedHashMap<>(16, 0.75f, true);
    private HeatRows rows = HeatRows.NONE;
    private long bytes;
    private int from;
    private int to;
    private @Nullable RunTask<List<HeatRow>> running;

    /// @param arrived called when more rows are known
    RowCache(Executor background, Runnable arrived) {
        this.background = background;
        this.arrived = arrived;
    }

    /// Forgets everything; other rows are asked for now.
    void show(HeatRows shown) {
        rows = shown;
        known.clear();
        bytes = 0;
        from = 0;
        to = 0;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /// A row, or null if it is not known yet.
    @Nullable
    HeatRow get(int row) {
        return known.get(row);
    }

    /// The bytes that are kept.
    long bytes() {
        return bytes;
    }

    /// These rows are in view: computes what is not known of them.
    ///
    /// @param end exclusive
    void want(int first, int end) {
        from = Math.max(0, first);
        to = Math.min(rows.count(), end);
        if (running == null) {
            next();
        }
    }

    private void next() {
        List<Integer> wanted = new ArrayList<>();
        for (int row = from; row < to && wanted.size() < BATCH; row++) {
            if (!known.containsKey(row)) {
                wanted.add(row);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        HeatRows its = rows;
        RunTask<List<HeatRow>> task = new RunTask<>(monitor -> {
            List<HeatRow> computed = new ArrayList<>();
            for (int row : wanted) {
                monitor.throwIfCancelled();
                computed.add(its.compute(row));
            }
            return computed;
        });
        running = task;
        task.setOnSucceeded(_ -> {
            if (running == task) {
                running = null;
                for (int i = 0; i < wanted.size(); i++) {
                    add(wanted.get(i), task.getValue().get(i));
                }
                arrived.run();
                if (running == null) {
                    next();
                }
            }
        });
        task.setOnFailed(_ -> running = running == task ? null : running);
        background.execute(task);
    }

    private void add(int row, HeatRow computed) {
        known.put(row, computed);
        bytes += computed.length();
        var oldest = known.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            var each = oldest.next();
            boolean isInSight = each.getKey() >= from && each.getKey() < to;
            if (!isInSight) {
                bytes -= each.getValue().length();
                oldest.remove();
            }
        }
    }
}
