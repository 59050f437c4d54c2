package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// The window that does by itself what users do first, as a process of its own.
class RehearseTest {

    private static final String TAKEN = "taken by others";

    @TempDir Path directory;

    @Test
    void opensReadsReportsAndCloses() throws IOException, InterruptedException {
        List<String> lines = rehearse(sample("forked.pcap"), sample("register.pcap"));
        List<String> expected = new ArrayList<>();
        for (int capture = 0; capture < 2; capture++) {
            expected.addAll(List.of("first dialogs drawn", "all of the capture read"));
        }
        for (String often :
                List.of(
                        "a frame while nothing is done",
                        "a frame while scrolling by the wheel",
                        "a frame while scrolling by the wheel at the end",
                        "a frame while scrolling by pages",
                        "a frame while sorting by start",
                        "a frame while sorting by caller",
                        "text of a message")) {
            expected.addAll(shares(often));
            expected.addAll(shares("processor time of " + often));
            if (often.startsWith("a frame ")) {
                expected.add(often.replaceFirst("a frame", TAKEN));
            }
        }
        expected.addAll(shares("all that shows a message"));
        expected.add(TAKEN + " while texts are shown");
        if (!Files.exists(Path.of("/proc/stat"))) { // where the system does not tell it
            expected.removeIf(line -> line.startsWith(TAKEN));
        }
        assertEquals(
                expected,
                lines.stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList());
        for (String line : lines) {
            double millis = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
            assertTrue(millis > 0 || (millis == 0 && line.startsWith(TAKEN)), line);
        }
    }

    private static List<String> shares(String what) {
        return Stream.of("median", "9 of 10", "99 of 100", "longest")
                .map(share -> what + " (" + share + ")")
                .toList();
    }

    private Path sample(String file) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream()
                        .filter(its -> its.file().equals(file))
                        .findFirst()
                        .orElseThrow();
        return SampleCaptures.copyTo(sample, directory);
    }

    private List<String> rehearse(Path... captures) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearse.class.getName());
        for (Path capture : captures) {
            builder.command().add(capture.toString());
        }
        builder.environment().put("XDG_CONFIG_HOME", directory.toString());
        builder.environment().put("XDG_CACHE_HOME", directory.toString());
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it does not close");
        assertEquals(0, process.exitValue(), Files.readString(err));
        return Files.readAllLines(out);
    }
}
