package org.sipsleuth.app.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of checksums, and the build step that compares with it.
class ChecksumsTest {

    private static final Path CHECKSUMS = Path.of("../.mvn/checksums").toAbsolutePath().normalize();

    private record Outcome(int exit, String errors) {}

    @TempDir Path folder;
    private Path library;
    private Path list;

    @BeforeEach
    void repositoryWithOneLibrary() throws Exception {
        library = folder.resolve("repository/org/example/library.jar");
        Files.createDirectories(library.getParent());
        Files.writeString(library, "as reviewed");
        list = folder.resolve("checksums.sha256");
        Files.writeString(list, sha256(library) + "  org/example/library.jar\n" + "0".repeat(64)
                + "  org/example/not-fetched-yet.jar\n");
        Files.createDirectories(folder.resolve("run"));
        Files.copy(library, folder.resolve("run/library.jar"));
    }

    private Outcome verify() throws Exception {
        Process process = new ProcessBuilder("sh", CHECKSUMS.resolve("verify.sh").toString(), list.toString(),
                folder.resolve("repository").toString(), folder.resolve("run").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), errors);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void anUnchangedRepositoryPasses() throws Exception {
        assertEquals(new Outcome(0, ""), verify());
    }

    @Test
    void aTamperedLibraryFailsTheBuild() throws Exception {
        Files.writeString(library, "As reviewed");
        Outcome outcome = verify();
        assertEquals(1, outcome.exit());
        assertTrue(outcome.errors().contains("org/example/library.jar"), outcome.errors());
    }

    @Test
    void aLibraryThatIsNotListedIsNotRun() throws Exception {
        Files.writeString(folder.resolve("run/other.jar"), "unknown");
        Outcome outcome = verify();
        assertEquals(1, outcome.exit());
        assertTrue(outcome.errors().contains("run/other.jar"), outcome.errors());
    }

    @Test
    void theProgramsOwnJarsNeedNoEntry() throws Exception {
        Files.writeString(folder.resolve("run/sipsleuth-app.jar"), "just built");
        assertEquals(0, verify().exit());
    }

    /// Without these entries nothing would be compared.
    @Test
    void eachJarOfTheClassPathIsListed() throws Exception {
        Set<String> listed = listed();
        Collection<String> missing = new ArrayList<>();
        for (Path jar : ClassPathJars.all()) {
            if (!listed.contains(sha256(jar))) {
                missing.add(jar.getFileName().toString());
            }
        }
        assertEquals(List.of(), missing);
    }

    private static Set<String> listed() throws IOException {
        try (var lines = Files.lines(CHECKSUMS.resolve("checksums.sha256"))) {
            return lines.map(line -> line.substring(0, 64)).collect(Collectors.toSet());
        }
    }
}
