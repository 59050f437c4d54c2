package org.sipsleuth.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.social.InventedCalls;

final class CommunitiesTest {

    private static InventedCalls departments() {
        InventedCalls calls = new InventedCalls();
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            int caller = random.nextInt(60);
            boolean isInside = random.nextInt(10) > 0;
            int callee = isInside ? caller % 4 + 4 * random.nextInt(15) : random.nextInt(60);
            calls.call("u" + caller, "u" + callee, MONDAY + i * HOUR);
        }
        return calls;
    }

    private static Communities of(CallRecords records) {
        return Communities.of(CallGraph.of(records, 0, records.size()));
    }

    @Test
    void departmentsAreFound() {
        CallRecords records = departments().records();
        Communities found = of(records);
        assertEquals(4, found.count());
        for (int user = 0; user < records.users().size(); user++) {
            int department = Integer.parseInt(records.users().get(user).substring(1)) % 4;
            int other = records.user("u" + department);
            assertEquals(found.of(other), found.of(user));
        }
        assertTrue(found.modularity() > 0.5 && found.modularity() < 0.75);
    }

    @Test
    void theOrderOfCallsMakesNoDifference() {
        CallRecords records = departments().records();
        Communities one = of(records);
        Communities other = of(departments().shuffled(5));
        for (int user = 0; user < records.users().size(); user++) {
            assertEquals(one.of(user), other.of(user));
        }
    }

    @Test
    void weightsDensityAndUsersWithoutCallsToOthers() {
        CallRecords records = new InventedCalls().call("a", "b", MONDAY)
                .call("a", "b", MONDAY + HOUR)
                .call("b", "a", MONDAY)
                .call("c", "c", MONDAY)
                .records();
        CallGraph graph = CallGraph.of(records, 0, records.size());
        assertEquals(2, graph.size());
        assertEquals(2, graph.calls(0));
        assertEquals(2 / 6.0, graph.density(3), 1e-12);
        Communities found = Communities.of(graph);
        assertEquals(1, found.count());
        assertEquals(-1, found.of(2));
    }

    @Test
    void noCallsAreNoCommunities() {
        assertEquals(0, of(new InventedCalls().records()).count());
    }
}
