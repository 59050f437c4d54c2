package org.sipsleuth.social.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;

final class ContactGraphTest {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    private static ContactGraph of(CallRecords records, IntPredicate isMember, long mostShared) {
        CallGraph calls = CallGraph.of(records, 0, records.size());
        return ContactGraph.of(calls, isMember, mostShared, RunMonitor.NONE);
    }

    private static ContactGraph of(CallRecords records) {
        return of(records, _ -> true, NO_LIMIT);
    }

    /// Those whose name begins with one of these letters.
    private static IntPredicate named(CallRecords records, String letters) {
        return user -> letters.indexOf(records.users().get(user).charAt(0)) >= 0;
    }

    private static Map<String, Double> pairs(CallRecords records, ContactGraph graph) {
        Map<String, Double> pairs = new TreeMap<>();
        for (int pair = 0; pair < graph.size(); pair++) {
            String one = records.users().get(graph.one(pair));
            pairs.put(one + "-" + records.users().get(graph.other(pair)), graph.similarity(pair));
        }
        return pairs;
    }

    /// By hand: a calls x, y, b and b calls y, z, a: the Jaccard index is 1/5. Of their 4 and 5
    /// calls 2 are between them. c calls only a, once: 1/(1 + 4) with a, 1/3 with b. d calls nobody
    /// whom they call.
    @Test
    void similarityIsThatOfThePaper() {
        CallRecords records = new InventedCalls().call("a", "x", MONDAY)
                .call("a", "x", MONDAY + HOUR)
                .call("a", "y", MONDAY)
                .call("a", "b", MONDAY)
                .call("b", "y", MONDAY)
                .call("b", "z", MONDAY)
                .call("b", "z", MONDAY + HOUR)
                .call("b", "z", MONDAY + 2 * HOUR)
                .call("b", "a", MONDAY)
                .call("b", "b", MONDAY)
                .call("c", "a", MONDAY)
                .call("d", "w", MONDAY)
                .call("n", "x", MONDAY)
                .records();
        ContactGraph graph = of(records, named(records, "abcd"), NO_LIMIT);
        Map<String, Double> pairs = pairs(records, graph);
        assertEquals(Set.of("a-b", "a-c", "b-c"), pairs.keySet());
        assertEquals(1 / 5.0 + 2 / 9.0, pairs.get("a-b"), 1e-12);
        assertEquals(1 / 5.0, pairs.get("a-c"), 1e-12);
        assertEquals(1 / 3.0, pairs.get("b-c"), 1e-12);
        assertEquals(3 / 6.0, graph.density(), 1e-12);
        assertEquals(0, graph.hubs());
    }

    /// By hand: of the callees k and b one is in common, and 8 of 10 calls are between them.
    @Test
    void similarityExceedsOne() {
        InventedCalls calls = new InventedCalls().call("a", "k", MONDAY).call("b", "k", MONDAY);
        for (int i = 0; i < 8; i++) {
            calls.call("a", "b", MONDAY + i * HOUR);
        }
        CallRecords records = calls.records();
        assertEquals(0.5 + 0.8, pairs(records, of(records)).get("a-b"), 1e-12);
    }

    /// Five call a hub; of these m0 and m1 also call s, and m2 calls m3.
    @Test
    void hubsCountButMakeNoPairs() {
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 5; i++) {
            calls.call("m" + i, "hub", MONDAY);
        }
        calls.call("m0", "s", MONDAY).call("m1", "s", MONDAY).call("m2", "m3", MONDAY);
        CallRecords records = calls.records();
        ContactGraph all = of(records, named(records, "m"), 11);
        assertEquals(10, all.size());
        assertEquals(0, all.hubs());
        ContactGraph few = of(records, named(records, "m"), 10);
        assertEquals(1, few.hubs());
        assertEquals(4, few.mostCallers());
        assertEquals(Set.of("m0-m1", "m2-m3"), pairs(records, few).keySet());
        assertEquals(1, pairs(records, few).get("m0-m1"), 1e-12);
        assertEquals(1 / 2.0 + 1 / 3.0, pairs(records, few).get("m2-m3"), 1e-12);
    }

    @Test
    void aNumberThatEverybodyCallsConnectsNobody() {
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 5_000; i++) {
            calls.call("u" + i, "helpdesk", MONDAY + i);
        }
        calls.call("u1", "z", MONDAY).call("u2", "z", MONDAY);
        CallRecords records = calls.records();
        CallGraph all = CallGraph.of(records, 0, records.size());
        ContactGraph graph = ContactGraph.of(all, named(records, "u"), RunMonitor.NONE);
        assertEquals(1, graph.hubs());
        assertEquals(Map.of("u1-u2", 1.0), pairs(records, graph));
    }

    private static InventedCalls anyCalls(long seed) {
        Random random = new Random(seed);
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 600; i++) {
            int callee = (int) (40 * Math.pow(random.nextDouble(), 2));
            calls.call("u" + random.nextInt(40), "u" + callee, MONDAY + i);
        }
        return calls;
    }

    @Test
    void pairsAreThoseOfADirectComparison() {
        for (int seed = 0; seed < 20; seed++) {
            CallRecords records = anyCalls(seed).records();
            IntPredicate isMember = user -> user % 5 > 0;
            ContactGraph graph = of(records, isMember, 300 + 100 * seed);
            assertEquals(compared(records, isMember, graph), pairs(records, graph));
            assertTrue(seed > 0 || graph.hubs() > 0);
        }
    }

    /// Each member with each other.
    private static Map<String, Double> compared(CallRecords records, IntPredicate isMember, ContactGraph graph) {
        Map<String, Double> expected = new TreeMap<>();
        for (int one = 0; one < records.users().size(); one++) {
            for (int other = one + 1; other < records.users().size(); other++) {
                if (!isMember.test(one) || !isMember.test(other)) {
                    continue;
                }
                Set<Integer> ofOne = new HashSet<>();
                Set<Integer> ofOther = new HashSet<>();
                int made = 0;
                int between = 0;
                for (int call = 0; call < records.size(); call++) {
                    int caller = records.caller(call);
                    int callee = records.callee(call);
                    if (caller != callee && (caller == one || caller == other)) {
                        made++;
                        between += callee == one || callee == other ? 1 : 0;
                        (caller == one ? ofOne : ofOther).add(callee);
                    }
                }
                Set<Integer> all = new HashSet<>(ofOne);
                all.addAll(ofOther);
                ofOne.retainAll(ofOther);
                boolean isPair = between > 0
                        || ofOne.stream().anyMatch(callee -> callers(records, callee, isMember) <= graph.mostCallers());
                if (isPair) {
                    expected.put(records.users().get(one) + "-" + records.users().get(other),
                            ofOne.size() / (double) all.size() + between / (double) made);
                }
            }
        }
        return expected;
    }

    private static long callers(CallRecords records, int callee, IntPredicate isMember) {
        Set<Integer> callers = new HashSet<>();
        for (int call = 0; call < records.size(); call++) {
            int caller = records.caller(call);
            if (records.callee(call) == callee && caller != callee && isMember.test(caller)) {
                callers.add(caller);
            }
        }
        return callers.size();
    }

    @Test
    void theOrderOfCallsMakesNoDifference() {
        CallRecords records = anyCalls(3).records();
        CallRecords shuffled = anyCalls(3).shuffled(9);
        ContactGraph one = of(records, _ -> true, 900);
        ContactGraph other = of(shuffled, _ -> true, 900);
        assertFalse(pairs(records, one).isEmpty());
        assertEquals(pairs(records, one), pairs(shuffled, other));
        Communities communities = Communities.of(one);
        for (int user = 0; user < one.users(); user++) {
            assertEquals(communities.of(user), Communities.of(other).of(user));
        }
    }

    @Test
    void theStrongestPairsAreKept() {
        CallRecords records = anyCalls(4).records();
        ContactGraph graph = of(records);
        int[] strongest = graph.strongest(10);
        assertEquals(10, strongest.length);
        double least = Double.POSITIVE_INFINITY;
        Set<Integer> kept = new HashSet<>();
        for (int pair : strongest) {
            least = Math.min(least, graph.similarity(pair));
            kept.add(pair);
        }
        for (int pair = 0; pair < graph.size(); pair++) {
            assertTrue(kept.contains(pair) || graph.similarity(pair) <= least);
        }
        assertEquals(graph.size(), graph.strongest(graph.size() + 1).length);
        assertEquals(0, graph.strongest(0).length);
    }

    @Test
    void ofEqualPairsThoseOfLowerUsersAreKept() {
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 4; i++) {
            calls.call("m" + i, "x", MONDAY);
        }
        CallRecords records = calls.records();
        ContactGraph graph = of(records, named(records, "m"), NO_LIMIT);
        assertArrayEquals(new int[]{0, 1}, graph.strongest(2));
    }

    /// Four departments, whose members call customers of their own and hardly each other.
    @Test
    void thoseWhoCallTheSameAreCommunities() {
        Random random = new Random(6);
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 2_000; i++) {
            int caller = random.nextInt(60);
            calls.call("u" + caller, "x" + (caller % 4 + 4 * random.nextInt(30)), MONDAY + i);
        }
        CallRecords records = calls.records();
        ContactGraph graph = of(records, named(records, "u"), NO_LIMIT);
        Communities found = Communities.of(graph);
        assertEquals(4, found.count());
        for (int user = 0; user < records.users().size(); user++) {
            String name = records.users().get(user);
            int first = records.user("u" + Integer.parseInt(name.substring(1)) % 4);
            assertEquals(name.startsWith("u") ? found.of(first) : -1, found.of(user));
        }
    }

    @Test
    void noCallsAreNoPairsAndARunCanBeCancelled() {
        CallRecords none = new InventedCalls().records();
        assertEquals(0, of(none).size());
        assertEquals(0, of(none).density());
        CallRecords records = anyCalls(1).records();
        CallGraph calls = CallGraph.of(records, 0, records.size());
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> ContactGraph.of(calls, _ -> true, cancelled));
    }
}
