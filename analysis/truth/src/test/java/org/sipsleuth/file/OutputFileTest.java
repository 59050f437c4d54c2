package org.sipsleuth.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputFileTest {

    private static final byte[] PCAP = HexFormat.of().parseHex("d4c3b2a1020004000000000000000000ffff000001000000");

    @TempDir private Path folder;

    private Path file(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
        return file;
    }

    private Path text(String name) throws IOException {
        return file(name, "before".getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing of the file is changed, whether or not the user agreed to replace files.
    private void assertStays(Path target, List<Path> inputs) throws IOException {
        byte[] before = Files.readAllBytes(target);
        FileTime time = Files.getLastModifiedTime(target);
        for (boolean replaces : new boolean[]{false, true}) {
            OutputRules rules = new OutputRules(inputs, replaces);
            OutputRefusedException refused =
                    assertThrows(OutputRefusedException.class, () -> OutputFile.at(target, rules));
            assertTrue(String.valueOf(refused.getMessage()).startsWith(target.toString()));
        }
        assertArrayEquals(before, Files.readAllBytes(target));
        assertEquals(time, Files.getLastModifiedTime(target));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void newFileIsCompleteAndReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("report.json");
        OutputFile.at(file, OutputRules.NEW_FILES).write("{}");
        assertEquals("{}", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("report.json"), names());
    }

    @Test
    void anExistingFileIsReplacedOnlyIfTheUserAgreedAndKeepsItsPermissions() throws IOException {
        Path file = text("report.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThrows(OutputRefusedException.class, () -> OutputFile.at(file, OutputRules.NEW_FILES));
        assertEquals("before", Files.readString(file));
        OutputFile.at(file, OutputRules.CONFIRMED).write("after");
        assertEquals("after", Files.readString(file));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /// Ends a program while four threads begin outputs. One of them may be stopped between making
    /// its file and removing it.
    @Test
    void aProgramThatEndsRemovesWhatItBegins() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), EndlessOutputs.class.getName(),
                folder.toString()).redirectErrorStream(true).start();
        String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor(), out);
        assertTrue(names().size() <= 1, names() + " " + out);
    }

    @Test
    void anOutputThatIsGoneLeavesNoEmptyFile() throws IOException {
        OutputFile file = OutputFile.at(folder.resolve("report.json"), OutputRules.NEW_FILES);
        Files.delete(file.written());
        assertThrows(OutputFailedException.class, file::commit);
        file.close();
        assertEquals(List.of(), names());
    }

    @Test
    void theLockOfACaseIsNoOutput() throws IOException {
        Path lock = text(".x.case.sipsleuth-lock");
        for (Path target : List.of(lock, Files.createSymbolicLink(folder.resolve("to"), lock))) {
            assertThrows(OutputRefusedException.class, () -> OutputFile.at(target, OutputRules.CONFIRMED));
        }
        assertEquals("before", Files.readString(lock));
    }

    @Test
    void inputsStayByWhateverNameOrLink() throws IOException {
        Path input = text("hosts");
        Path hard = Files.createLink(folder.resolve("hard"), input);
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic"), input);
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), symbolic);
        for (Path target : List.of(input, hard, symbolic, chain, folder.resolve("./hosts"))) {
            assertStays(target, List.of(input));
        }
        assertStays(input, List.of(symbolic));
        assertTrue(Files.isSymbolicLink(symbolic));
    }

    @Test
    void anInputThatIsYetToComeStaysFree() {
        Path input = folder.resolve("keys");
        assertThrows(OutputRefusedException.class,
                () -> OutputFile.at(folder.resolve("./keys"), OutputRules.CONFIRMED.with(List.of(input))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "d4c3b2a1",
        "a1b2c3d4",
        "4d3cb2a1",
        "a1b23c4d",
        "a1b2cd34",
        "1c0001ab",
        "1c0001ac",
        "736e6f6f70000000",
        "474d4255",
        "52545353",
        "5452534e4946462064617461202020201a",
        "7f766572"})
    void capturesOfOthersStayWhateverTheirFormat(String magic) throws IOException {
        byte[] head = HexFormat.of().parseHex(magic + "00".repeat(40));
        assertStays(file("evidence", head), List.of());
    }

    private static final String LOG = """
            [Nov 20 10:00:00] VERBOSE: <--- Received SIP request from UDP:192.0.2.1:5060 --->
            OPTIONS sip:192.0.2.2 SIP/2.0
            Call-ID: 1@192.0.2.1
            """;

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /// A header without data (POSIX.1-1988).
    private static byte[] tar() {
        ByteBuffer block = ByteBuffer.allocate(512);
        block.put(0, "sip_1.pcap".getBytes(StandardCharsets.US_ASCII));
        block.put(124, "00000000000".getBytes(StandardCharsets.US_ASCII));
        block.put(148, " ".repeat(8).getBytes(StandardCharsets.US_ASCII));
        block.put(257, "ustar".getBytes(StandardCharsets.US_ASCII));
        int sum = new String(block.array(), StandardCharsets.ISO_8859_1).chars().sum();
        return block.put(148, "%06o".formatted(sum).getBytes(StandardCharsets.US_ASCII)).array();
    }

    @Test
    void textLogsAndArchivesStay() throws IOException {
        byte[] log = ("started\n".repeat(20_000) + LOG).getBytes(StandardCharsets.UTF_8);
        assertStays(file("one", log), List.of());
        assertStays(file("two", gzip(log)), List.of());
        assertStays(file("three", LOG.getBytes(StandardCharsets.UTF_16)), List.of());
        assertStays(file("four", tar()), List.of());
        assertStays(file("five", Zstd.compress(tar())), List.of());
    }

    /// What is evidence or the work of people, as its readers recognise it.
    private byte[] content(EvidenceKind kind) throws IOException {
        return switch (kind) {
            case CASE, PSEUDONYMS -> (kind.mark() + "x".repeat(100)).getBytes(StandardCharsets.US_ASCII);
            case KEY_LOG -> ("# of a browser\nCLIENT_RANDOM " + "0a".repeat(32) + " " + "0b".repeat(48) + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
            case PACKED_BY_OTHERS -> "BZh91AY&SY".getBytes(StandardCharsets.US_ASCII);
            case PACKED_CASE -> {
                ByteArrayOutputStream zip = new ByteArrayOutputStream();
                try (ZipOutputStream out = new ZipOutputStream(zip)) {
                    out.putNextEntry(new ZipEntry("captures/0"));
                    out.putNextEntry(new ZipEntry(kind.mark()));
                }
                yield zip.toByteArray();
            }
            case SIGNATURES, LAB, LAB_ANSWERS, LAB_KEY, LAB_CLASS, LAB_MARKS ->
                    "{\n \"answers\": {\"format\": \"a\"},\n \"format\": \"%s\"}\n".formatted(kind.mark())
                            .getBytes(StandardCharsets.US_ASCII);
        };
    }

    @ParameterizedTest
    @EnumSource
    void evidenceIsReplacedByItsOwnKindOnly(EvidenceKind kind) throws IOException {
        Path file = file("report.json", content(kind));
        assertStays(file, List.of());
        EvidenceKind other = kind == EvidenceKind.LAB ? EvidenceKind.CASE : EvidenceKind.LAB;
        assertThrows(OutputRefusedException.class, () -> OutputFile.at(file, OutputRules.CONFIRMED.making(other)));
        OutputFile.at(file, OutputRules.CONFIRMED.making(kind)).write("after");
        assertEquals("after", Files.readString(file));
    }

    @Test
    void whatOnlyLooksLikeEvidenceIsReplaced() throws IOException {
        for (String content : List.of("{\"a\": {\"format\": \"sipsleuth-lab\"}}", "[{\"format\": \"sipsleuth-lab\"}]",
                "PK and no zip", "sipsleuth-lab", "INVITE sip:a@192.0.2.1 SIP/2.0 was the first message\n")) {
            Path file = file("report.json", content.getBytes(StandardCharsets.US_ASCII));
            OutputFile.at(file, OutputRules.CONFIRMED).write("after");
            assertEquals("after", Files.readString(file));
        }
    }

    @Test
    void compressedCapturesStay() throws IOException {
        assertStays(file("one", gzip(PCAP)), List.of());
        assertStays(file("two", Zstd.compress(PCAP)), List.of());
    }

    @Test
    void erfStaysAndTextDoesNot() throws IOException {
        ByteArrayOutputStream erf = new ByteArrayOutputStream();
        for (int record = 0; record < 3; record++) {
            ByteBuffer bytes = ByteBuffer.allocate(16 + 64);
            bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(1_700_000_000 + record);
            bytes.order(ByteOrder.BIG_ENDIAN).put((byte) 2).put((byte) 4);
            bytes.putShort((short) 80).putShort((short) 0).putShort((short) 62);
            erf.write(bytes.array());
        }
        assertStays(file("evidence", erf.toByteArray()), List.of());
        Path list = file("list", "1700000 000 0 00000 ".repeat(9_000).getBytes(StandardCharsets.UTF_8));
        OutputFile.at(list, OutputRules.CONFIRMED).write("after");
        assertEquals("after", Files.readString(list));
    }

    @Test
    void aDamagedCaptureStaysByItsName() throws IOException {
        assertStays(text("evidence.pcap"), List.of());
        assertStays(text("evidence.pcapng.gz"), List.of());
        assertStays(text("EVIDENCE.CAP"), List.of());
        Path empty = file("empty.pcap", new byte[0]);
        OutputFile.at(empty, OutputRules.CONFIRMED).write("after");
        assertEquals("after", Files.readString(empty));
    }

    @Test
    void pcapngOfOthersStaysAndOurOwnIsReplaced() throws IOException {
        assertStays(file("evidence", section("Dumpcap (Wireshark) 4.0")), List.of());
        assertStays(file("evidence", section("")), List.of());
        Path ours = file("ours", section("SipSleuth 2.0"));
        assertThrows(OutputRefusedException.class, () -> OutputFile.at(ours, OutputRules.NEW_FILES));
        OutputFile.at(ours, OutputRules.CONFIRMED).write("after");
        assertEquals("after", Files.readString(ours));
    }

    private static byte[] section(String program) {
        byte[] name = program.getBytes(StandardCharsets.UTF_8);
        int padded = name.length + 3 & ~3;
        int length = 28 + 4 + 4 + 4 + padded + 4;
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(0x0a0d0d0a).putInt(length).putInt(0x1a2b3c4d);
        block.putShort((short) 1).putShort((short) 0).putLong(-1);
        block.putShort((short) 1).putShort((short) 1).put((byte) 'x').position(32);
        block.putShort((short) (name.length == 0 ? 9 : 4)).putShort((short) name.length).put(name);
        return block.array();
    }

    @Test
    void pcapIsOursIfTheFileBesideItNamesItsHash() throws Exception {
        Path capture = file("a.pcap", PCAP);
        assertStays(capture, List.of());
        file("a.truth.json", companion("truth-1", "00"));
        assertStays(capture, List.of());
        file("a.truth.json", companion("truth-1", sha256()));
        OutputFile.at(capture, OutputRules.CONFIRMED).write("after");
        assertEquals("after", Files.readString(capture));
        Path exported = file("b.pcap", PCAP);
        file("b.provenance.json", companion("provenance-1", sha256()));
        OutputFile.at(exported, OutputRules.CONFIRMED).write("after");
        assertEquals("after", Files.readString(exported));
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(PCAP));
    }

    private static byte[] companion(String schema, String sha256) {
        return """
        {"schema":"sipsleuth-%s","settings":{"sha256":"no"},
         "capture":{"bytes":24,"sha256":"%s"},"attacks":[]}
        """.formatted(schema, sha256).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void groundTruthIsReplacedOnlyTogetherWithItsCapture() throws IOException {
        Path truth = file("a.truth.json", companion("truth-1", "ab"));
        assertStays(truth, List.of());
        Path capture = folder.resolve("a.pcap");
        OutputFile.companion(capture, CaptureCompanion.TRUTH, OutputRules.CONFIRMED).write("new");
        assertEquals("new", Files.readString(truth));
        file("a.truth.json", companion("truth-1", "ab"));
        file("a.pcapng", section("SipSleuth"));
        assertThrows(OutputRefusedException.class,
                () -> OutputFile.companion(capture, CaptureCompanion.TRUTH, OutputRules.CONFIRMED));
    }

    @Test
    void twoCapturesInAFolderHaveACompanionEach() throws Exception {
        List<String> names = List.of("a.pcap", "a.cap", "a.dmp", "a.PCAP", "a.pcap.gz", "a.pcapng");
        for (String ending : List.of(CaptureCompanion.TRUTH, CaptureCompanion.PROVENANCE)) {
            assertEquals(names.size(),
                    names.stream()
                            .map(name -> CaptureCompanion.beside(folder.resolve(name), ending))
                            .distinct()
                            .count());
        }
        for (String name : List.of("a.pcap", "a.cap")) {
            Path capture = folder.resolve(name);
            OutputFile its = OutputFile.at(capture, OutputRules.NEW_FILES);
            OutputFile provenance = OutputFile.companion(capture, CaptureCompanion.PROVENANCE, OutputRules.NEW_FILES);
            its.stream().write(PCAP);
            provenance.stream().write(companion("provenance-1", sha256()));
            OutputFile.commit(List.of(its, provenance));
        }
        for (String name : List.of("a.pcap", "a.cap")) { // both are protected, and ours
            Path capture = folder.resolve(name);
            OutputFile.at(capture, OutputRules.CONFIRMED);
            OutputFile.companion(capture, CaptureCompanion.PROVENANCE, OutputRules.CONFIRMED);
            assertStays(CaptureCompanion.beside(capture, CaptureCompanion.PROVENANCE), List.of());
        }
        Files.write(folder.resolve("a.cap"), new byte[]{1}, StandardOpenOption.APPEND);
        assertThrows(OutputRefusedException.class, () -> OutputFile.at(folder.resolve("a.cap"), OutputRules.CONFIRMED));
        OutputFile.at(folder.resolve("a.pcap"), OutputRules.CONFIRMED);
    }

    @Test
    void aCaptureWithoutAnEndingKeepsItsGroundTruth() throws Exception {
        file("a", PCAP);
        file("a.truth.json", companion("truth-1", sha256()));
        assertThrows(OutputRefusedException.class,
                () -> OutputFile.companion(folder.resolve("a.pcap"), CaptureCompanion.TRUTH, OutputRules.CONFIRMED));
    }

    /// A capture of somebody else whose name differs in its ending has no part in it.
    @Test
    void aCompanionThatNamesItsCaptureIsReplacedWithItBesideAnother() throws Exception {
        Path capture = file("a.pcap", PCAP);
        Path other = file("a.pcapng", section("dumpcap"));
        file("a.provenance.json", """
                {"schema":"sipsleuth-provenance-1",
                 "capture":{"file":"a.pcap","sha256":"%s"}}
                """.formatted(sha256()).getBytes(StandardCharsets.UTF_8));
        OutputFile.companion(capture, CaptureCompanion.PROVENANCE, OutputRules.CONFIRMED);
        Files.write(other, PCAP); // now the hash is that of both
        assertThrows(OutputRefusedException.class,
                () -> OutputFile.companion(capture, CaptureCompanion.PROVENANCE, OutputRules.CONFIRMED));
    }

    @Test
    void directoriesPipesAndDanglingLinksAreRefused() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
        for (Path target : List.of(folder, pipe, dangling, Path.of("/dev/null"))) {
            assertThrows(OutputRefusedException.class, () -> OutputFile.at(target, OutputRules.CONFIRMED));
        }
        assertThrows(OutputFailedException.class,
                () -> OutputFile.at(folder.resolve("no/such/file"), OutputRules.CONFIRMED));
        assertFalse(Files.exists(folder.resolve("nothing"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aLinkStaysAndTheFileBehindItIsReplaced() throws IOException {
        Path file = text("report.json");
        Path link = Files.createSymbolicLink(folder.resolve("latest"), file);
        OutputFile.at(link, OutputRules.CONFIRMED).write("after");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("after", Files.readString(file));
    }

    @Test
    void whatAppearsMeanwhileIsNotReplaced() throws IOException {
        Path file = folder.resolve("report.json");
        OutputFile output = OutputFile.at(file, OutputRules.NEW_FILES);
        assertThrows(OutputRefusedException.class, () -> output.write(out -> {
            out.write('x');
            Files.writeString(file, "of another program");
        }));
        assertEquals("of another program", Files.readString(file));
        OutputFile confirmed = OutputFile.at(file, OutputRules.CONFIRMED);
        assertThrows(OutputRefusedException.class, () -> confirmed.write(out -> {
            out.write('x');
            Files.write(file, PCAP);
        }));
        assertArrayEquals(PCAP, Files.readAllBytes(file));
        assertEquals(List.of("report.json"), names());
    }

    @Test
    void contentThatFailsLeavesWhatWasThere() throws IOException {
        Path file = text("report.json");
        OutputFile output = OutputFile.at(file, OutputRules.CONFIRMED);
        assertThrows(InterruptedIOException.class, () -> output.write(out -> {
            out.write(new byte[1 << 20]);
            throw new InterruptedIOException();
        }));
        assertEquals("before", Files.readString(file));
        assertEquals(List.of("report.json"), names());
    }

    @Test
    void filesThatBelongTogetherAreWrittenBothOrNeither() throws IOException {
        OutputFile one = OutputFile.at(folder.resolve("one"), OutputRules.NEW_FILES);
        OutputFile other = OutputFile.at(folder.resolve("other"), OutputRules.NEW_FILES);
        try (one; other) {
            one.stream().write('1');
            other.stream().write('2');
            text("other");
            assertThrows(OutputRefusedException.class, () -> OutputFile.commit(List.of(one, other)));
        }
        assertEquals(List.of("other"), names());
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatOneStillWritesIsNot() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        long dead = gone.pid();
        Path stale = text(".sipsleuth-%d-0123456789abcdef.part".formatted(dead));
        Path foreign = text(".sipsleuth-mine.part");
        Path link = folder.resolve(".sipsleuth-%d-fedcba9876543210.part".formatted(dead));
        Path evidence = text("evidence");
        Files.createSymbolicLink(link, evidence);
        Path locked = text(".sipsleuth-%d-00112233445566aa.part".formatted(dead));
        try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            OutputFile.at(folder.resolve("report"), OutputRules.NEW_FILES).write("");
        }
        assertFalse(Files.exists(stale));
        assertTrue(Files.exists(foreign));
        assertTrue(Files.exists(locked));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("before", Files.readString(evidence));
    }
}
