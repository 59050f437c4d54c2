package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.file.TempSpaceLimit;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.Sha256;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A zip that is no packed case leaves nothing in the folder, and writes no more than it may.
class HostilePackageTest {

    private static final String CASE = "case.case";
    private static final byte[] LOG =
            "OPTIONS sip:192.0.2.1 SIP/2.0\r\nCall-ID: 1@192.0.2.9\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder;
    private Path zip = Path.of("");
    private Path target = Path.of("");
    private byte[] itself = {};

    @BeforeEach
    void makeCase() throws IOException {
        zip = folder.resolve("a.zip");
        target = Files.createDirectory(folder.resolve("target"));
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.addEvidence(Files.write(folder.resolve("a.log"), LOG), RunMonitor.NONE);
        }
        itself = Files.readAllBytes(file);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            assertEquals(List.of(target), files.toList());
        }
    }

    private CaseException refused() {
        return assertThrows(CaseException.class, () -> read(RunMonitor.NONE));
    }

    private void read(RunMonitor monitor) throws IOException {
        CasePackage.read(zip, target, UnpackLimit.DEFAULT, monitor);
    }

    private static String capture(byte[] bytes, String extension) {
        return "captures/" + Sha256.of(bytes) + "." + extension;
    }

    /// Writes zips byte by byte, as no library would.
    private static final class RawZip {

        private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private int count;

        /// @return where the header of the entry begins
        int local(String name, byte[] packed, byte[] plain, boolean isDeflated) {
            int at = entries.size();
            ByteBuffer head = head(30, 0x04034b50);
            head.putShort(8, (short) (isDeflated ? 8 : 0));
            sizes(head, 14, packed, plain);
            head.putShort(26, (short) name.length());
            add(entries, head, name);
            entries.writeBytes(packed);
            return at;
        }

        void central(String name, byte[] packed, byte[] plain, boolean isDeflated, int at) {
            ByteBuffer head = head(46, 0x02014b50);
            head.putShort(10, (short) (isDeflated ? 8 : 0));
            sizes(head, 16, packed, plain);
            head.putShort(28, (short) name.length());
            head.putInt(42, at);
            add(directory, head, name);
            count++;
        }

        void stored(String name, byte[] plain) {
            central(name, plain, plain, false, local(name, plain, plain, false));
        }

        private static void sizes(ByteBuffer head, int at, byte[] packed, byte[] plain) {
            CRC32 crc = new CRC32();
            crc.update(plain);
            head.putInt(at, (int) crc.getValue());
            head.putInt(at + 4, packed.length);
            head.putInt(at + 8, plain.length);
        }

        private static ByteBuffer head(int bytes, int signature) {
            return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, signature);
        }

        private static void add(ByteArrayOutputStream out, ByteBuffer head, String name) {
            out.writeBytes(head.array());
            out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        }

        void write(Path file) throws IOException {
            ByteBuffer end = head(22, 0x06054b50);
            end.putShort(8, (short) count).putShort(10, (short) count);
            end.putInt(12, directory.size()).putInt(16, entries.size());
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(entries.toByteArray());
            all.writeBytes(directory.toByteArray());
            all.writeBytes(end.array());
            Files.write(file, all.toByteArray());
        }
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 100];
        byte[] exact = java.util.Arrays.copyOf(packed, deflater.deflate(packed));
        deflater.end();
        return exact;
    }

    @Test
    void entriesThatShareBytesAreRefusedBeforeAnythingIsUnpacked() throws IOException {
        byte[] zeros = new byte[20 << 20];
        byte[] packed = deflated(zeros);
        RawZip raw = new RawZip();
        raw.stored(CASE, itself);
        int at = raw.local(capture(zeros, "aaaa"), packed, zeros, true);
        for (char each = 'a'; each <= 'z'; each++) {
            raw.central(capture(zeros, "aaa" + each), packed, zeros, true, at);
        }
        raw.write(zip);
        CaseException refused = refused();
        assertTrue(refused.getMessage().contains("more than once"), refused.getMessage());
    }

    @Test
    void moreThanTheDirectoryMayPromiseIsRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        byte[] packed = deflated(zeros);
        RawZip raw = new RawZip();
        raw.stored(CASE, itself);
        for (int i = 0; i < 300; i++) { // other hashes, all of these bytes
            String name = "captures/%064x.pcap".formatted(i);
            raw.central(name, packed, zeros, true, raw.local(name, packed, zeros, true));
        }
        raw.write(zip);
        CaseException refused = refused();
        assertEquals(Reason.PACKAGE_LIMIT, refused.reason());
        assertTrue(refused.getMessage().contains("--unpack-limit"), refused.getMessage());
    }

    @Test
    void someOfTheDiskStaysFree() throws IOException {
        RawZip raw = new RawZip();
        raw.stored(CASE, itself);
        raw.write(zip);
        TempSpaceLimit full = new TempSpaceLimit(_ -> (512L << 20) + itself.length);
        CaseException refused = assertThrows(CaseException.class,
                () -> CasePackage.read(zip, target, UnpackLimit.DEFAULT, full, RunMonitor.NONE));
        assertEquals(Reason.PACKAGE_SPACE, refused.reason());
    }

    /// How the entries of a zip can differ from its directory.
    private enum Difference {
        NAME, SIZES, BYTES, HIDDEN, OVERLAP
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreWhatTheDirectoryStates(Difference difference) throws IOException {
        byte[] first = "first".getBytes(StandardCharsets.US_ASCII);
        byte[] second = "other".getBytes(StandardCharsets.US_ASCII);
        String name = capture(first, "pcap");
        RawZip raw = new RawZip();
        raw.stored(CASE, itself);
        int at = raw.local(name, first, first, false);
        switch (difference) {
            case NAME -> raw.central(capture(first, "cap"), first, first, false, at);
            case SIZES -> raw.central(name, "firs".getBytes(StandardCharsets.US_ASCII), first, false, at);
            case BYTES -> raw.central(name, second, second, false, at);
            case HIDDEN -> {
                raw.central(name, first, first, false, at);
                raw.local(capture(second, "pcap"), second, second, false);
            }
            case OVERLAP -> {
                raw.central(name, first, first, false, at);
                raw.central(capture(second, "pcap"), second, second, false, at);
            }
        }
        raw.write(zip);
        assertEquals(Reason.BAD_PACKAGE, refused().reason());
    }

    @Test
    void twoCasesAreRefused() throws IOException {
        RawZip raw = new RawZip();
        raw.stored(CASE, itself);
        raw.stored(CASE, itself);
        raw.write(zip);
        assertEquals(Reason.BAD_PACKAGE, refused().reason());
    }

    private void pack(byte[] content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(CASE));
            out.write(content);
            out.putNextEntry(new ZipEntry(capture(LOG, "pcap")));
            out.write(LOG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#!/bin/sh", "SQLite format 3", "SQLite format 3\0 and no more"})
    void whatIsNoDatabaseIsRefused(String content) throws IOException {
        pack(content.getBytes(StandardCharsets.US_ASCII));
        CaseException refused = refused();
        assertTrue(refused.getMessage().contains("is not a SipSleuth case"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "PRAGMA application_id = 1",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 99",
        "CREATE TABLE more (a)",
        "DROP TRIGGER log_without_delete",
        "PRAGMA journal_mode = WAL",})
    void aDatabaseThatIsNoCaseIsRefused(String sql) throws Exception {
        Path other = Files.write(folder.resolve("other.case"), itself);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        pack(Files.readAllBytes(other));
        assertEquals(Reason.BAD_PACKAGE, refused().reason());
    }

    @Test
    void aCaseThatIsCutShortIsRefused() throws IOException {
        pack(java.util.Arrays.copyOf(itself, itself.length / 2));
        assertEquals(Reason.BAD_PACKAGE, refused().reason());
    }

    @Test
    void nothingIsLeftWhenItIsCancelled() throws IOException {
        pack(itself);
        int[] steps = {0};
        RunMonitor stopping = new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                steps[0]++;
            }

            @Override
            public boolean isCancelled() {
                return steps[0] > 1;
            }
        };
        assertThrows(CancellationException.class, () -> read(stopping));
    }

    @Test
    void aFileThatIsThereAlreadyStays() throws IOException {
        pack(itself);
        Path captures = Files.createDirectory(target.resolve("captures"));
        Path there = Files.writeString(target.resolve(capture(LOG, "pcap")), "mine");
        assertThrows(OutputRefusedException.class, () -> read(RunMonitor.NONE));
        assertEquals("mine", Files.readString(there));
        Files.delete(there);
        Files.delete(captures);
    }

    @Test
    void capturesDoNotGoThroughALink() throws IOException {
        pack(itself);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path link = Files.createSymbolicLink(target.resolve("captures"), outside);
        assertThrows(OutputRefusedException.class, () -> read(RunMonitor.NONE));
        Files.delete(link);
        try (Stream<Path> files = Files.list(outside)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aDamagedZipIsRefused() throws IOException {
        pack(itself);
        byte[] whole = Files.readAllBytes(zip);
        for (int at = 0; at < whole.length; at += whole.length / 60) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(zip, damaged);
            try {
                read(RunMonitor.NONE);
                Files.delete(target.resolve(CASE)); // the bytes do not matter
                Files.delete(target.resolve(capture(LOG, "pcap")));
                Files.delete(target.resolve("captures"));
            } catch (CaseException refused) {
                assertTrue(refused.reason() == Reason.BAD_PACKAGE || refused.reason() == Reason.PACKAGE_LIMIT,
                        refused.getMessage());
            }
        }
    }
}
