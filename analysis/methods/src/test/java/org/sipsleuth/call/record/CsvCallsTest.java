package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;

final class CsvCallsTest {

    private static final long SECOND = 1_000_000_000;

    private static CsvCalls read(String table) throws IOException {
        CsvCalls.Head head = CsvCalls.head(table);
        return CsvCalls.read(
                new StringReader(table),
                head,
                CsvColumns.guess(head.names()).orElseThrow(),
                UserNames.AS_WRITTEN,
                RunMonitor.NONE);
    }

    @Test
    void recordsOfTheSimulatorAreRead() throws IOException {
        CsvCalls calls =
                read(
                        "call_id,caller,callee,start,setup,duration,status,ended_by,"
                                + "caller_messages,callee_messages\r\n"
                                + "a@h,sip:20042@example.edu,sip:20072@example.edu,"
                                + "1751358608.768803791,2.67,2.728681136,200,callee,3,4\r\n"
                                + "b@h,sip:+999110000028@example.edu,sip:20051@example.edu,"
                                + "1751358700.883001346,15.2,0.000000000,487,caller,3,4\r\n");
        assertEquals(2, calls.records().size());
        assertEquals(
                List.of(
                        "+999110000028",
                        "20042@example.edu",
                        "20051@example.edu",
                        "20072@example.edu"),
                calls.records().users());
        assertEquals(1_751_358_608_768_803_791L, calls.records().startNanos(0));
        assertEquals(2_729, calls.records().talkMillis(0));
        assertTrue(calls.records().isAnswered(0));
        assertFalse(calls.records().isAnswered(1));
    }

    @Test
    void tablesOfOthersAreRead() throws IOException {
        CsvCalls calls =
                read(
                        "\uFEFFFrom;To;Datetime;Duration(seconds);Cell Tower\n"
                                + "349;23;20060601 0008;1634;1\n"
                                + "\"379\";364;20060601 0011;0;24\n");
        assertEquals(2, calls.records().size());
        assertEquals(1_149_120_480 * SECOND, calls.records().startNanos(0));
        assertTrue(calls.records().isAnswered(0));
        assertFalse(calls.records().isAnswered(1));
        assertEquals(
                1_704_711_841 * SECOND,
                read("src,dst,calldate,billsec,disposition\n1,2,2024-01-08 11:04:01,5,ANSWERED\n")
                        .records()
                        .startNanos(0));
    }

    @Test
    void rowsThatSayNothingAreCountedWithTheirLine() throws IOException {
        CsvCalls calls =
                read(
                        "caller,callee,start,duration\n"
                                + "a,b,never,1\n"
                                + "a\n"
                                + "anonymous,b,1751358608,1\n"
                                + "*98,b,1751358608,1\n"
                                + "a,b,1751358608,oops\n");
        assertEquals(5, calls.rows());
        assertEquals(2, calls.wrongCount());
        assertEquals(
                List.of("Line 2: no time that can be read.", "Line 3: too few columns."),
                calls.wrong());
        assertEquals(2, calls.leftOut());
        assertEquals(1, calls.records().size());
        assertFalse(calls.records().isAnswered(0));
    }

    @Test
    void withoutCallerCalleeOrTimeThereAreNoColumns() {
        assertEquals(Optional.empty(), CsvColumns.guess(List.of("caller", "callee", "length")));
    }

    @Test
    void endlessRowsAreRefused() {
        String head = "caller,callee,start\n";
        assertThrows(IOException.class, () -> read(head + "\"" + "a\n".repeat(2_000_000)));
        assertThrows(IOException.class, () -> read(head + "a".repeat(4_000_000)));
        assertThrows(IOException.class, () -> CsvCalls.head("a,".repeat(100_000)));
    }

    @Test
    void noTableHarmsTheReader() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder table = new StringBuilder("caller,callee,start,duration,status\n");
            for (int j = random.nextInt(60); j > 0; j--) {
                table.append("a,\"\n;\t1.2-:TZ+*0é\0\uD800".charAt(random.nextInt(19)));
            }
            try {
                CsvCalls calls = read(table.toString());
                assertTrue(calls.records().size() <= calls.rows());
            } catch (IOException refused) {
                assertFalse(String.valueOf(refused.getMessage()).isEmpty());
            }
        }
    }
}
