package org.sipsleuth.transaction;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The tables that somebody uses, by their index. It keeps none of them in memory itself.
final class SharedTables {

    private static final Map<SipIndex, Holder> HOLDERS = new WeakHashMap<>();

    private SharedTables() {}

    /// The table of an index; waits while another thread makes it.
    static TransactionTable of(SipIndex index, RunMonitor monitor) {
        Holder holder;
        synchronized (HOLDERS) {
            holder = HOLDERS.computeIfAbsent(index, _ -> new Holder());
        }
        return holder.table(index, monitor);
    }

    /// A table, or the place for one.
    private static final class Holder {

        private Optional<WeakReference<TransactionTable>> made = Optional.empty();

        synchronized TransactionTable table(SipIndex index, RunMonitor monitor) {
            Optional<TransactionTable> known = made.flatMap(reference -> Optional.ofNullable(reference.get()));
            if (known.isPresent()) {
                return known.get();
            }
            TransactionTable table = TransactionTable.of(index, monitor);
            made = Optional.of(new WeakReference<>(table));
            return table;
        }
    }
}
