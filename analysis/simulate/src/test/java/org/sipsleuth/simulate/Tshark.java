package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Asks TShark what it thinks of a capture. Tests are skipped where there is none.
public final class Tshark {

    private static final Path PROGRAM = Path.of("/usr/bin/tshark");

    private Tshark() {}

    /// Skips the test that asks where there is no TShark.
    public static void assumeThere() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM);
    }

    /// Fails if TShark finds a frame malformed, an error in it, or a wrong checksum.
    public static void findsNothingMalformed(Path capture) throws IOException, InterruptedException {
        assumeThere();
        Path out = Files.createTempFile("tshark", ".txt");
        try {
            Process process = new ProcessBuilder(List.of(PROGRAM.toString(), "-r", capture.toString(), "-o",
                    "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-Y",
                    "_ws.malformed || _ws.expert.severity >= 8388608")).redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, process.waitFor());
            assertEquals("", Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
        }
    }
}
