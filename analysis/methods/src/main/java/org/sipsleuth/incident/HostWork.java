package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What one host does beside what is ascribed to it: who works through it.
final class HostWork {

    private final TransactionTable table;
    private final List<HopTransaction> accepted = new ArrayList<>();

    HostWork(TransactionTable table) {
        this.table = table;
    }

    /// Adds a request of the host.
    void add(HopTransaction request) {
        boolean isUse = request.method() == MessageTypes.INVITE && !request.isWithinDialog();
        boolean isBinding = request.method() == MessageTypes.REGISTER && request.registers();
        if (request.isAccepted() && (isUse || isBinding)) {
            accepted.add(request);
        }
    }

    /// The users that registered or called through the host with success.
    ///
    /// @param ascribed the dialogs that are ascribed to the host as an attack
    /// @param isInvolved which users have a part in it
    Set<String> users(BitSet ascribed, Predicate<String> isInvolved) {
        Set<String> users = new HashSet<>();
        for (HopTransaction each : accepted) {
            String user = ascribed.get(each.dialog()) ? "" : table.user(user(each));
            if (!user.isEmpty() && !isInvolved.test(user)) {
                users.add(user);
            }
        }
        return users;
    }

    private static int user(HopTransaction request) {
        if (request.method() == MessageTypes.REGISTER) {
            return request.toUser();
        }
        return request.hasCredentials() ? request.credentials() : request.fromUser();
    }
}
