package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.HopTransaction;

/// Whose an account is: whoever registered it; where no registration was captured, or only a later
/// one of another host, the one phone that calls as its user and answers calls to them.
final class AccountOwners {

    private static final int NOBODY = -1;

    private final HostRoles roles;
    private final Map<Integer, Integer> owners = new HashMap<>();
    private final Map<Integer, Long> answeredAtNanos = new HashMap<>();

    /// Cost: all transactions.
    AccountOwners(Traffic traffic) {
        roles = traffic.roles();
        Map<Integer, Set<Integer>> callers = new HashMap<>();
        Map<Integer, Set<Integer>> called = new HashMap<>();
        for (HopTransaction each : traffic.table().all()) {
            if (each.method() != MessageTypes.INVITE || each.isWithinDialog()) {
                continue;
            }
            if (isPhone(each.source())) {
                callers.computeIfAbsent(each.fromUser(), _ -> new HashSet<>()).add(each.source());
            }
            if (each.isAccepted() && roles.isServer(each.source()) && isPhone(each.destination())) {
                called.computeIfAbsent(each.toUser(), _ -> new HashSet<>()).add(each.destination());
                answeredAtNanos.putIfAbsent(each.toUser(), each.atNanos());
            }
        }
        called.forEach((user, hosts) -> {
            Set<Integer> both = new HashSet<>(hosts);
            both.retainAll(callers.getOrDefault(user, Set.of()));
            if (user != HopTransaction.NONE && both.size() == 1) {
                owners.put(user, both.iterator().next());
            }
        });
    }

    private boolean isPhone(int host) {
        return !roles.isServer(host) && !roles.isTrunk(host);
    }

    /// The host of the owner; negative where it is not known.
    int of(int account) {
        int registered = roles.owner(account);
        int used = owners.getOrDefault(account, NOBODY);
        boolean isUsedBefore = used >= 0 && roles.registeredAtNanos(account, used) == 0
                && answeredAtNanos.getOrDefault(account, Long.MAX_VALUE) < roles.registeredAtNanos(account, registered);
        return registered < 0 || isUsedBefore ? used : registered;
    }
}
