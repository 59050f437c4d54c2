package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.run.RunMonitor;

/// Tables as exchanges and billing systems write them by default, with two calls: one that was
/// answered and lasted 499 s, one that was not.
final class KnownTablesTest {

    private static final long START = 1_704_711_841_000_000_000L; // 2024-01-08 11:04:01
    private static final String BOTH = "+4930123456>200 499.0 s; 201>+4930123456 not answered";

    @TempDir private Path folder;

    private CallTable open(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return CallTable.of(file, Optional.empty(), RunMonitor.NONE);
    }

    private static CsvCalls read(CallTable table) throws IOException {
        return table.read(table.columns().columns().orElseThrow(), UserNames.AS_WRITTEN, RunMonitor.NONE);
    }

    private static String calls(CsvCalls read) {
        CallRecords calls = read.records();
        List<String> words = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            words.add("%s>%s %s".formatted(calls.users().get(calls.caller(call)), calls.users().get(calls.callee(call)),
                    !calls.isAnswered(call) ? "not answered"
                            : calls.isTalkKnown(call) ? calls.talkMillis(call) / 1_000.0 + " s"
                            : "unknown"));
        }
        return String.join("; ", words);
    }

    private void assertBoth(String text) throws IOException {
        CsvCalls read = read(open(text));
        assertEquals(List.of(), read.count().sentences());
        assertEquals(BOTH, calls(read));
        assertEquals(START, read.records().startNanos(0));
    }

    @Test
    void asteriskWithoutAHead() throws IOException {
        assertBoth("\"\",\"+4930123456\",\"200\",\"in\",\"\"\"A, B\"\" <+4930123456>\","
                + "\"PJSIP/trunk-1\",\"PJSIP/200-2\",\"Dial\",\"PJSIP/200,30\","
                + "\"2024-01-08 11:04:01\",\"2024-01-08 11:04:09\","
                + "\"2024-01-08 11:12:28\",507,499,\"ANSWERED\",\"DOCUMENTATION\"\n"
                + "\"\",\"201\",\"+4930123456\",\"out\",\"201\",\"PJSIP/201-3\",\"\","
                + "\"Dial\",\"PJSIP/x\",\"2024-01-08 12:04:01\",,"
                + "\"2024-01-08 12:04:21\",20,0,\"NO ANSWER\",\"DOCUMENTATION\"\n");
    }

    @Test
    void asteriskWithOwnOrderWithoutAHead() throws IOException {
        assertBoth("\"\"\"A\"\" <+4930123456>\",\"+4930123456\",\"200\",\"in\",\"PJSIP/t-1\","
                + "\"PJSIP/200-2\",\"Dial\",\"x\",\"2024-01-08 11:04:01\","
                + "\"2024-01-08 11:04:09\",\"2024-01-08 11:12:28\",\"507\",\"499\","
                + "\"ANSWERED\",\"3\",\"\",\"1704711841.1\",\"\",1\n"
                + "\"201\",\"201\",\"+4930123456\",\"out\",\"PJSIP/201-3\",\"\",\"Dial\","
                + "\"x\",\"2024-01-08 12:04:01\",\"\",\"2024-01-08 12:04:21\",\"20\","
                + "\"0\",\"BUSY\",\"3\",\"\",\"1704715441.2\",\"\",2\n");
    }

    @Test
    void freeswitchWithoutAHead() throws IOException {
        assertBoth("\"A\",\"+4930123456\",\"200\",\"public\",\"2024-01-08 11:04:01\","
                + "\"2024-01-08 11:04:09\",\"2024-01-08 11:12:28\",\"507\",\"499\","
                + "\"NORMAL_CLEARING\",\"u1\",\"u2\",\"\",\"PCMA\",\"PCMA\"\n"
                + "\"B\",\"201\",\"+4930123456\",\"default\",\"2024-01-08 12:04:01\",\"\","
                + "\"2024-01-08 12:04:21\",\"20\",\"0\",\"ORIGINATOR_CANCEL\",\"u3\",\"\","
                + "\"\",\"PCMA\",\"PCMA\"\n");
    }

    @Test
    void kamailioCdrs() throws IOException {
        assertBoth("""
                cdr_id,src_username,src_domain,dst_username,dst_domain,call_start_time,duration,sip_call_id
                1,+4930123456,a.example,200,a.example,2024-01-08 11:04:01,499,c1
                2,201,a.example,+4930123456,a.example,2024-01-08 12:04:01,0,c2
                """);
    }

    /// Each request has a row.
    @Test
    void kamailioAcc() throws IOException {
        CsvCalls read = read(open("""
                                id,method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_user
                                1,INVITE,a,,c1,407,Proxy Authentication Required,2024-01-08 11:04:00,+4930123456,200
                                2,INVITE,a,b,c1,200,OK,2024-01-08 11:04:01,+4930123456,200
                                3,ACK,a,b,c1,200,OK,2024-01-08 11:04:01,+4930123456,200
                                4,INVITE,c,,c2,486,Busy Here,2024-01-08 11:05:00,201,+4930123456
                                5,INVITE,a,b,c1,200,OK,2024-01-08 11:06:01,+4930123456,200
                                6,BYE,a,b,c1,200,OK,2024-01-08 11:12:20,+4930123456,200
                                7,INVITE,d,e,c3,200,OK,2024-01-08 11:20:00,202,200
                                """));
        assertEquals(BOTH + "; 202>200 unknown", calls(read));
        assertEquals(4, read.count().requests());
        assertEquals(List.of("The talk time of 1 of 2 answered calls is not known and not counted."),
                read.count().sentences());
    }

    /// The last request first, as an export in descending order has it.
    @Test
    void kamailioAccInDescendingOrder() throws IOException {
        CsvCalls read = read(open("""
                                id,method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_user
                                9,BYE,f,g,c4,200,OK,2024-01-08 10:00:00,203,200
                                6,BYE,a,b,c1,200,OK,2024-01-08 11:12:20,+4930123456,200
                                8,INVITE,f,g,c4,200,OK,2024-01-08 11:30:00,203,200
                                4,INVITE,c,,c2,486,Busy Here,2024-01-08 11:05:00,201,+4930123456
                                2,INVITE,a,b,c1,200,OK,2024-01-08 11:04:01,+4930123456,200
                                1,INVITE,a,,c1,407,Proxy Authentication Required,2024-01-08 11:04:00,+4930123456,200
                                """));
        assertEquals(BOTH + "; 203>200 unknown", calls(read));
        assertEquals(List.of("The talk time of 1 of 2 answered calls is not known and not counted."),
                read.count().sentences());
    }

    @Test
    void ciscoCucm() throws IOException {
        assertBoth("""
                "cdrRecordType","globalCallID_callId","dateTimeOrigination","origIpAddr","callingPartyNumber","origCause_value","destIpAddr","originalCalledPartyNumber","finalCalledPartyNumber","destCause_value","dateTimeConnect","dateTimeDisconnect","duration"
                INTEGER,INTEGER,INTEGER,INTEGER,VARCHAR(50),INTEGER,INTEGER,VARCHAR(50),VARCHAR(50),INTEGER,INTEGER,INTEGER,INTEGER
                1,1001,1704711841,-1062731519,"+4930123456",16,-1062731510,"200","200",0,1704711849,1704712348,499
                1,1002,1704715441,-1062731519,"201",0,0,"+4930123456","+4930123456",17,0,1704715450,0
                """);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeCx(boolean hasHead) throws IOException {
        assertBoth((hasHead
                ? "historyid,callid,duration,time-start,time-answered,time-end,"
                        + "reason-terminated,from-no,to-no,from-dn,to-dn,dial-no\n"
                : "") + "Call 1,0001,00:08:19,2024/01/08 11:04:01,2024/01/08 11:04:09,2024/01/08"
                + " 11:12:28,TerminatedByDst,+49 30 123456,200,10000,200,200\n"
                + "Call 2,0002,00:00:00,2024/01/08 12:04:01,,2024/01/08"
                + " 12:04:20,TerminatedBySrc,201,+49 (0)30 12-34-56,201,10000,0\n");
    }

    @Test
    void germanWithSemicolons() throws IOException {
        assertBoth("""
                Anrufer;Angerufener;Datum/Uhrzeit;Gesprächsdauer;Ergebnis
                +49 30 12-34-56;200;08.01.2024 11:04:01;499,0;angenommen
                201;+49 (30) 123456;08.01.2024 12:04:01;0,0;nicht angenommen
                """);
    }

    @Test
    void frenchWithTabs() throws IOException {
        assertBoth("Appelant\tAppelé\tDébut\tDurée\tStatut\n"
                + "+49 30 123456\t200\t2024-01-08 12:04:01 +0100\t8:19\tRépondu\n"
                + "201\t+4930123456\t2024-01-08 13:04:01 +0100\t0:00\tsans réponse\n");
    }

    /// The head may not be a row's, and a row not a head.
    @Test
    void anotherTableWithoutAHeadIsAsked() throws IOException {
        CallTable table = open("7,+4930123456,200,2024-01-08 11:04:01,499\n");
        assertEquals(List.of("1", "2", "3", "4", "5"), table.head().names());
        assertEquals(1, table.first().size());
        assertEquals(List.of(ColumnMeaning.CALLER, ColumnMeaning.CALLEE, ColumnMeaning.START),
                table.columns().missing(java.util.Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"08/01/2024 11:04:01,13/01/2024 00:00:00", "01/08/2024 11:04:01 AM,01/13/2024 1:00:00 PM"})
    void datesAreReadByTheTablesOwnEvidence(String first, String last) throws IOException {
        String head = "caller,callee,start,answered\n1,2," + first + ",yes\n";
        String row = "1,2," + last + ",yes\n";
        CsvCalls read = read(open(head + "1,2," + first + ",yes\n".repeat(1) + row));
        assertEquals(START, read.records().startNanos(0));
        assertEquals(3, read.records().size());
        CallTable asked = open(head);
        assertThrows(AmbiguousDatesException.class, () -> read(asked));
        assertEquals(1, read(asked.with(DateOrder.MONTH_FIRST)).records().size());
        assertThrows(AmbiguousDatesException.class, () -> {
            read(open(head + "1,2,13/01/2024 10:00,1\n1,2,01/13/2024 10:00,1\n"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "angenommen,true",
        "beantwortet,true",
        "ANSWERED,true",
        "Answered,true",
        "ja,true",
        "200,true",
        "200 OK,true",
        "SIP;cause=200,true",
        "NORMAL_CLEARING,true",
        "16,true",
        "Normal call clearing,true",
        "contestada,true",
        "risposto,true",
        "2024-01-08 11:04:01,true",
        "NO ANSWER,false",
        "nicht angenommen,false",
        "besetzt,false",
        "486,false",
        "486 Busy Here,false",
        "USER_BUSY,false",
        "17,false",
        "Q.850;cause=19,false",
        "0,false",
        "verpasst,false",
        "occupé,false",
        "0000-00-00 00:00:00,false",
        "183,false"})
    void answersAreUnderstood(String written, boolean isAnswered) throws IOException {
        CsvCalls read = read(open("caller,callee,start,status\na,b,1704711841,\"" + written + "\"\n"));
        assertEquals(1, read.records().size(), written);
        assertEquals(isAnswered, read.records().isAnswered(0), written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "xyzzy", "61", "999", "12", "4711", "-1", "?"})
    void anAnswerThatIsNotUnderstoodIsNoFailure(String written) throws IOException {
        CsvCalls read = read(open("caller,callee,start,status\na,b,1704711841," + written + "\n"));
        assertEquals(0, read.records().size());
        assertEquals(List.of("Line 2: answered \"" + written + "\" is not understood."), read.count().wrong());
    }

    @Test
    void thatNobodyAnsweredIsStated() throws IOException {
        String sentence = "No call is answered and no talk time is counted in 1 row: check which columns"
                + " state the duration and the answer.";
        for (String table : List.of("caller,callee,start\na,b,1704711841\n",
                "caller,callee,start,duration\na,b,1704711841,0\n",
                "caller,callee,start,status\na,b,1704711841,busy\n")) {
            assertEquals(List.of(sentence), read(open(table)).count().sentences(), table);
        }
        assertTrue(read(open("caller,callee,start,duration\na,b,1704711841,1\n")).count().sentences().isEmpty());
    }
}
