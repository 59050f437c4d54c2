package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

final class StatisticsCommandTest {

    @TempDir private Path folder;

    private Run statistics(String format) throws IOException {
        SampleCapture call = SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("call.pcap"))
                .findFirst()
                .orElseThrow();
        Path capture = SampleCaptures.copyTo(call, folder);
        return Run.of("statistics", "--format", format, capture.toString());
    }

    @Test
    void csvHasTheColumnsOfTheContract() throws IOException {
        Run run = statistics("csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("group,name,count,share,least,mean,p50,p90,p95,p99,most,note\r\n"), run.out());
        assertTrue(run.records().stream().anyMatch(row -> row.startsWith("metric,ser,1,1.000000,")));
        assertTrue(run.records().stream().anyMatch(row -> row.startsWith("method,INVITE,")));
    }

    @Test
    void smallSamplesAreSaid() throws IOException {
        assertTrue(statistics("json").out().contains("\"note\":\"1 value: too few for a median\""));
        Run text = statistics("text");
        assertTrue(text.out().contains("Session establishment ratio"), text.out());
    }

    @Test
    void windowsOfTimeCountMessagesOfTheFilter() throws Exception {
        SampleCapture incident = SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("incident.pcap"))
                .findFirst()
                .orElseThrow();
        String file = SampleCaptures.copyTo(incident, folder).toString();
        String filter = "sip.Method == \"OPTIONS\"";
        List<String> windows =
                Run.of("statistics", "--window", "5s", "--filter", filter, "--format", "csv", file).records();
        long messages = Run.of("messages", "--filter", filter, "--format", "csv", file).records().size();
        assertEquals(messages, windows.stream().mapToLong(row -> Long.parseLong(row.split(",")[2])).sum());
        for (int row = 0; row < windows.size(); row++) {
            String[] cells = windows.get(row).split(",");
            double from = Double.parseDouble(cells[0]);
            assertEquals(0, from % 5, "it begins at a full multiple");
            assertEquals(5, Double.parseDouble(cells[1]) - from);
            assertTrue(row == 0 || from == Double.parseDouble(windows.get(row - 1).split(",")[1]), "none is left out");
        }
        assertEquals(2, Run.of("statistics", "--window", "0s", file).code());
    }
}
