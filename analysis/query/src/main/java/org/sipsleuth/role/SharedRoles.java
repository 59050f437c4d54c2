package org.sipsleuth.role;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.sipsleuth.transaction.TransactionTable;

/// The roles that somebody uses, by their table. It keeps none of them in memory itself.
final class SharedRoles {

    private static final Map<TransactionTable, Holder> HOLDERS = new WeakHashMap<>();

    private SharedRoles() {}

    /// The roles of the hosts of a table; waits while another thread estimates them.
    static HostRoles of(TransactionTable table, RoleCorrections corrections) {
        Holder holder;
        synchronized (HOLDERS) {
            holder = HOLDERS.computeIfAbsent(table, _ -> new Holder());
        }
        return holder.roles(table, corrections);
    }

    /// The roles with the corrections that were asked for last, or the place for them.
    private static final class Holder {

        private Optional<WeakReference<HostRoles>> made = Optional.empty();

        synchronized HostRoles roles(TransactionTable table, RoleCorrections corrections) {
            Optional<HostRoles> known = made.flatMap(reference -> Optional.ofNullable(reference.get()))
                    .filter(roles -> roles.isCorrectedBy(corrections));
            if (known.isPresent()) {
                return known.get();
            }
            HostRoles roles = HostRoles.of(table, corrections);
            made = Optional.of(new WeakReference<>(roles));
            return roles;
        }
    }
}
