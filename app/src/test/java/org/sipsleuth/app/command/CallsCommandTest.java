package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallsCommandTest {

    @TempDir private Path folder;

    @Test
    void aCaptureHasARowForEachCall() throws IOException {
        String capture = new TestCapture().call(0, "one").call(10, "two").in(folder, "two.pcap");
        Run run = Run.of("calls", "--format", "csv", capture);
        assertEquals(0, run.code(), run.err());
        assertEquals("start,caller,callee,answered,talk_seconds,call_ids,first_frame,line,file,log_byte",
                run.out().lines().findFirst().orElseThrow());
        assertEquals(2, run.records().size());
        assertTrue(run.records().get(1).contains(",alice,bob,true,")
                && run.records().get(1).endsWith(",two,8,," + capture + ","), run.out());
    }

    @Test
    void aFilterKeepsTheCallsOfItsDialogs() throws IOException {
        String capture = new TestCapture().call(0, "one").call(10, "two").in(folder, "two.pcap");
        Run run = Run.of("calls", "--format", "csv", "--filter", "sip.Call-ID == \"two\"", capture);
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.records().size());
    }

    @Test
    void tablesHaveARowForEachCallWithItsLine() throws IOException {
        String table = table("cdr.csv", """
                        src,dst,calldate,billsec,disposition
                        100,200,2024-01-01 10:00:00,61,ANSWERED
                        anonymous,200,2024-01-01 10:01:00,5,ANSWERED
                        101,200,2024-01-01 09:00:00,0,NO ANSWER
                        """);
        Run run = Run.of("calls", "--csv-records", "--format", "csv", table);
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("1704099600.000,101,200,false,,,,4," + table + ",",
                "1704103200.000,100,200,true,61.000,,,2," + table + ","), run.records());
        assertTrue(run.err().contains(table + ": 1 row left out"), run.err());
    }

    @Test
    void usersOfTablesHaveThePseudonymsOfAnonymisedCaptures() throws IOException {
        String capture = new TestCapture().call(0, "one").in(folder, "one.pcap");
        String key = folder.resolve("our.key").toString();
        String copy = folder.resolve("copy.pcap").toString();
        Run export = Run.of("export", capture, "-o", copy, "--anonymize", "--key", key);
        assertEquals(0, export.code(), export.err());
        String[] captured = Run.of("calls", "--format", "csv", copy).records().getFirst().split(",", -1);
        String table = table("cdr.csv", "from,to,time\nalice,bob,1700000000\n");
        List<String> anonymous = List.of("calls", "--csv-records", "--format", "csv", "--anonymize", table);
        List<String> withKey = new ArrayList<>(anonymous);
        withKey.addAll(List.of("--key", key));
        Run run = Run.of(withKey.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        assertEquals("1700000000.000,%s,%s,false,,,,2,%s,".formatted(captured[1], captured[2], table),
                run.records().getFirst());
        Run other = Run.of(anonymous.toArray(String[]::new));
        assertNotEquals(run.records(), other.records());
        assertFalse(other.out().contains("alice") || other.out().contains("bob"), other.out());
        assertEquals(2, Run.of("calls", "--anonymize", capture).code());
        assertEquals(2, Run.of("calls", "--csv-records", "--key", key, table).code());
    }

    @Test
    void columnsCanBeNamedAndMustExist() throws IOException {
        String table = table("odd.csv", "ANI;DNIS;At\n100;200;1700000000\n");
        assertEquals(3, Run.of("calls", "--csv-records", table).code());
        Run run = Run.of("calls", "--csv-records", "--column", "caller=ANI", "--column", "callee=DNIS", "--column",
                "start=At", "--format", "csv", table);
        assertEquals(List.of("1700000000.000,100,200,false,,,,2," + table + ","), run.records());
        Run wrong = Run.of("calls", "--csv-records", "--column", "caller=Nobody", "--column", "callee=DNIS", "--column",
                "start=At", table);
        assertEquals(3, wrong.code());
        assertTrue(wrong.err().contains("ANI, DNIS, At"), wrong.err());
    }

    @Test
    void rowsThatCannotBeReadAreNamed() throws IOException {
        String table = table("cdr.csv", """
                        from,to,time,duration
                        1,2,1700000000,1
                        1,2,yesterday,1
                        1,2,1700000000,-60
                        1,"2,1700000000,1
                        1,2,1700000000,NaN
                        """);
        Run run = Run.of("calls", "--csv-records", "--format", "csv", table);
        assertEquals(3, run.code());
        assertEquals(1, run.records().size());
        assertTrue(run.err()
                .contains("4 of 5 rows could not be read. Line 3: start \"yesterday\" cannot"
                        + " be read as a time. Line 4: duration \"-60\" is negative."
                        + " Line 5: a quotation mark is not closed. \u2026"),
                run.err());
    }

    @Test
    void twoColumnsOfOneMeaningAreAQuestion() throws IOException {
        String table = table("cdr.csv", "from,to,time,src,to\n1,2,1700000000,3,4\n");
        Run asked = Run.of("calls", "--csv-records", table);
        assertEquals(3, asked.code());
        assertEquals("", asked.out());
        assertTrue(asked.err()
                .contains("2 columns could be the caller: \"from\" (column 1) and \"src\""
                        + " (column 4); 2 columns could be the callee: \"to\""
                        + " (column 2) and \"to\" (column 5); choose with --column caller=from --column callee=2"),
                asked.err());
        Run chosen = Run.of("calls", "--csv-records", "--column", "caller=src", "--column", "callee=5", "--format",
                "csv", table);
        assertEquals(0, chosen.code(), chosen.err());
        assertEquals(List.of("1700000000.000,3,4,false,,,,2," + table + ","), chosen.records());
    }

    @Test
    void theCharacterSetIsFoundOutOrNamed() throws IOException {
        Path table = folder.resolve("cdr.csv");
        String text = "from,to,time\nM\u00fcller,2,1700000000\n";
        Files.write(table, text.getBytes("windows-1252"));
        Run found = Run.of("calls", "--csv-records", "--format", "csv", table.toString());
        assertEquals(0, found.code(), found.err());
        assertTrue(found.out().contains(",M\u00fcller,2,"), found.out());
        assertTrue(found.err().contains("read as windows-1252, as line 2 is not UTF-8"));
        Files.write(table, text.getBytes("IBM850"));
        Run refused = Run.of("calls", "--csv-records", table.toString());
        assertEquals(3, refused.code());
        assertTrue(refused.err().contains("line 2 is neither UTF-8 nor"), refused.err());
        assertTrue(refused.err().contains("--charset"), refused.err());
        Run named = Run.of("calls", "--csv-records", "--charset", "ibm850", "--format", "csv", table.toString());
        assertEquals(0, named.code(), named.err());
        assertTrue(named.out().contains(",M\u00fcller,2,"), named.out());
        Run unknown = Run.of("calls", "--csv-records", "--charset", "latin9000", table.toString());
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("windows-1252"), unknown.err());
        assertEquals(2, Run.of("calls", "--charset", "UTF-8", table.toString()).code());
    }

    @Test
    void whatIsNoTableIsRefusedInOneSentence() throws IOException {
        Path folderAsTable = Files.createDirectory(folder.resolve("table.csv"));
        Path archive = folder.resolve("empty.zip");
        Files.write(archive, new byte[]{'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        Path wide = folder.resolve("wide.csv");
        Files.writeString(wide, "a,".repeat(1_000_000) + "\n");
        Path endless = folder.resolve("endless.csv");
        Files.writeString(endless, "a".repeat(20_000_000));
        for (Path table : List.of(folderAsTable, archive, wide, endless)) {
            Run run = Run.of("calls", "--csv-records", "--users", table.toString());
            assertEquals(3, run.code(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    @Test
    void usersAreListedWithTheirCalls() throws IOException {
        String table = table("cdr.csv", """
                        from,to,time,duration
                        1,2,1700000000,60
                        1,3,1700000100,0
                        2,1,1700000200,30
                        """);
        Run run = Run.of("calls", "--csv-records", "--users", "--format", "csv", table, table);
        assertEquals(0, run.code(), run.err());
        assertEquals("user,calls_made,calls_received,answered,minutes,callees,callers,flagged,reasons,p,svm,svm_limit",
                run.out().lines().findFirst().orElseThrow());
        assertEquals(List.of("1,4,2,2,2.0,2,1,false,,,,", "2,2,2,2,1.0,1,1,false,,,,", "3,0,2,0,0.0,0,1,false,,,,"),
                run.records());
    }

    @Test
    void aUserWithManyMoreCallsThanOthersIsFlagged() throws IOException {
        StringBuilder rows = new StringBuilder("from,to,time,duration\n");
        for (int user = 0; user < 40; user++) {
            for (int call = 0; call < 6; call++) {
                rows.append("u%02d,u%02d,%d,60%n".formatted(user, (user + 1 + call % 3) % 40,
                        1_700_038_800 + 600 * call + user));
            }
        }
        for (int call = 0; call < 300; call++) {
            rows.append("spammer,v%03d,%d,4%n".formatted(call, 1_700_038_800 + 20 * call));
        }
        Run run = Run.of("calls", "--csv-records", "--users", table("many.csv", rows.toString()));
        assertEquals(0, run.code(), run.err());
        List<String> flagged = run.out().lines().filter(line -> line.contains("true")).toList();
        assertEquals(1, flagged.size(), run.out());
        assertTrue(flagged.getFirst().startsWith("spammer"), run.out());
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() throws IOException {
        String table = table("cdr.csv", "from,to,time\n1,2,1700000000\n");
        assertEquals(2, Run.of("calls", "--csv-records", "--filter", "sip", table).code());
        assertEquals(2, Run.of("calls", "--column", "caller=from", table).code());
        assertEquals(2, Run.of("calls", "--home-region", "Atlantis", table).code());
    }

    /// The first line of Asterisk's Master.csv is a call.
    @Test
    void aTableWithoutAHeadLosesNoCall() throws IOException {
        String table = table("Master.csv", """
                        "","100","200","in","","SIP/a","SIP/b","Dial","x","2024-01-01 10:00:00","2024-01-01 10:00:05","2024-01-01 10:01:06",66,61,"ANSWERED","3"
                        "","101","200","in","","SIP/a","SIP/b","Dial","x","2024-01-01 11:00:00",,"2024-01-01 11:00:20",20,0,"NO ANSWER","3"
                        """);
        Run run = Run.of("calls", "--csv-records", "--format", "csv", table);
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("1704103200.000,100,200,true,61.000,,,1," + table + ",",
                "1704106800.000,101,200,false,,,,2," + table + ","), run.records());
    }

    @Test
    void whatIsLeftOutIsCountedInJson() throws IOException {
        String table = table("cdr.csv", """
                        src,dst,calldate,billsec,disposition
                        anonymous,200,2024-01-01 10:01:00,5,ANSWERED
                        *98,200,2024-01-01 10:01:00,5,ANSWERED
                        100,200,2024-01-01 10:01:00,5,perhaps
                        """);
        Run run = Run.of("calls", "--csv-records", "--format", "jsonl", table);
        assertEquals(3, run.code(), run.err());
        assertEquals("{\"left_out\":{\"withheld\":1,\"service_code\":1,\"no_user\":0,"
                + "\"unreadable\":1,\"further_request\":0}}\n", run.out());
        assertTrue(run.err().contains("2 rows left out: withheld number (1), service code (1)"), run.err());
        assertTrue(run.err().contains("Line 4: answered \"perhaps\" is not understood."));
    }

    @Test
    void aTableInWhichNobodyAnsweredSaysSo() throws IOException {
        String table = table("cdr.csv", "from,to,time\n1,2,1700000000\n");
        for (Run run : List.of(Run.of("calls", "--csv-records", table),
                Run.of("calls", "--csv-records", "--users", table))) {
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("No call is answered and no talk time"), run.err());
        }
    }

    @Test
    void datesOfTwoMeaningsAreAsked() throws IOException {
        String table = table("cdr.csv", "from,to,time,talk\n1,2,03/04/2024 10:00,5\n");
        Run asked = Run.of("calls", "--csv-records", table);
        assertEquals(3, asked.code());
        assertTrue(asked.err().contains("\"03/04/2024 10:00\""), asked.err());
        assertTrue(asked.err().contains("--date-order dmy"), asked.err());
        Run day = Run.of("calls", "--csv-records", "--format", "csv", "--date-order", "dmy", table);
        assertEquals(0, day.code(), day.err());
        assertTrue(day.records().getFirst().startsWith("1712138400.000,"), day.out());
        assertEquals(2, Run.of("calls", "--csv-records", "--date-order", "ymd", table).code());
        assertEquals(2, Run.of("calls", "--date-order", "dmy", table).code());
    }

    /// `--column` names one column; the others are found as before.
    @Test
    void aNamedColumnLeavesTheOthersGuessed() throws IOException {
        String table = table("cdr.csv", "who,to,time,talk\n1,2,1700000000,5\n");
        Run asked = Run.of("calls", "--csv-records", table);
        assertEquals(3, asked.code());
        assertTrue(asked.err()
                .contains("which column states the caller is not known; name it with"
                        + " --column caller=NAME, of: who, to, time, talk"),
                asked.err());
        Run run = Run.of("calls", "--csv-records", "--column", "caller=who", "--format", "csv", table);
        assertEquals(List.of("1700000000.000,1,2,true,5.000,,,2," + table + ","), run.records());
    }

    private String table(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
