package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of modules and packages are as the poms and each `package-info` have them.
final class PackagePagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path WRITER = ROOT.resolve("bench/src/main/packages/Packages.java");

    private static final String POM = """
            <project>
              <description>What is read</description>
              <modules>
                <module>%s</module>
              </modules>
              <dependencies>
                <dependency>
                  <groupId>org.slf4j</groupId>
                  <artifactId>slf4j-api</artifactId>
                </dependency>
              </dependencies>
            </project>
            """;

    private static final String INFO = """
            /// Bytes that are read. Once.
            ///
            /// In: a [org.sipsleuth.file.Name]. Out: bytes. See docs/READING.md.
            package org.sipsleuth.bytes;
            """;

    @TempDir private Path folder;

    private record Outcome(int code, String out) {}

    private Outcome run(Path checkout, String... options) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", WRITER.toString(), checkout.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        return new Outcome(process.waitFor(), Files.readString(out));
    }

    @Test
    void thePagesAreAsTheSources() throws IOException, InterruptedException {
        assertEquals(new Outcome(0, ""), run(ROOT, "--check"));
    }

    @Test
    void aPageThatDiffersIsFound() throws IOException, InterruptedException {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Path source = Files.createDirectories(checkout.resolve("read/src/main/java/org/sipsleuth/bytes"));
        Path info = Files.writeString(source.resolve("package-info.java"), INFO);
        Files.writeString(checkout.resolve("pom.xml"), POM.formatted("read"));
        Files.writeString(checkout.resolve("read/pom.xml"), POM.formatted(""));
        Path docs = Files.createDirectory(checkout.resolve("docs"));
        Path modules = Files.writeString(docs.resolve("MODULES.md"), "<!-- modules -->\n<!-- end of modules -->\n");
        assertEquals(new Outcome(1, """
                                docs/MODULES.md is not as the sources are; run bench/packages
                                docs/packages/read.md is not as the sources are; run bench/packages
                                """), run(checkout, "--check"));
        assertEquals(new Outcome(0, "docs/MODULES.md\ndocs/packages/read.md\n"), run(checkout));
        assertEquals(new Outcome(0, ""), run(checkout, "--check"));
        String row = Files.readString(modules);
        assertTrue(row.contains("| `read` | What is read | – | slf4j-api | [1](packages/read.md) |\n"), row);
        Path page = docs.resolve("packages/read.md");
        String written = Files.readString(page);
        assertTrue(
                written.contains("| `bytes` | a `Name` → bytes | Bytes that are read ([READING](../READING.md)) |\n"),
                written);

        Files.writeString(info, INFO.replace("Out: bytes", "Out: words"));
        assertEquals(new Outcome(1, "docs/packages/read.md is not as the sources are; run bench/packages\n"),
                run(checkout, "--check"));
        Files.writeString(info, INFO.replace("Out:", ""));
        Outcome refused = run(checkout);
        assertEquals(2, refused.code(), refused.out());
        assertEquals(written, Files.readString(page), "nothing is written of what is incomplete");
    }
}
