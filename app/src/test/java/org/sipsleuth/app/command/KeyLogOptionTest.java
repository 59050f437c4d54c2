package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyLogOptionTest {

    private static final String LINE = "CLIENT_RANDOM " + "0f".repeat(32) + " " + "a5".repeat(48) + "\n";

    @TempDir private Path folder;
    private String capture = "";

    @BeforeEach
    void writeACapture() throws IOException {
        capture = new TestCapture().call(0, "a").in(folder, "call.pcap");
    }

    private String log(String text) throws IOException {
        return Files.writeString(folder.resolve("keys"), text).toString();
    }

    @Test
    void keyLogIsTakenByAllThatReadsCaptures() throws IOException {
        String keys = log(LINE);
        for (String command : new String[]{"info", "messages", "dialogs", "ladder"}) {
            Run run = Run.of(command, "--keylog", keys, "--keylog", keys, capture);
            assertEquals(0, run.code(), run.err());
            assertEquals("", run.err());
            assertEquals(Run.of(command, capture).out(), run.out());
        }
    }

    @Test
    void theWindowOpensTheCaptureWithTheKeyLog() throws IOException {
        String keys = log(LINE);
        Map<String, String> display = Map.of("DISPLAY", ":0");
        Run run = Run.in(StandardCharsets.UTF_8, display, "--keylog", keys, capture);
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of(Path.of(capture), Path.of(keys)), run.opened());
        Run none = Run.in(StandardCharsets.UTF_8, display, "--keylog", "/none", capture);
        assertEquals(3, none.code());
        assertEquals(List.of(Path.of(capture)), none.opened());
    }

    @Test
    void missingKeyLogIsSaidAndTheCaptureIsReadAllTheSame() {
        Run run = Run.of("dialogs", "--keylog", folder + "/none", capture);
        assertEquals(3, run.code());
        assertTrue(run.err().contains("none: no such file"), run.err());
        assertEquals(Run.of("dialogs", capture).out(), run.out());
    }

    @Test
    void linesThatAreNoneAreSaid() throws IOException {
        Run run = Run.of("info", "--keylog", log(LINE + "nonsense\n"), capture);
        assertEquals(0, run.code());
        assertTrue(run.err().contains("unusable lines: 1; the first is line 2"), run.err());
    }

    @Test
    void fileThatIsNoKeyLogIsSaid() {
        Run run = Run.of("info", "--keylog", capture, capture);
        assertEquals(0, run.code());
        assertTrue(run.err().contains("check that it is a key log"), run.err());
    }
}
