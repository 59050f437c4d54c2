package org.sipsleuth.rule;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// What the calls of the whole capture are like, of whomever: what sets the calls of a campaign
/// apart from a network's own.
///
/// Two of three must hold of a campaign: few sources call many users, twice as many each as others
/// do; most calls to the target are otherwise; hardly any of its callers is called itself, far
/// fewer than of others that call as often. Calls of trunks and servers are no comparison.
///
/// @param <T> what calls can have in common
final class OrdinaryCalls<T> {

    private static final double HALF = 0.5;

    /// Few sources call so many times as many users.
    private static final int MANY_CALLED = 2;

    /// Of the callers of a campaign, at most this share is called itself.
    private static final double CALLED_BACK = 0.1;

    private static final int SIGNS = 2;

    /// Fewer others are no comparison.
    private static final int FEWEST_OTHERS = 5;

    /// So many standard deviations above what is usual are no chance.
    private static final double DEVIATIONS = 3;

    private final Map<T, Habits> withTrait = new HashMap<>();
    private final Map<Integer, Habits> toTarget = new HashMap<>();
    private final BitSet calledUsers = new BitSet();

    /// Who calls whom how often, of some calls.
    private static final class Habits {

        private final Set<Integer> sources = new HashSet<>();
        private final Set<Long> called = new HashSet<>();
        private final Map<Integer, Integer> callers = new HashMap<>();
        private int calls;

        void add(Call call, boolean isComparable) {
            calls++;
            if (!isComparable) {
                return;
            }
            sources.add(call.source());
            called.add(((long) call.source() << Integer.SIZE) | (call.callee() & 0xffff_ffffL));
            if (call.caller() != HopTransaction.NONE) {
                callers.merge(call.caller(), 1, Integer::sum);
            }
        }
    }

    /// Cost: all calls.
    ///
    /// @param counted the traits that may be those of campaigns
    /// @param traits those of a call
    OrdinaryCalls(Traffic traffic, Set<T> counted, Function<Call, Collection<T>> traits) {
        if (counted.isEmpty()) {
            return;
        }
        HostRoles roles = traffic.roles();
        for (Call call : traffic.table().calls()) {
            boolean isComparable = !roles.isServer(call.source()) && !roles.isTrunk(call.source());
            toTarget.computeIfAbsent(call.destination(), _ -> new Habits()).add(call, isComparable);
            if (call.callee() != HopTransaction.NONE) {
                calledUsers.set(call.callee());
            }
            for (T trait : traits.apply(call)) {
                if (counted.contains(trait)) {
                    withTrait.computeIfAbsent(trait, _ -> new Habits()).add(call, isComparable);
                }
            }
        }
    }

    /// Those of callers that nobody calls.
    List<Call> ofStrangers(List<Call> calls) {
        return calls.stream().filter(call -> call.caller() < 0 || !calledUsers.get(call.caller())).toList();
    }

    /// Whether calls with a trait in common differ from the network's own.
    ///
    /// @param callees how many users they are made to
    boolean areOtherwise(T trait, List<Call> calls, int callees) {
        Habits alike = withTrait.getOrDefault(trait, new Habits());
        Habits all = toTarget.getOrDefault(calls.getFirst().destination(), new Habits());
        boolean areMinority = alike.calls <= HALF * all.calls;
        return (areMany(calls, callees, alike, all) ? 1 : 0) + (areMinority ? 1 : 0)
                + (areNeverCalled(calls, alike, all) ? 1 : 0) >= SIGNS;
    }

    private static boolean areMany(List<Call> calls, int callees, Habits alike, Habits all) {
        long sources = calls.stream().mapToInt(Call::source).distinct().count();
        if (MANY_CALLED * sources > callees) {
            return false;
        }
        int others = all.sources.size() - alike.sources.size();
        double usual = (double) (all.called.size() - alike.called.size()) / Math.max(1, others);
        return others < FEWEST_OTHERS || callees >= MANY_CALLED * usual * sources;
    }

    private boolean areNeverCalled(List<Call> calls, Habits alike, Habits all) {
        int[] callers = calls.stream().mapToInt(Call::caller).filter(user -> user >= 0).distinct().toArray();
        if (IntStream.of(callers).filter(calledUsers::get).count() > CALLED_BACK * callers.length) {
            return false;
        }
        int least = calls.size() / Math.max(1, callers.length);
        int[] others = all.callers.entrySet()
                .stream()
                .filter(each -> each.getValue() >= least && !alike.callers.containsKey(each.getKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        if (others.length < FEWEST_OTHERS) {
            return true;
        }
        int[] these = alike.callers.entrySet()
                .stream()
                .filter(each -> each.getValue() >= least)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        double usual = (neverCalled(others) + 1.0) / (others.length + 2);
        double expected = usual * these.length;
        return neverCalled(these) >= expected + DEVIATIONS * Math.sqrt(expected * (1 - usual));
    }

    private long neverCalled(int[] users) {
        return IntStream.of(users).filter(user -> !calledUsers.get(user)).count();
    }
}
