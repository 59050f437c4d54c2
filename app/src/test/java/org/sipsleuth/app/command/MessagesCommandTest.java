package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessagesCommandTest {

    private static final String HEADER =
            "frame,time,src_ip,src_port,dst_ip,dst_port,transport,method,status,reason,call_id,"
                    + "cseq,cseq_method,from_uri,from_tag,to_uri,to_tag,branch,retransmission,defects,file,log_byte\r\n";

    @TempDir private Path folder;

    @Test
    void csvHasTheColumnsOfTheContract() throws IOException {
        Run run = messages("csv", new TestCapture().call(0, "a@host"));
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith(HEADER), run.out());
        assertEquals(7, run.records().size());
    }

    @Test
    void aRequestHasAMethodAndNeitherStatusNorReason() throws IOException {
        Run run = messages("csv", new TestCapture().call(0, "a@host"));
        assertEquals("1,1700000000.123456,192.0.2.1,5060,192.0.2.2,5060,UDP,INVITE,,,a@host,1,INVITE,"
                + "sip:alice@example.org,here,sip:bob@example.org,,z9hG4bK" + "a@host".hashCode() + "1,false,,"
                + file(), run.records().getFirst());
    }

    @Test
    void aResponseHasStatusAndReasonAndNoMethod() throws IOException {
        Run run = messages("csv", new TestCapture().call(0, "a@host"));
        assertEquals("3,1700000000.300000,192.0.2.2,5060,192.0.2.1,5060,UDP,,180,Ringing,a@host,1,"
                + "INVITE,sip:alice@example.org,here,sip:bob@example.org,there,z9hG4bK" + "a@host".hashCode()
                + "1,false,," + file(), run.records().get(2));
    }

    @Test
    void headerFieldsAreColumnsAfterTheOthers() throws IOException {
        String file = new TestCapture().call(0, "a@host").in(folder, "test.pcap");
        Run run = Run.of("messages", "--header", "CSeq,x-none", "--format", "csv", file);
        assertTrue(run.out().startsWith(HEADER.strip() + ",header:CSeq,header:x-none\r\n"), run.out());
        assertTrue(run.records().getFirst().endsWith(",1 INVITE,"), run.out());
        Run json =
                Run.of("messages", "--header", "CSeq", "--filter", "sip.Method == \"BYE\"", "--format", "json", file);
        assertTrue(json.out().contains("\"header:CSeq\":[\"2 BYE\"]"), json.out());
        assertTrue(Run.of("messages", "--header", "CSeq", file).out().contains("header:CSeq"));
        Run wrong = Run.of("messages", "--header", "a b", file);
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("not the name of a header field: a b"), wrong.err());
    }

    @Test
    void timesHaveTheDigitsOfTheCapturesClock() throws IOException {
        Run run = messages("csv", new TestCapture(true).call(0, "a@host"));
        assertTrue(run.records().getFirst().startsWith("1,1700000000.123456000,"), run.out());
    }

    @Test
    void aRepeatedRequestIsARetransmission() throws IOException {
        String invite = TestCapture.request("INVITE", "a@host", 1, "");
        TestCapture capture = new TestCapture().sip(0, TestCapture.CALLER, TestCapture.CALLEE, invite)
                .sip(500_000_000, TestCapture.CALLER, TestCapture.CALLEE, invite);
        Run run = messages("csv", capture);
        assertTrue(run.records().get(0).contains(",false,,"), run.out());
        assertTrue(run.records().get(1).contains(",true,,"), run.out());
    }

    @Test
    void piecesThatOverlapAreADefect() throws IOException {
        String request = TestCapture.request("OPTIONS", "a@host", 1, "");
        TestCapture capture = new TestCapture().overlapping(0, request);
        Run run = messages("csv", capture);
        assertTrue(run.records().getFirst().startsWith("3,"), run.out());
        assertTrue(run.records().getFirst().contains(",pieces overlap with different bytes,"), run.out());
        assertTrue(Run.inColumns(300, "messages", capture.in(folder, "test.pcap"))
                .out()
                .contains("pieces overlap with different bytes"));
    }

    @Test
    void csvQuotesCommasAndQuotationMarks() throws IOException {
        TestCapture capture = new TestCapture().sip(0, TestCapture.CALLEE, TestCapture.CALLER,
                TestCapture.response("486 Busy, \"really\"", "INVITE", "a@h", 1));
        Run run = messages("csv", capture);
        assertTrue(run.out().contains(",486,\"Busy, \"\"really\"\"\",a@h,"), run.out());
    }

    @Test
    void jsonIsOneArrayOfTypedValues() throws IOException {
        Run run = messages("json", new TestCapture().call(0, "a@host"));
        assertTrue(run.out()
                .startsWith("[\n{\"frame\":1,\"time\":1700000000.123456,"
                        + "\"time_iso\":\"2023-11-14T22:13:20.123456Z\",\"src_ip\":\"192.0.2.1\","
                        + "\"src_port\":5060,"),
                run.out());
        assertTrue(run.out().contains("\"method\":\"INVITE\",\"status\":null,\"reason\":null"));
        assertTrue(run.out().contains("\"method\":null,\"status\":180,\"reason\":\"Ringing\""));
        assertTrue(run.out().contains("\"retransmission\":false,\"defects\":[],\"file\":"));
        assertTrue(run.out().endsWith("}\n]\n"), run.out());
    }

    @Test
    void jsonOfACaptureWithoutMessagesIsAnEmptyArray() throws IOException {
        Run run = messages("json", new TestCapture());
        assertEquals(0, run.code());
        assertEquals("[]\n", run.out());
    }

    @Test
    void textShowsControlCharactersInsteadOfObeyingThem() throws IOException {
        Run run = messages("text", hostile("\u001b[2J\u0007"));
        assertTrue(run.out().contains("486 \\x1b[2J\\x07"), run.out());
        assertFalse(run.out().contains("\u001b"));
    }

    @Test
    void textShowsWhatWouldTurnALineRound() throws IOException {
        byte[] utf8 = "\u202e".getBytes(StandardCharsets.UTF_8);
        Run run = messages("text", hostile(new String(utf8, StandardCharsets.ISO_8859_1)));
        assertTrue(run.out().contains("\\u202e"), run.out());
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() throws IOException {
        Run run = messages("json", hostile("\u00fc\u00ff"));
        assertTrue(run.out().contains("\"reason\":\"\ufffd\ufffd\""), run.out());
    }

    @Test
    void defectsAreNamedInWords() throws IOException {
        String message = TestCapture.request("OPTIONS", "x", 1, "").replaceFirst("Call-ID: x\r\n", "");
        Run run = messages("csv", new TestCapture().sip(0, TestCapture.CALLER, TestCapture.CALLEE, message));
        assertTrue(run.records().getFirst().endsWith(",false,missing Call-ID," + file()), run.out());
    }

    @Test
    void textFitsTheTerminal() throws IOException {
        Run run = messages("text", new TestCapture().call(0, "a".repeat(500)));
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 160), run.out());
        assertTrue(run.out().contains("…"));
    }

    private String file() {
        return folder.resolve("test.pcap") + ","; // in no text log
    }

    @Test
    void jsonLinesHaveAnObjectOnEachLine() throws IOException {
        Run run = messages("jsonl", new TestCapture().call(0, "a@host"));
        List<String> lines = List.of(run.out().split("\n", -1));
        assertEquals(8, lines.size(), run.out());
        assertEquals("", lines.getLast());
        for (String line : lines.subList(0, 7)) {
            assertTrue(line.startsWith("{\"frame\":") && line.endsWith("}"), line);
        }
        assertEquals("", messages("jsonl", new TestCapture()).out());
    }

    @Test
    void jsonHasListsAsArrays() throws IOException {
        String message = TestCapture.request("OPTIONS", "x", 1, "").replaceFirst("Call-ID: x\r\n", "");
        Run run = messages("json", new TestCapture().sip(0, TestCapture.CALLER, TestCapture.CALLEE, message));
        assertTrue(run.out().contains("\"defects\":[\"missing Call-ID\"]"), run.out());
    }

    @Test
    void aNarrowTerminalShowsFewerColumnsAndBothEndsOfValues() throws IOException {
        String file = new TestCapture().call(0, "first" + "a".repeat(80) + "last@host").in(folder, "test.pcap");
        for (int columns : new int[]{80, 120, 200}) {
            Run run = Run.inColumns(columns, "messages", file);
            List<String> lines = run.out().lines().toList();
            assertTrue(lines.stream().allMatch(line -> line.length() <= columns), run.out());
            for (String head : List.of("frame", "time (UTC)", "source", "destination", "message")) {
                assertTrue(lines.getFirst().contains(head), columns + head);
            }
            assertTrue(lines.get(3).contains("180 Ringing"), run.out());
            assertEquals(columns > 80, lines.getFirst().contains("Call-ID"), run.out());
            assertEquals(columns > 120, lines.getFirst().contains("CSeq"), run.out());
            if (columns > 80) {
                assertTrue(lines.get(1).matches(".*  firsta*…[a-z]*@host.*"), run.out());
            }
        }
    }

    @Test
    void filesOfOneNameAreDistinguishedInText() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        String first = new TestCapture().call(0, "a").in(folder, "same.pcap");
        String second = new TestCapture().call(5, "b").in(other, "same.pcap");
        Run run = Run.inColumns(300, "messages", first, second);
        assertTrue(run.out().contains(first + " ") && run.out().contains(second + " "), run.out());
    }

    private static TestCapture hostile(String reason) {
        return new TestCapture().sip(0, TestCapture.CALLEE, TestCapture.CALLER,
                TestCapture.response("486 " + reason, "INVITE", "a@h", 1));
    }

    private Run messages(String format, TestCapture capture) throws IOException {
        return Run.of("messages", "--format", format, capture.in(folder, "test.pcap"));
    }
}
