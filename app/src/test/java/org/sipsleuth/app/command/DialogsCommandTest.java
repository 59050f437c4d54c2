package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DialogsCommandTest {

    @TempDir private Path folder;

    @Test
    void csvHasTheColumnsOfTheContract() throws IOException {
        Run run = dialogs("csv");
        assertEquals(0, run.code());
        assertTrue(run.out()
                .startsWith(
                        "call_id,first_frame,start,duration,messages,retransmissions,sequence,state,final_status,caller,callee,src_ip,dst_ip,user_agent,codecs,outcome,cause,hints,files,earlier_calls\r\n"),
                run.out());
        assertEquals(List.of(
                "one,1,1700000000.123456,2.500000,7,0,INVITE 100 180 200 ACK BYE 200,"
                        + "completed,200,sip:alice@example.org,sip:bob@example.org,192.0.2.1,192.0.2.2,\"Phone,"
                        + " \"\"model\"\" 1\",,completed,ended by the caller,," + file() + ",",
                "two,8,1700000010.123456,2.500000,7,0,INVITE 100 180 200 ACK BYE 200,"
                        + "completed,200,sip:alice@example.org,sip:bob@example.org,192.0.2.1,192.0.2.2,\"Phone,"
                        + " \"\"model\"\" 1\",,completed,ended by the caller,," + file() + ","),
                run.records());
    }

    @Test
    void otherFieldsCanBeChosen() throws IOException {
        String capture = new TestCapture()
                .sip(0, TestCapture.CALLER, TestCapture.CALLEE, TestCapture.request("INVITE", "a", 1, ""))
                .in(folder, "one.pcap");
        Run run = Run.of("dialogs", "--format", "csv", "--columns", "state,setup_time,request:cseq", capture);
        assertEquals("state,setup_time,request:CSeq\r\ntrying,,1 INVITE\r\n", run.out());
        Run wrong = Run.of("dialogs", "--columns", "nothing", capture);
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("nothing"), wrong.err());
    }

    @Test
    void problemsCanBeColumnsInAnyOrder() throws IOException {
        String capture = new TestCapture().call(0, "good")
                .sip(20_000_000_000L, TestCapture.CALLER, TestCapture.CALLEE,
                        TestCapture.request("INVITE", "bad", 1, ""))
                .sip(20_100_000_000L, TestCapture.CALLEE, TestCapture.CALLER,
                        TestCapture.response("500 Server Error", "INVITE", "bad", 1))
                .in(folder, "one.pcap");
        Run run = Run.of("dialogs", "--format", "csv", "--columns",
                "problem.severity,call_id,Problem.Kind,outcome,problem.call", capture);
        assertEquals("problem.severity,call_id,problem.kind,outcome,problem.call\r\n,good,,completed,completed\r\n"
                + "low,bad,server_error,failed,failed\r\n", run.out());
    }

    @Test
    void aDialogWithoutFinalResponseHasNoFinalStatus() throws IOException {
        String capture = new TestCapture()
                .sip(0, TestCapture.CALLER, TestCapture.CALLEE, TestCapture.request("INVITE", "a", 1, ""))
                .in(folder, "one.pcap");
        assertTrue(Run.of("dialogs", "--format", "csv", capture).out().contains(",trying,,sip:"));
        assertTrue(Run.of("dialogs", "--format", "json", capture)
                .out()
                .contains("\"state\":\"trying\",\"final_status\":null,"));
    }

    @Test
    void jsonHasTheSameKeys() throws IOException {
        assertTrue(dialogs("json").out()
                .startsWith("[\n{\"call_id\":\"one\",\"first_frame\":1,\"start\":1700000000.123456,"
                        + "\"start_iso\":\"2023-11-14T22:13:20.123456Z\",\"duration\":2.500000,"
                        + "\"messages\":7,\"retransmissions\":0,\"sequence\":\"INVITE"
                        + " 100 180 200 ACK BYE 200\",\"state\":"));
    }

    @Test
    void textHasALineForEachDialog() throws IOException {
        Run run = dialogs("text");
        assertEquals(3, run.out().lines().count(), run.out());
        assertTrue(run.out().contains("2023-11-14 22:13:20.123456  2.50 s "), run.out());
    }

    @Test
    void severalFilesAreOneInvestigation() throws IOException {
        String later = new TestCapture().call(100, "later").in(folder, "later.pcap");
        String sooner = new TestCapture().call(0, "sooner").in(folder, "sooner.pcap");
        Run run = Run.of("dialogs", "--format", "csv", later, sooner);
        assertEquals(2, run.records().size());
        assertTrue(run.records().get(0).startsWith("sooner,1,"), run.out());
        assertTrue(run.records().get(1).startsWith("later,1,"), run.out());
    }

    @Test
    void aDialogNamesAllFilesThatHoldItsMessages() throws IOException {
        String first = new TestCapture()
                .sip(0, TestCapture.CALLER, TestCapture.CALLEE, TestCapture.request("INVITE", "a", 1, ""))
                .in(folder, "first; part.pcap");
        String second = new TestCapture()
                .sip(1_000_000_000, TestCapture.CALLER, TestCapture.CALLEE, TestCapture.request("BYE", "a", 2, ""))
                .call(20, "b")
                .in(folder, "second.pcap");
        Run json = Run.of("dialogs", "--format", "json", second, first);
        assertTrue(json.out().contains("\"files\":[\"" + second + "\",\"" + first + "\"]"), json.out());
        assertTrue(json.out().contains("\"files\":[\"" + second + "\"]"), json.out());
        Run csv = Run.of("dialogs", "--format", "csv", second, first);
        assertTrue(csv.records().getFirst().endsWith("," + second + "; " + first + ","), csv.out());
    }

    private String file() {
        return folder.resolve("test.pcap").toString();
    }

    private Run dialogs(String format) throws IOException {
        TestCapture capture = new TestCapture().call(0, "one").call(10, "two");
        return Run.of("dialogs", "--format", format, capture.in(folder, "test.pcap"));
    }
}
