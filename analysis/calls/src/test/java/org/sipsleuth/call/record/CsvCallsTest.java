package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.run.RunMonitor;

final class CsvCallsTest {

    private static final long SECOND = 1_000_000_000;

    private static CsvCalls read(String table) throws IOException {
        CsvCalls.Head head = CsvCalls.head(table);
        return CsvCalls.read(new StringReader(table), head, CsvColumns.guess(head.names()).orElseThrow(),
                UserNames.AS_WRITTEN, RunMonitor.NONE);
    }

    @Test
    void recordsOfTheSimulatorAreRead() throws IOException {
        CsvCalls calls = read("call_id,caller,callee,start,setup,duration,status,ended_by,"
                + "caller_messages,callee_messages\r\na@h,sip:20042@example.edu,sip:20072@example.edu,"
                + "1751358608.768803791,2.67,2.728681136,200,callee,3,4\r\n"
                + "b@h,sip:+999110000028@example.edu,sip:20051@example.edu,"
                + "1751358700.883001346,15.2,0.000000000,487,caller,3,4\r\n");
        assertEquals(2, calls.records().size());
        assertEquals(List.of("+999110000028", "20042@example.edu", "20051@example.edu", "20072@example.edu"),
                calls.records().users());
        assertEquals(1_751_358_608_768_803_791L, calls.records().startNanos(0));
        assertEquals(2_729, calls.records().talkMillis(0));
        assertTrue(calls.records().isAnswered(0));
        assertFalse(calls.records().isAnswered(1));
    }

    @Test
    void tablesOfOthersAreRead() throws IOException {
        CsvCalls calls = read("\uFEFFFrom;To;Datetime;Duration(seconds);Cell Tower\n349;23;20060601 0008;1634;1\n"
                + "\"379\";364;20060601 0011;0;24\n");
        assertEquals(2, calls.records().size());
        assertEquals(1_149_120_480 * SECOND, calls.records().startNanos(0));
        assertTrue(calls.records().isAnswered(0));
        assertFalse(calls.records().isAnswered(1));
        assertEquals(1_704_711_841 * SECOND,
                read("src,dst,calldate,billsec,disposition\n1,2,2024-01-08 11:04:01,5,ANSWERED\n").records()
                        .startNanos(0));
    }

    @Test
    void rowsThatSayNothingAreCountedWithTheirLine() throws IOException {
        RowCount count = read("caller,callee,start,duration\na,b,never,1\n\r\na\n"
                + "anonymous,b,1751358608,1\n*98,b,1751358608,1\na,b,,1\na,b,1751358608,1\n").count();
        assertEquals(6, count.rows());
        assertEquals(List.of("Line 2: start \"never\" cannot be read as a time.", "Line 4: too few columns.",
                "Line 7: no start."), count.wrong());
        assertEquals(Optional.of("3 of 6 rows could not be read. " + String.join(" ", count.wrong())),
                count.unreadable());
        assertEquals(Optional.of("2 rows left out: withheld number (1), service code (1)"), count.withoutUser());
    }

    @ParameterizedTest
    @CsvSource({
        "-60,is negative",
        "-0.5,is negative",
        "oops,is not a duration",
        "00:08:61,is not a duration",
        "1:61:00,is not a duration",
        "8:19:,is not a duration",
        "NaN,is not a duration",
        "Infinity,is not a duration",
        "0x10,is not a duration",
        "5d,is not a duration",
        "1e308,is longer than 24 days",
        "1e400,is longer than 24 days",
        "99999999999999999999,is longer than 24 days",
        "2147484,is longer than 24 days"})
    void durationsThatCannotBeAreNoSeconds(String written, String reason) throws IOException {
        CsvCalls calls = read(
                "caller,callee,start,duration,answered\na,b,1751358608," + written + ",yes\nc,d,1751358608,2,yes\n");
        assertEquals(1, calls.records().size());
        assertEquals(List.of("Line 2: duration \"" + written + "\" " + reason + "."), calls.count().wrong());
    }

    @ParameterizedTest
    @CsvSource({
        "60,60000",
        "2.5,2500",
        "2147483,2147483000",
        "1e2,100000",
        "'',0",
        "0,0",
        "+7,7000",
        "00:08:19,499000",
        "8:19,499000",
        "1:00:00.5,3600500",
        "'499,0',499000",
        "'0,5',500",
        "'1234,567',1234567",
        "499.0,499000",
        "499 s,499000"})
    void durationsAreSeconds(String written, int millis) throws IOException {
        CsvCalls calls = read("caller,callee,start,duration,answered\na,b,1751358608,\"" + written + "\",yes\n");
        assertEquals(millis, calls.records().talkMillis(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2025-02-30 10:00:00",
        "2025-02-30T10:00:00Z",
        "2025-02-30 10:00",
        "31.02.2025 10:00",
        "2025-13-01T00:00:00",
        "2025-01-01 25:00:00",
        "0000-00-00 00:00:00",
        "9999999-11-20T12:00:00Z",
        "1684-01-01T00:00:00Z",
        "99999999999999999999",
        "-5",
        "NaN"})
    void impossibleTimesAreNone(String written) throws IOException {
        CsvCalls calls = read("caller,callee,start\na,b," + written + "\n");
        assertEquals(0, calls.records().size());
        assertEquals(List.of("Line 2: start \"" + written + "\" cannot be read as a time."), calls.count().wrong());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59Z,1709251199",
        "2024-02-29 23:59:59,1709251199",
        "2024-02-29T23:59:59,1709251199",
        "2024-02-29T23:59:59+02:00,1709243999",
        "29.02.2024 23:59,1709251140",
        "2024/02/29 23:59:59,1709251199",
        "1709251199000,1709251199",
        "1709251199000000,1709251199",
        "'1709251199,5',1709251199.5",
        "2024-02-29 23:59:59 +0100,1709247599",
        "2024-02-29T23:59:59+0100,1709247599",
        "2024-02-29T23:59:59.250-05,1709269199.25",
        "29.02.2024 23:59:59,1709251199",
        "'29.02.2024, 23:59:59',1709251199",
        "29.2.24 23:59:59,1709251199",
        "29/02/2024 23:59:59,1709251199",
        "02/29/2024 11:59:59 PM,1709251199",
        "2/29/24 23:59:59,1709251199",
        "29-02-2024 23:59:59,1709251199",
        "20240229T235959Z,1709251199",
        "0,0"})
    void timesAreReadInTheirForms(String written, BigDecimal seconds) throws IOException {
        OptionalLong read = OptionalLong.empty();
        for (DateOrder order : DateOrder.values()) {
            OptionalLong its = new WrittenTimes(Optional.of(order)).nanos(written);
            read = its.isPresent() ? its : read;
        }
        assertEquals(seconds.movePointRight(9).longValueExact(), read.orElseThrow(), written);
    }

    @Test
    void longTextIsCutInMessages() throws IOException {
        CsvCalls calls = read("caller,callee,start\na,b," + "9".repeat(500) + "\n");
        assertEquals(List.of("Line 2: start \"" + "9".repeat(40) + "\u2026\" cannot be read as a time."),
                calls.count().wrong());
    }

    /// The rows before and after are read; their lines are right.
    @ParameterizedTest
    @ValueSource(strings = {
        "\"a,b,1751358608", // not closed
        "a,\"b,1751358608",
        "a,b,\"1751358608",
        "\"a\"x,b,1751358608", // text behind it
        "\"\"a,b,1751358608",
        "a,b,17513\u0000,"})
    void aStrayQuotationMarkCostsItsRow(String row) throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String good = "c,d,1751358608" + end;
            CsvCalls calls = read("caller,callee,start" + end + good + row + end + good.repeat(5_000));
            assertEquals(1, calls.count().wrongCount());
            assertTrue(calls.count().wrong().getFirst().startsWith("Line 3: "));
            assertEquals(5_001, calls.records().size());
            assertEquals(5_003, calls.records().origin(5_000));
        }
    }

    @Test
    void eachOfManyStrayQuotationMarksCostsItsRow() throws IOException {
        String pair = "a,\"b,1751358608\nc,d,1751358608\n";
        CsvCalls calls = read("caller,callee,start\n" + pair.repeat(2_000));
        assertEquals(2_000, calls.count().wrongCount());
        assertEquals(2_000, calls.records().size());
    }

    @Test
    void cellsOfSeveralLinesAreRead() throws IOException {
        CsvCalls calls = read("caller,callee,note,start\na,b,\"two\nlines, and a \"\"word\"\"\",1751358608\n"
                + "\"c\" ,\"d,e\",\"\r\n\",1751358609\r\nsay \"hello\",x,,1751358610");
        assertEquals(0, calls.count().wrongCount());
        assertEquals(List.of("a", "b", "c", "d,e", "say \"hello\"", "x"), calls.records().users());
        assertEquals(2, calls.records().origin(0));
        assertEquals(4, calls.records().origin(1));
        assertEquals(6, calls.records().origin(2));
    }

    @Test
    void rowsThatAreTooLongCostThemselves() throws IOException {
        CsvCalls calls = read("caller,callee,start\na,b," + "1".repeat(3_000_000) + "\n" + ",".repeat(1_000_000)
                + "\nc,d,1751358608\n");
        assertEquals(1, calls.records().size());
        assertEquals(4, calls.records().origin(0));
        assertEquals(List.of("Line 2: longer than 65,536 characters.", "Line 3: longer than 65,536 characters."),
                calls.count().wrong());
    }

    @Test
    void headsThatAreNoneAreRefused() {
        for (String head : List.of("a,".repeat(100_000), "a,".repeat(2_000), "P\0K,b,c", "\"a,b")) {
            assertThrows(IOException.class, () -> CsvCalls.head(head + "\nx,y,z\n"));
        }
    }

    @Test
    void withoutCallerCalleeOrTimeThereAreNoColumns() {
        assertEquals(Optional.empty(), CsvColumns.guess(List.of("caller", "callee", "length")));
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
                assertTrue(calls.records().size() <= calls.count().rows());
            } catch (IOException refused) {
                assertFalse(String.valueOf(refused.getMessage()).isEmpty());
            }
        }
    }
}
