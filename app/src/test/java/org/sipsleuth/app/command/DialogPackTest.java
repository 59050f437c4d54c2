package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.LogEntry;

/// `sipsleuth case pack` of some dialogs.
class DialogPackTest {

    private static final String FIRST = "first-call@secret.example";
    private static final String SECOND = "second-call@secret.example";
    private static final String FIRST_SEQUENCE = "OPTIONS OPTIONS";
    private static final String SECOND_SEQUENCE = "REGISTER REGISTER";
    private static final String HOST = "198.51.100.77";

    @TempDir private Path folder;
    private String capture = "";
    private String sha256 = "";
    private Path file = Path.of("");

    /// Frames 1 and 3 are of the first dialog, 2 and 4 of the second.
    @BeforeEach
    void makeCase() throws Exception {
        TestCapture two = new TestCapture();
        long second = 1_000_000_000L;
        for (int cseq = 1; cseq <= 2; cseq++) {
            two.sip(second, TestCapture.CALLER, HOST, request("OPTIONS", FIRST, cseq));
            two.sip(second, TestCapture.CALLER, HOST, request("REGISTER", SECOND, cseq));
        }
        capture = two.in(folder, "call.pcap");
        sha256 = sha256(Files.readAllBytes(Path.of(capture)));
        file = folder.resolve("office.case");
        ran("case", "create", file.toString(), capture, "--name", "Alice and Bob");
        Path rates = Files.writeString(folder.resolve("rates.csv"), "44,0.01\n");
        ran("case", "add", file.toString(), rates.toString(), "--kind", "rates");
        try (CaseFile opened = CaseFile.open(file, author())) {
            decide(opened, Subject.sequence(FIRST_SEQUENCE), "alice probes", 1, FIRST);
            decide(opened, Subject.dialog(SECOND), "bob registers", 4, SECOND);
            decide(opened, Subject.sequence(SECOND_SEQUENCE), "known", 2, SECOND);
            opened.annotate(
                    Map.of(FIRST, DialogNote.NONE.withComment("ask alice").withTags(new TreeSet<>(List.of("urgent"))),
                            SECOND, DialogNote.NONE.withComment("ask bob")));
            opened.bookmark(sha256, 3, "third frame");
            opened.bookmark(sha256, 4, "fourth frame");
            opened.alias(HOST, "PBX of Bob");
            opened.alias("203.0.113.200", "not in the capture");
        }
    }

    private static String request(String method, String callId, int cseq) {
        return TestCapture.request(method, callId, cseq, "Subject: Meeting with Mallory\r\n");
    }

    private static Author author() {
        return new Author("Ann", "test", Clock.systemUTC());
    }

    private void decide(CaseFile opened, Subject subject, String note, long frame, String callId) throws IOException {
        opened.decide(subject, Judgement.ATTACK_HIGH, note, Optional.of(new Place(sha256, frame, callId)));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private Run pack(Path zip, String... options) {
        List<String> arguments = new ArrayList<>(List.of("case", "pack", file.toString(), "-o", zip.toString()));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path unpacked(String... options) throws IOException {
        Path zip = folder.resolve("some.zip");
        Run run = pack(zip, options);
        assertEquals(0, run.code(), run.err());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        ran("case", "unpack", elsewhere.toString(), zip.toString());
        Path unpacked = elsewhere.resolve("case.case");
        assertTrue(ran("case", "verify", unpacked.toString()).out().contains("intact"));
        return unpacked;
    }

    private static Path onlyCapture(Path unpacked) throws IOException {
        try (var files = Files.list(unpacked.resolveSibling("captures"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst();
        }
    }

    @Test
    void aPackOfOneDialogHasItsFramesAndWhatWasDecidedOfIt() throws Exception {
        String hash = ran("case", "log", file.toString(), "--last-hash").out().strip();
        Path unpacked = unpacked("--call-id", SECOND);
        Path its = onlyCapture(unpacked);
        List<String> rows = ran("messages", its.toString(), "--format", "csv").records();
        assertEquals(2, rows.size(), rows.toString());
        assertTrue(rows.stream().allMatch(row -> row.contains(SECOND)), rows.toString());
        assertTrue(ran("info", its.toString(), "--format", "json").out().contains("\"packets\":2"));
        String packed = sha256(Files.readAllBytes(its));
        try (CaseFile opened = CaseFile.openReadOnly(unpacked, author())) {
            List<Verdict> verdicts = opened.verdicts().standing();
            assertEquals(List.of(Subject.dialog(SECOND), Subject.sequence(SECOND_SEQUENCE)),
                    verdicts.stream().map(Verdict::subject).toList());
            assertEquals(List.of(Optional.of(new Place(packed, 2, SECOND)), Optional.of(new Place(packed, 1, SECOND))),
                    verdicts.stream().map(Verdict::place).toList());
            assertEquals("bob registers", verdicts.getFirst().note());
            assertEquals("Ann", verdicts.getFirst().who());
            assertEquals(List.of("ask bob"),
                    opened.notes().get("Ann").byCallId().values().stream().map(DialogNote::comment).toList());
            assertEquals(1, opened.bookmarks().size());
            assertEquals(2, opened.bookmarks().getFirst().frame());
            assertEquals(Map.of(HOST, "PBX of Bob"), opened.aliases());
            assertEquals("rates.csv", opened.attachments().getFirst().name());
            List<LogEntry> log = new ArrayList<>();
            opened.store().readLog(log::add);
            assertEquals("excerpted", log.get(1).target());
            assertTrue(log.get(1).content().contains(hash), log.get(1).content());
            assertTrue(log.get(1).content().contains(sha256), log.get(1).content());
        }
        assertFalse(new String(Files.readAllBytes(unpacked), StandardCharsets.ISO_8859_1).contains("first-call"));
    }

    /// Of 3 verdicts, 2 comments, 1 tag, 2 bookmarks and 2 aliases, 5 are of the second dialog.
    @Test
    void onlyRowsThatDoNotComeAlongAreReportedAsLeftOut() {
        Run run = pack(folder.resolve("some.zip"), "--call-id", SECOND);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("left out: 5 rows about other dialogs"), run.err());
    }

    @Test
    void theFilterChoosesWholeDialogs() throws IOException {
        Path unpacked = unpacked("--filter", "sip.CSeq.seq == 2 && sip.Method == \"OPTIONS\"");
        List<String> rows = ran("messages", onlyCapture(unpacked).toString(), "--format", "csv").records();
        assertEquals(2, rows.size(), rows.toString());
        assertTrue(rows.stream().allMatch(row -> row.contains(FIRST)), rows.toString());
    }

    @Test
    void anAnonymisedPackHasNothingOfTheOriginal() throws IOException {
        Path key = Files.writeString(folder.resolve("our.key"),
                "sipsleuth anonymization key 2\n" + "5a".repeat(32) + "\n");
        Path zip = folder.resolve("anonymous.zip");
        Run run = pack(zip, "--anonymize", "--key", key.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("verdicts on sequences only"), run.err());
        int files = 0;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files++;
                assertHasNothing(entry.getName(), bytes(in));
            }
        }
        assertEquals(2, files);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        ran("case", "unpack", elsewhere.toString(), zip.toString());
        Path unpacked = elsewhere.resolve("case.case");
        ran("case", "verify", unpacked.toString());
        try (CaseFile opened = CaseFile.openReadOnly(unpacked, author())) {
            assertEquals(List.of(Subject.sequence(FIRST_SEQUENCE), Subject.sequence(SECOND_SEQUENCE)),
                    opened.verdicts().standing().stream().map(Verdict::subject).toList());
            assertTrue(opened.notes().isEmpty());
            assertLeadsBackForItsOwner(opened);
        }
    }

    /// What [docs/CASE.md](docs/CASE.md) says stays: with the original its owner finds what the
    /// copy was made of.
    private void assertLeadsBackForItsOwner(CaseFile copy) throws IOException {
        List<LogEntry> log = new ArrayList<>();
        copy.store().readLog(log::add);
        String origin = log.get(1).content();
        try (CaseFile original = CaseFile.openReadOnly(file, author())) {
            List<Verdict> ofSequences = original.verdicts()
                    .standing()
                    .stream()
                    .filter(each -> each.subject().kind() == Subject.Kind.SEQUENCE)
                    .toList();
            assertEquals(
                    ofSequences.stream().map(verdict -> List.of(verdict.id(), verdict.at(), verdict.who())).toList(),
                    copy.verdicts()
                            .standing()
                            .stream()
                            .map(verdict -> List.of(verdict.id(), verdict.at(), verdict.who()))
                            .toList());
            for (Verdict each : copy.verdicts().all()) {
                assertEquals("", each.note());
                assertEquals(Optional.empty(), each.place());
            }
            for (String kept : List.of(original.properties().getOrDefault("id", "?"), original.lastHash(), sha256)) {
                assertTrue(origin.contains(kept), origin);
            }
        }
        assertTrue(copy.aliases().isEmpty());
        assertTrue(copy.bookmarks().isEmpty());
        assertTrue(copy.filters().isEmpty());
        assertTrue(copy.attachments().isEmpty());
        assertEquals("Anonymised dialogs", copy.properties().get("name"));
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return out.toByteArray();
    }

    private static void assertHasNothing(String name, byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (String original : List.of("first-call", "second-call", "secret.example", "alice", "bob", "mallory", HOST,
                TestCapture.CALLER, "pbx", "office", "call.pcap",
                new String(new byte[]{(byte) 198, 51, 100, 77}, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT))) {
            assertFalse(all.contains(original), name + " has " + original);
        }
    }

    /// The new log is without a fault, so it must not hide one of the old.
    @Test
    void aCaseThatIsNotAsItsLogSaysIsNeitherPackedNorReported() throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replaceFirst("PBX of Bob", "PBX of Bog"), StandardCharsets.ISO_8859_1);
        Path zip = folder.resolve("no.zip");
        Run packed = pack(zip, "--call-id", FIRST);
        assertEquals(3, packed.code());
        assertTrue(packed.err().contains("does not match its log"), packed.err());
        assertFalse(Files.exists(zip));
        Path report = folder.resolve("no.html");
        Run reported = Run.of("case", "report", file.toString(), "-o", report.toString());
        assertEquals(3, reported.code());
        assertFalse(Files.exists(report));
    }

    @Test
    void theSameKeyGivesTheSamePseudonyms() throws IOException {
        String key = folder.resolve("our.key").toString();
        Path copy = folder.resolve("copy.pcap");
        ran("export", capture, "-o", copy.toString(), "--anonymize", "--key", key);
        Path unpacked = unpacked("--anonymize", "--key", key);
        assertEquals(-1, Files.mismatch(copy, onlyCapture(unpacked)));
    }

    @Test
    void whatCannotBePackedIsRefused() throws IOException {
        Path zip = folder.resolve("no.zip");
        assertEquals(2, pack(zip, "--call-id", "nobody").code());
        assertEquals(2, pack(zip, "--filter", "sip.Method == \"PUBLISH\"").code());
        assertEquals(2, pack(zip, "--filter", "sip.Method ==").code());
        assertEquals(2, pack(zip, "--key", folder.resolve("k").toString()).code());
        assertEquals(2, Run.of("case", "show", file.toString(), "--anonymize").code());
        Path key = Files.writeString(folder.resolve("other.key"), "no key");
        assertEquals(2, pack(zip, "--anonymize", "--key", key.toString()).code());
        assertEquals("no key", Files.readString(key));
        Files.delete(Path.of(capture));
        Run missing = pack(zip, "--call-id", FIRST);
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains(capture + ": not found"), missing.err());
        assertFalse(Files.exists(zip));
    }
}
