package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

final class LintCommandTest {

    @TempDir private Path folder;

    private Run lint(String file, String... arguments) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
        List<String> all = new ArrayList<>(List.of("lint", "--quiet"));
        all.addAll(List.of(arguments));
        all.add(SampleCaptures.copyTo(sample, folder).toString());
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void csvHasTheColumnsOfTheContract() throws IOException {
        Run run = lint("torture.pcap", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out()
                .startsWith("file,frame,offset,length,severity,rule,field,text,reference,"
                        + "derivation,expected,source,user_agent,log_byte\r\n"),
                run.out());
        assertTrue(
                run.records()
                        .stream()
                        .anyMatch(row -> row.contains("Max-Forwards 300 outside 0–255") && row.contains(",387,")),
                run.out());
    }

    @Test
    void aCleanCaptureIsSaidToBeCleanInTextOnly() throws IOException {
        String departing = lint("torture.pcap", "--format", "csv").out();
        int clean = 1;
        while (departing.contains("torture.pcap," + clean + ",")) {
            clean++;
        }
        String[] filter = {"--filter", "frame.number == " + clean};
        Run text = lint("torture.pcap", filter);
        assertEquals(0, text.code(), text.err());
        assertEquals("Nothing departs from the RFCs: 1 message checked.\n", text.out());
        Run json = lint("torture.pcap", "--format", "json", filter[0], filter[1]);
        assertEquals("[]", json.out().replaceAll("\\s", ""));
        Run none = lint("torture.pcap", "--filter", "frame.number == 0");
        assertEquals("No message was checked.\n", none.out());
    }

    @Test
    void jsonHasDerivationAndExpectedAsLists() throws IOException {
        Run run = lint("torture.pcap", "--format", "jsonl", "--filter", "frame.number == 412");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"derivation\":[\"Content-Length\"]"), run.out());
        assertTrue(run.out().contains("\"expected\":[\"WSP\",\"CRLF\",\"DIGIT\"]"), run.out());
    }

    @Test
    void textCountsBySender() throws IOException {
        Run run = lint("torture.pcap");
        String line =
                run.out().lines().filter(text -> text.contains("Call-ID occurs 2 times")).findFirst().orElseThrow();
        assertTrue(line.contains("203.0.113.66") && line.startsWith("high"), line);
    }

    @Test
    void failOnEndsWithItsCodeWhereADepartureIsAsSevere() throws IOException {
        assertEquals(ExitCode.FAIL_ON, lint("torture.pcap", "--fail-on", "high").code());
        assertEquals(ExitCode.DONE, lint("torture.pcap", "--fail-on", "critical").code());
        assertEquals(ExitCode.DONE, lint("office-hour.pcap", "--fail-on", "info").code());
    }

    @Test
    void ordinaryCallsHaveNoDepartures() throws IOException {
        Run run = lint("call.pcap", "--format", "jsonl");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        assertFalse(lint("tcp.pcapng").out().contains("Content-Length"));
    }
}
