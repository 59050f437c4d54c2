package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.Sha256;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

class CasePackageTest {

    private static final String LOG = "OPTIONS sip:192.0.2.1 SIP/2.0\r\nCall-ID: 1@192.0.2.9\r\n\r\n";

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
        Path second = Files.writeString(folder.resolve("b"), LOG);
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
            assertEquals(LOG, Files.readString(found));
        }
    }

    /// Evidence of a case, but no capture; a log that is no evidence; neither.
    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "false, false"})
    void onlyCapturesThatTheCaseNamesAreUnpacked(boolean isEvidence, boolean isLog) throws IOException {
        byte[] content = (isLog ? LOG : "MZ, a program").getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.addEvidence(Files.writeString(folder.resolve("other.log"), LOG + LOG), RunMonitor.NONE);
            if (isEvidence) {
                made.addEvidence(Files.write(folder.resolve("setup.exe"), content), RunMonitor.NONE);
            }
        }
        pack(file, "exe", content);
        CaseException refused = assertThrows(CaseException.class, () -> read());
        assertEquals(Reason.BAD_PACKAGE, refused.reason());
        assertTrue(refused.getMessage().contains(isEvidence ? "is no capture" : "is no evidence"),
                refused.getMessage());
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aCaptureIsUnpackedWithTheExtensionOfOneAndForItsOwnerOnly() throws IOException {
        byte[] content = ("#!/bin/sh\n" + LOG).getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.addEvidence(Files.write(folder.resolve("a.sh"), content), RunMonitor.NONE);
        }
        pack(file, "sh", content);
        read();
        Path captures = elsewhere.resolve("captures");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(captures)));
        try (Stream<Path> files = Files.list(captures)) {
            assertEquals(List.of(Sha256.of(content) + ".pcap"),
                    files.map(each -> each.getFileName().toString()).toList());
        }
    }

    private void pack(Path file, String extension, byte[] capture) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("case.case"));
            out.write(Files.readAllBytes(file));
            out.putNextEntry(new ZipEntry("captures/" + Sha256.of(capture) + "." + extension));
            out.write(capture);
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
