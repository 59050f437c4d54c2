package org.sipsleuth.dialog.ladder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;

class RowFoldingTest {

    private static int[] rows(Talk talk) throws IOException {
        SipIndex index = talk.read();
        return RowFolding.rows(index, IntStream.range(0, index.messages().size()).toArray());
    }

    @Test
    void aRetransmissionIsCountedWhereTheMessageStands() throws IOException {
        assertArrayEquals(new int[]{0, 0, 1, 0},
                rows(new Talk().request(CALLER, PROXY, "INVITE", 1, "i")
                        .request(CALLER, PROXY, "INVITE", 1, "i")
                        .response(PROXY, CALLER, 100, "INVITE", 1, "i")
                        .request(CALLER, PROXY, "INVITE", 1, "i")));
    }

    @Test
    void aProvisionalResponseThatSaysSomethingNewHasItsOwnRow() throws IOException {
        assertArrayEquals(new int[]{0, 1, 1, 2, 3},
                rows(new Talk().request(CALLER, PROXY, "INVITE", 1, "i")
                        .response(PROXY, CALLER, 180, "INVITE", 1, "i", ";tag=b", "X: 1\r\n")
                        .response(PROXY, CALLER, 180, "INVITE", 1, "i", ";tag=b", "X: 2\r\n")
                        .response(PROXY, CALLER, 180, "INVITE", 1, "i", ";tag=c", "")
                        .response(PROXY, CALLER, 180, "INVITE", 1, "i", ";tag=c", Talk.sdp("0"))));
    }

    @Test
    void keepAlivesAreCountedAsLongAsTheyAreAnsweredAlike() throws IOException {
        Talk talk = new Talk();
        for (int i = 1; i <= 3; i++) {
            talk.callId("ping" + i)
                    .request(PROXY, CALLER, "OPTIONS", i, "o" + i)
                    .response(CALLER, PROXY, 200, "OPTIONS", i, "o" + i);
        }
        talk.request(PROXY, CALLER, "OPTIONS", 4, "o4");
        talk.request(PROXY, CALLER, "OPTIONS", 5, "o5").response(CALLER, PROXY, 200, "OPTIONS", 5, "o5");
        assertArrayEquals(new int[]{0, 1, 0, 1, 0, 1, 2, 3, 4}, rows(talk));
    }

    @Test
    void anotherRequestIsNoKeepAlive() throws IOException {
        assertArrayEquals(new int[]{0, 1, 2, 3},
                rows(new Talk().request(CALLER, PROXY, "MESSAGE", 1, "m1")
                        .response(PROXY, CALLER, 200, "MESSAGE", 1, "m1")
                        .request(CALLER, PROXY, "MESSAGE", 2, "m2")
                        .response(PROXY, CALLER, 200, "MESSAGE", 2, "m2")));
    }

    @Test
    void aCountedRowKnowsItsMessages() {
        LadderRowTable table = new LadderRowTable(new int[]{3, 5, 8, 9}, new int[]{0, 1, 0, 2});
        assertEquals(3, table.size());
        assertEquals(2, table.count(0));
        assertEquals(8, table.lastMessage(0));
        assertEquals(0, table.rowOf(8));
        assertEquals(-1, table.rowOf(4));
    }

    @Test
    void aWantedMessageBetweenTwoCopiesIsInNoRowOfTheirs() {
        LadderRowTable table = new LadderRowTable(new int[]{3, 5, 8, 9}, new int[]{0, 1, 0, 2});
        assertEquals(Set.of(), rowsOf(table, 4));
        assertEquals(Set.of(1), rowsOf(table, 5));
        assertEquals(Set.of(0), rowsOf(table, 8));
        assertEquals(Set.of(0, 2), rowsOf(table, 3, 4, 9, 10));
    }

    private static Set<Integer> rowsOf(LadderRowTable table, Integer... wanted) {
        return table.rowsOf(Set.of(wanted)::contains).stream().boxed().collect(Collectors.toSet());
    }
}
