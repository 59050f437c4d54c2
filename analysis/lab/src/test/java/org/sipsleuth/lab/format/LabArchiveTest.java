package org.sipsleuth.lab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.run.RunMonitor;

/// Zips that are no labs, or worse.
class LabArchiveTest {

    private static final String LAB = """
            {"format": "sipsleuth-lab", "version": 1, "id": "mine", "title": "Mine", "story": "A story.", "level": 1,
            "minutes": 10, "captures": [{"file": "a.pcap"}],
            "questions": [{"id": "q1", "kind": "value", "text": "Which?", "points": 10}]}
            """;

    @TempDir private Path folder = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
    }

    private Path zip(Object... namesAndContents) throws IOException {
        Path file = folder.resolve("lab.zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i].toString()));
                zip.write(namesAndContents[i + 1] instanceof byte[] bytes ? bytes
                        : namesAndContents[i + 1].toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private void assertRefused(String reason, Path zip) throws IOException {
        LabException wrong =
                assertThrows(LabException.class, () -> LabArchive.unpack(zip, target, 1 << 20, RunMonitor.NONE));
        assertTrue(wrong.mistakes().getFirst().reason().contains(reason), wrong.getMessage());
        assertTrue(LabArchive.isEmpty(target), "something was written");
    }

    @Test
    void aLabIsUnpacked() throws IOException {
        LabFolder lab = LabArchive.unpack(zip("lab.json", LAB, "a.pcap", "x"), target, RunMonitor.NONE);
        assertEquals("mine", lab.lab().id());
        assertEquals("x", Files.readString(target.resolve("a.pcap")));
    }

    @Test
    void whatTheLabDoesNotNameIsLeftOut() throws IOException {
        List<String> leftOut = new ArrayList<>();
        LabArchive.unpack(zip("lab.json", LAB, "run.sh", "rm", "a.pcap", "x", "answers.json", "{}"), target,
                leftOut::add, RunMonitor.NONE);
        assertEquals(List.of("run.sh", "answers.json"), leftOut);
        assertTrue(Files.exists(target.resolve("a.pcap")));
        assertTrue(Files.notExists(target.resolve("run.sh")) && Files.notExists(target.resolve("answers.json")));
    }

    @Test
    void pathsAreRefused() throws IOException {
        for (String name : new String[]{"../a.pcap", "/a.pcap", "b/a.pcap", "C:\\a.pcap", ".."}) {
            assertRefused("files without folders", zip("lab.json", LAB, name, "x"));
        }
    }

    @Test
    void bombsAreRefused() throws IOException {
        assertRefused("unpacks to more than", zip("lab.json", LAB, "a.pcap", new byte[2 << 20]));
    }

    @Test
    void aSizeThatIsALieIsRefused() throws IOException {
        Path file = zip("lab.json", LAB, "a.pcap", new byte[2 << 20]);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int entry = text.lastIndexOf("PK\u0001\u0002"); // the directory's entry of a.pcap
        for (int i = 0; i < 4; i++) {
            bytes[entry + 24 + i] = (byte) (i == 0 ? 9 : 0);
        }
        Files.write(file, bytes);
        LabException wrong =
                assertThrows(LabException.class, () -> LabArchive.unpack(file, target, 1 << 20, RunMonitor.NONE));
        assertTrue(wrong.getMessage().contains("a.pcap") || wrong.getMessage().contains("zip"), wrong.getMessage());
        assertTrue(LabArchive.isEmpty(target));
    }

    @Test
    void whatIsNoLabIsRefused() throws IOException {
        assertRefused("no lab.json", zip("a.pcap", "x"));
        assertRefused("no such file", zip("lab.json", LAB, "b.pcap", "x"));
        assertRefused("not JSON", zip("lab.json", "{", "a.pcap", "x"));
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        assertRefused("not a zip file", text);
        Object[] many = new Object[2 * 300];
        for (int i = 0; i < 300; i++) {
            many[2 * i] = "f" + i;
            many[2 * i + 1] = "";
        }
        assertRefused("more than 200 entries", zip(many));
    }

    @Test
    void aCaptureThatIsALinkOrChangedIsRefused() throws IOException {
        Files.writeString(target.resolve("lab.json"), LAB);
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(target.resolve("a.pcap"), secret);
        assertTrue(assertThrows(LabException.class, () -> LabFolder.open(target)).getMessage().contains("is a link"));
        Files.delete(target.resolve("a.pcap"));
        assertTrue(
                assertThrows(LabException.class, () -> LabFolder.open(target)).getMessage().contains("no such file"));
        Files.writeString(target.resolve("a.pcap"), "x");
        Files.writeString(target.resolve("lab.json"),
                LAB.replace("\"a.pcap\"", "\"a.pcap\", \"sha256\": \"" + "0".repeat(64) + "\""));
        assertTrue(assertThrows(LabException.class, () -> LabFolder.open(target)).getMessage()
                .contains("another SHA-256"));
    }

    @Test
    void aLabCanDescribeItsCapture() throws IOException {
        String scenario = LAB.replace("\"captures\": [{\"file\": \"a.pcap\"}]",
                "\"scenario\": {\"name\": \"odd-dialogs\", \"seed\": 3, \"settings\": {\"normal-dialogs\": 5}}");
        Files.writeString(target.resolve("lab.json"), scenario);
        LabFolder lab = LabFolder.open(target);
        assertTrue(Files.size(lab.captures(RunMonitor.NONE).getFirst()) > 1_000);
        assertTrue(Files.notExists(target.resolve("capture.truth.json")), "its ground truth is not written");
    }
}
