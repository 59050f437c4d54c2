package org.sipsleuth.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;

final class CallRankTest {

    private static CallRank of(CallRecords records) {
        return CallRank.of(records, 0, records.size(), RunMonitor.NONE);
    }

    /// Ten who call each other, and one who calls all of them for a moment.
    private static InventedCalls friendsAndASpammer() {
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 10; i++) {
            calls.call("f" + i, "f" + (i + 1) % 10, MONDAY, true, 300_000);
            calls.call("f" + i, "f" + (i + 3) % 10, MONDAY + HOUR, true, 120_000);
            calls.call("spam", "f" + i, MONDAY + i * HOUR, true, 5_000);
        }
        return calls;
    }

    @Test
    void whoIsNotCalledHasTheLowestRank() {
        CallRecords records = friendsAndASpammer().records();
        CallRank ranks = of(records);
        int spammer = records.user("spam");
        for (int user = 0; user < records.users().size(); user++) {
            assertTrue(user == spammer || ranks.of(user) > 4 * ranks.of(spammer));
        }
    }

    /// By hand: a talks to b only, b to nobody, so that b's rank is spread over both:
    /// a = (0.15 a + b) / 2 and a + b = 2.
    @Test
    void ranksAreThoseOfPageRank() {
        CallRecords records = new InventedCalls().call("a", "b", MONDAY).records();
        CallRank ranks = of(records);
        assertEquals(2 / 2.85, ranks.of(0), 1e-6);
        assertEquals(2 - 2 / 2.85, ranks.of(1), 1e-6);
    }

    @Test
    void trustIsSharedByTalkTime() {
        CallRecords records = new InventedCalls().call("a", "b", MONDAY, true, 30_000)
                .call("a", "b", MONDAY + HOUR, true, 60_000)
                .call("a", "c", MONDAY, true, 30_000)
                .call("a", "d", MONDAY, false, 0)
                .records();
        CallRank ranks = of(records);
        double toB = ranks.of(1) - ranks.of(3);
        double toC = ranks.of(2) - ranks.of(3);
        assertEquals(3, toB / toC, 1e-9);
        assertEquals(ranks.of(0), ranks.of(3), 1e-9);
    }

    @Test
    void theOrderOfCallsMakesNoDifferenceAndTheMeanIsOne() {
        CallRank ranks = of(friendsAndASpammer().records());
        CallRank others = of(friendsAndASpammer().shuffled(8));
        for (int user = 0; user < 11; user++) {
            assertEquals(ranks.of(user), others.of(user));
        }
        assertEquals(11, IntStream.range(0, 11).mapToDouble(ranks::of).sum(), 1e-6);
    }
}
