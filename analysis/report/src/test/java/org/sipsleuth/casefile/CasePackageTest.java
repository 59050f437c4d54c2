package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

class CasePackageTest {

    @TempDir private Path folder;
    private Path zip = Path.of("");
    private Path elsewhere = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        zip = folder.resolve("a.zip");
        elsewhere = Files.createDirectories(folder.resolve("deep/elsewhere"));
    }

    private Path read() throws IOException {
        return CasePackage.read(zip, elsewhere, UnpackLimit.DEFAULT, RunMonitor.NONE);
    }

    private CasePackage.Packed packed() throws IOException {
        Path first = Files.writeString(folder.resolve("../a.pcapng").normalize(), "bytes");
        Path second = Files.writeString(folder.resolve("b"), "more bytes");
        try (CaseFile made = Cases.create(folder.resolve("a.case"), "alice")) {
            made.addEvidence(first, RunMonitor.NONE);
            made.addEvidence(second, RunMonitor.NONE);
            Files.delete(first);
            made.alias("192.0.2.1", "PBX");
            return CasePackage.write(made, made.evidence(), List.of(), OutputFile.at(zip, OutputRules.NEW_FILES),
                    RunMonitor.NONE);
        }
    }

    @Test
    void aPackedCaseIsIntactElsewhere() throws IOException {
        CasePackage.Packed packed = packed();
        assertEquals("b", packed.captures().getFirst().name());
        assertEquals("a.pcapng", packed.missing().getFirst().name());
        Files.delete(folder.resolve("b"));
        Path unpacked = read();
        assertEquals(List.of("EVIDENCE_MISSING"), Cases.kinds(Cases.verify(unpacked)));
        try (CaseFile again = Cases.open(unpacked, "bob")) {
            assertEquals(Map.of("192.0.2.1", "PBX"), again.aliases());
            Path found = again.open(packed.captures().getFirst(), List.of(), RunMonitor.NONE).orElseThrow().path();
            assertEquals("more bytes", Files.readString(found));
        }
    }

    @Test
    void nothingIsReplacedByUnpacking() throws IOException {
        packed();
        Files.writeString(elsewhere.resolve("case.case"), "mine");
        assertThrows(OutputRefusedException.class, () -> read());
        assertEquals("mine", Files.readString(elsewhere.resolve("case.case")));
    }

    /// @param names of entries; `case.case` is a case
    private void write(String... names) throws IOException {
        Path file = folder.resolve("intact.case");
        Cases.create(file, "alice").close();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.equals("case.case") ? Files.readAllBytes(file)
                        : name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../outside",
        "/tmp/outside",
        "captures/../../outside",
        "captures/..",
        "captures\\..\\outside",
        "other.case",
        "captures/0000000000000000000000000000000000000000000000000000000000000000.pcap",})
    void whatIsNotNamedOrHashedAsItShouldIsRefused(String name) throws IOException {
        write("case.case", name);
        CaseException refused = assertThrows(CaseException.class, () -> read());
        assertEquals(Reason.BAD_PACKAGE, refused.reason());
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("outside")));
        try (Stream<Path> files = Files.walk(elsewhere)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void whatIsNoZipOrHasNoCaseIsRefused() throws IOException {
        Files.writeString(zip, "no zip");
        assertThrows(CaseException.class, () -> read());
        write();
        assertThrows(CaseException.class, () -> read());
    }
}
