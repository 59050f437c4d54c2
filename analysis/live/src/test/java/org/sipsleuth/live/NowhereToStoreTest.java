package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NowhereToStoreTest {

    /// In a JVM that finds no folder for temporary files.
    @Test
    void noRoomForTemporaryFilesIsAnIoExceptionOfBothIndexes(@TempDir Path folder) throws Exception {
        Path reported = folder.resolve("told");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-Djava.io.tmpdir=" + folder.resolve("nowhere"), "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                NowhereToStore.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(reported.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> text(reported));
        String failure = "java.nio.file.NoSuchFileException";
        assertEquals(List.of(failure, failure), text(reported).lines().toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
