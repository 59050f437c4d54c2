package org.sipsleuth.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PDF is written with the font that the program brings, not with those of the machine.
class HomeFolderTest {

    @TempDir private Path home;

    /// Writes a PDF in a process of its own: the fonts of a machine are listed once in a process.
    public static final class OnePage {

        private OnePage() {}

        public static void main(String[] arguments) throws IOException {
            new Page("Report", "en", "Foot", "Page", List.of(new Page.Entry("a", "Heading")),
                    markup -> markup.element("h1", "Heading", "id", "a"))
                    .writePdf(Instant.EPOCH, new ByteArrayOutputStream());
        }
    }

    @Test
    void noListOfTheMachinesFontsIsLeftInIt() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Djava.awt.headless=true",
                        "-Duser.home=" + home, "-cp", System.getProperty("java.class.path"), OnePage.class.getName())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertEquals(0, process.waitFor());
        assertArrayEquals(new String[0], home.toFile().list());
    }
}
