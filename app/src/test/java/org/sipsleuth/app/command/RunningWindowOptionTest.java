package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;

/// `--in-running-window`: a window that runs already opens the files, or a new one does.
final class RunningWindowOptionTest {

    private static final String OPTION = "--in-running-window";
    private static final Path SAMPLE = Path.of("../sample-captures/call.pcap").toAbsolutePath().normalize();

    @TempDir private Path folder;
    private final RecordedWindow window = new RecordedWindow();

    private Run run(Map<String, String> environment, String... arguments) {
        return Run.in(StandardCharsets.UTF_8, environment, new FakeNetwork(), folder.resolve("ring"), window,
                arguments);
    }

    private Run onDisplay(String... arguments) {
        return run(Map.of("DISPLAY", ":7"), arguments);
    }

    @Test
    void aRunningWindowOpensTheFiles() {
        window.isRunning = true;
        assertEquals(0, onDisplay(OPTION, SAMPLE.toString()).code());
        assertEquals(List.of(List.of(SAMPLE)), window.handedOver);
        assertEquals(List.of(), window.files);
    }

    @Test
    void withoutOneAWindowIsOpened() {
        assertEquals(0, onDisplay(OPTION, SAMPLE.toString()).code());
        assertEquals(List.of(List.of(SAMPLE)), window.files);
    }

    @Test
    void whatCannotBeReadIsReportedAndTheRestHandedOver() {
        window.isRunning = true;
        Run run = onDisplay(OPTION, folder.resolve("none.pcap").toString(), SAMPLE.toString());
        assertEquals(3, run.code());
        assertTrue(run.err().contains("none.pcap"), run.err());
        assertEquals(List.of(List.of(SAMPLE)), window.handedOver);
    }

    @Test
    void otherwiseEachStartHasAWindowOfItsOwn() {
        window.isRunning = true;
        for (String[] arguments : new String[][]{
            {SAMPLE.toString()},
            {OPTION},
            {OPTION, "--once", SAMPLE.toString()}}) {
            int before = window.files.size();
            onDisplay(Stream.of(arguments).toArray(String[]::new));
            assertEquals(before + 1, window.files.size(), String.join(" ", arguments));
        }
        assertEquals(List.of(), window.handedOver);
    }

    @Test
    void withoutADisplayTheAnswerIsText() {
        window.isRunning = true;
        Run run = run(Map.of(), OPTION, SAMPLE.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("no display"), run.err());
        assertEquals(List.of(), window.handedOver);
    }
}
