package org.sipsleuth.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

class MessageSearchTest {

    private static final int MESSAGES = 10_000;

    private static SipIndex index() throws IOException {
        Talk talk = new Talk();
        for (int i = 0; i < MESSAGES; i++) {
            talk.request(Talk.CALLER, Talk.CALLEE, "OPTIONS", i, "branch-" + i);
        }
        return talk.read();
    }

    private static SearchHits find(SipIndex index, String wanted) throws SearchTermException {
        return MessageSearch.find(index, SearchTerm.of(SearchKind.TEXT, wanted), RunMonitor.NONE);
    }

    @Test
    void findsTheMessagesThatHaveIt() throws IOException, SearchTermException {
        SipIndex index = index();
        SearchHits hits = find(index, "branch-77");
        int[] expected = IntStream.range(0, MESSAGES).filter(i -> Integer.toString(i).startsWith("77")).toArray();
        assertEquals(expected.length, hits.size());
        for (int message : expected) {
            assertTrue(hits.has(message));
        }
        assertEquals(1, hits.dialogs());
        assertEquals(MESSAGES, find(index, "options").size());
    }

    @Test
    void goesToTheEndInBothDirectionsAndNoFurther() throws IOException, SearchTermException {
        SearchHits hits = find(index(), "branch-999"); // 999 and 9990 to 9999
        assertEquals(999, hits.next(0));
        assertEquals(999, hits.next(999));
        assertEquals(9990, hits.next(1000));
        assertEquals(-1, hits.next(10_000));
        assertEquals(9999, hits.previous(Integer.MAX_VALUE));
        assertEquals(999, hits.previous(9989));
        assertEquals(-1, hits.previous(998));
        assertEquals(1, hits.before(9990));
    }

    @Test
    void nothingFoundLeadsNowhere() throws IOException, SearchTermException {
        SearchHits hits = find(index(), "no such text");
        assertEquals(0, hits.size());
        assertEquals(-1, hits.next(0));
        assertEquals(-1, hits.previous(5));
        assertFalse(hits.has(5));
    }

    @Test
    void stopsWhenAsked() throws IOException {
        RunMonitor stopped = new StoppedRun();
        SipIndex index = index();
        assertThrows(CancellationException.class,
                () -> MessageSearch.find(index, SearchTerm.of(SearchKind.TEXT, "a"), stopped));
    }
}
