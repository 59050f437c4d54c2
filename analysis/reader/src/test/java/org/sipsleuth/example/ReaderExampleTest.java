package org.sipsleuth.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of README.md are compiled, and do what it shows.
class ReaderExampleTest {

    private static final Path SAMPLE = Path.of("..", "..", "sample-captures", "call.pcap");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "org", "sipsleuth", "example", "ListDialogs.java");
    private static final int MOST_LINES = 20;

    @TempDir Path folder;

    @Test
    void theProgramListsTheDialogsOfACapture() throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                ListDialogs.class.getName(), SAMPLE.toString()).redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor());
        List<String> lines = Files.readAllLines(printed, StandardCharsets.UTF_8);
        assertTrue(readme().contains(String.join("\n", lines)), () -> String.join("\n", lines));
    }

    @Test
    void theProgramOfTheReadmeIsTheOneThatIsCompiled() throws IOException {
        String source = Files.readString(SOURCE, StandardCharsets.UTF_8);
        String program = source.substring(source.indexOf("import "));
        assertTrue(readme().contains(program), "README.md shows another program");
        assertTrue(program.lines().count() <= MOST_LINES, "it has grown");
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
    }
}
