package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.transaction.HopTransaction;

/// Recognises hosts that take the calls of others by a program: a host that has added a binding
/// from a network without phones answers every call to the user, each after the same time, while
/// the phone of the user rings with it and never answers. Somebody with two devices answers on
/// either, when he gets to it.
final class TakenCalls {

    private static final int FEWEST = 3;

    /// The times until it answers differ by no more than this.
    private static final long MOST_APART_NANOS = 300_000_000L;

    private final Map<Account, List<HopTransaction>> calls = new HashMap<>();

    /// The calls that rang at the owners' phones, by owner and dialog: whether they were answered.
    private final Map<Rung, Boolean> atOwners = new HashMap<>();

    private record Rung(int owner, int dialog) {}

    private record Account(int host, int user) {}

    /// Cost: the calls to the owners and hosts once, however many accounts are registered.
    ///
    /// @param callsTo INVITEs outside dialogs by destination
    TakenCalls(Groups callsTo, List<SecondRegistration> seconds) {
        Set<Integer> owners = new HashSet<>();
        Set<Integer> hosts = new HashSet<>();
        for (SecondRegistration each : seconds) {
            if (each.isOutside() && owners.add(each.owner())) {
                callsTo.of(each.owner())
                        .forEach(call -> atOwners.merge(new Rung(each.owner(), call.dialog()), call.isAccepted(),
                                Boolean::logicalOr));
            }
            if (each.isOutside() && hosts.add(each.host())) {
                for (HopTransaction call : callsTo.of(each.host())) {
                    calls.computeIfAbsent(new Account(each.host(), call.toUser()), _ -> new ArrayList<>(1)).add(call);
                }
            }
        }
    }

    /// Whether a host takes the calls of a user.
    boolean areAllTaken(SecondRegistration second) {
        if (!second.isOutside()) {
            return false;
        }
        List<HopTransaction> its = calls.getOrDefault(new Account(second.host(), second.user()), List.of());
        List<HopTransaction> later = its.subList(Groups.firstFrom(its, second.first().atNanos()), its.size());
        long[] times = later.stream()
                .filter(HopTransaction::isAccepted)
                .filter(each -> onlyRang(second.owner(), each.dialog()))
                .mapToLong(each -> each.answeredAtNanos() - each.atNanos())
                .sorted()
                .toArray();
        return times.length >= FEWEST && times.length == later.size()
                && times[times.length - 1] - times[0] <= MOST_APART_NANOS;
    }

    private boolean onlyRang(int owner, int dialog) {
        return Boolean.FALSE.equals(atOwners.get(new Rung(owner, dialog)));
    }
}
