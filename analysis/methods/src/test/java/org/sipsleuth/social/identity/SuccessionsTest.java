package org.sipsleuth.social.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.DAY;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.social.InventedCalls;

final class SuccessionsTest {

    /// Twenty friends for thirty days; one has another number from day 18 on.
    private static InventedCalls friends(boolean isOneChanging) {
        InventedCalls calls = new InventedCalls();
        Random random = new Random(6);
        for (int day = 0; day < 30; day++) {
            for (int friend = 0; friend < 20; friend++) {
                String name = friend == 3 && day >= 18 && isOneChanging ? "new" : "f" + friend;
                for (int i = 0; i < 2; i++) {
                    int other = (friend + 1 + random.nextInt(6)) % 20;
                    String callee = other == 3 && day >= 18 && isOneChanging ? "new" : "f" + other;
                    calls.call(name, callee, MONDAY + day * DAY + random.nextInt(8) * HOUR);
                }
            }
        }
        return calls;
    }

    @Test
    void aNumberThatTookAnothersPlaceIsFoundWithTheContacts() {
        CallRecords records = friends(true).records();
        List<Succession> found = Successions.of(records);
        assertEquals(1, found.size());
        Succession pair = found.getFirst();
        assertEquals("f3", records.users().get(pair.before()));
        assertEquals("new", records.users().get(pair.after()));
        assertTrue(pair.score() > 0.7, pair.toString());
        assertTrue(pair.shared().size() >= 8);
        assertEquals(found, Successions.of(friends(true).shuffled(9)));
    }

    @Test
    void whereNobodyChangesNothingIsFound() {
        assertEquals(List.of(), Successions.of(friends(false).records()));
        assertEquals(List.of(), Successions.of(new InventedCalls().records()));
    }

    @Test
    void whoCallsOthersIsNotTheSame() {
        InventedCalls calls = friends(false);
        for (int i = 0; i < 40; i++) {
            calls.call("leaves", "a" + i % 8, MONDAY + (i % 12) * DAY);
            calls.call("comes", "b" + i % 8, MONDAY + (18 + i % 12) * DAY);
        }
        assertEquals(List.of(), Successions.of(calls.records()));
    }
}
