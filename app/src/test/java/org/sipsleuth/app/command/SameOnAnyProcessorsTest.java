package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// The same captures give the same report, to the byte, on one processor and on several.
class SameOnAnyProcessorsTest {

    @TempDir Path directory;

    @Test
    void incidentsDoNotDependOnTheNumberOfThreads() throws IOException, InterruptedException {
        List<String> captures = new ArrayList<>();
        for (SampleCapture sample : SampleCaptures.list()) {
            if (List.of("incident.pcap", "flood.pcap", "enumeration.pcap").contains(sample.file())) {
                captures.add(SampleCaptures.copyTo(sample, directory).toString());
            }
        }
        String one = report(1, captures);
        assertTrue(one.contains("\"kind\":\"extension_enumeration\""), one);
        assertEquals(one, report(4, captures));
    }

    private String report(int processors, List<String> captures) throws IOException, InterruptedException {
        Path report = directory.resolve(processors + ".json");
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=" + processors, "-Xmx512m", "-cp",
                        System.getProperty("java.class.path"), "org.sipsleuth.app.Main", "analyze", "--quiet", "-o",
                        report.toString()));
        command.addAll(captures);
        Path log = directory.resolve("log");
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertEquals(0, code, Files.readString(log));
        return Files.readString(report);
    }
}
