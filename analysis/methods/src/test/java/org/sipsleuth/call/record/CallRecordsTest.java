package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.social.InventedCalls;

final class CallRecordsTest {

    @Test
    void theOrderOfCallsMakesNoDifference() {
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 3_000; i++) {
            calls.call("u" + i % 71, "v" + i % 13, MONDAY + (i % 97) * HOUR, i % 3 > 0, i);
        }
        CallRecords one = calls.records();
        CallRecords other = calls.shuffled(4);
        assertEquals(one.users(), other.users());
        for (int call = 0; call < one.size(); call++) {
            assertEquals(one.caller(call), other.caller(call));
            assertEquals(one.callee(call), other.callee(call));
            assertEquals(one.startNanos(call), other.startNanos(call));
            assertEquals(one.isAnswered(call), other.isAnswered(call));
            assertEquals(one.talkMillis(call), other.talkMillis(call));
        }
    }

    @Test
    void columnsSayWhatWasAdded() {
        CallRecords records = new InventedCalls().call("bob", "alice", MONDAY + HOUR, false, 0)
                .call("alice", "carol", MONDAY, true, 2_500)
                .records();
        assertEquals(List.of("alice", "bob", "carol"), records.users());
        assertEquals(0, records.caller(0));
        assertEquals(2, records.callee(0));
        assertTrue(records.isAnswered(0));
        assertEquals(2_500, records.talkMillis(0));
        assertFalse(records.isAnswered(1));
        assertEquals(0, records.talkMillis(1));
        assertEquals(1, records.firstAt(MONDAY + 1));
        assertEquals(2, records.firstAt(MONDAY + 2 * HOUR));
        assertEquals(-1, records.user("nobody"));
        assertEquals(1, records.user("bob"));
    }

    @Test
    void aCallToOneselfIsOneCallOfTheUser() {
        CallRecords records = new InventedCalls().call("bob", "bob", MONDAY).records();
        assertEquals(1, UserCalls.of(records).count(0));
    }

    @Test
    void noCallsAreNoRecords() {
        CallRecords records = new InventedCalls().records();
        assertEquals(0, records.size());
        assertEquals(0, records.fromNanos());
        assertEquals(List.of(), records.users());
    }
}
