package org.sipsleuth.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sequence.SmallModel;

/// The module is loaded from a folder when it is not on the class path, as in the window.
class TrainingFolderTest {

    private static final Path OWN = Path.of("target", "classes").toAbsolutePath();

    /// What only training brings, by the names of its jars.
    private static final String TRAINING = ".*(nd4j|deeplearning4j|javacpp|openblas|protobuf-1|guava-1|jackson-1).*";

    /// Not a temporary folder: JUnit warns of each link that it deletes.
    private final Path folder = Path.of("target", "training-folder").toAbsolutePath();

    /// Trains a small model in a process of its own.
    public static final class Small {

        private Small() {}

        public static void main(String[] arguments) {
            System.out.println(SmallModel.small().file().sha256());
        }
    }

    @Test
    void fromAFolderItTrainsTheSameModel() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> remaining = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            String name = String.valueOf(path.getFileName());
            if (path.equals(OWN)) {
                pack(path, folder.resolve("own.jar"));
            } else if (name.matches(TRAINING)) {
                Files.deleteIfExists(folder.resolve(name));
                Files.createSymbolicLink(folder.resolve(name), path);
            } else {
                remaining.add(entry);
            }
        }
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dsipsleuth.training=" + folder, "-cp", String.join(File.pathSeparator, remaining),
                Small.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        assertFalse(remaining.contains(OWN.toString()));
        assertEquals(0, process.exitValue());
        assertEquals(SmallModel.small().file().sha256(), printed.strip());
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
