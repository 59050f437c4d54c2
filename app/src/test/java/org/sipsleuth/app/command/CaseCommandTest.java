package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.store.Author;

class CaseCommandTest {

    @TempDir private Path folder;
    private String capture = "";
    private String file = "";

    @BeforeEach
    void makeCapture() throws IOException {
        capture = new TestCapture().call(1, "call").in(folder, "call.pcap");
        file = folder.resolve("a.case").toString();
    }

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private void create(String path) {
        ran("case", "create", path, capture, "--name", "Office", "--user", "alice");
    }

    private static void decide(String path, String who, Judgement judgement, String note) throws IOException {
        Author author = new Author(who, "test", Clock.systemUTC());
        try (CaseFile opened = CaseFile.open(Path.of(path), author)) {
            opened.decide(Subject.sequence("OPTIONS 200"), judgement, note, Optional.empty());
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aNewCaseShowsItsEvidence() throws Exception {
        create(file);
        String json = ran("case", "show", file, "--format", "json").out();
        assertTrue(json.contains("\"name\":\"Office\""), json);
        assertTrue(json.contains(sha256(Files.readAllBytes(Path.of(capture)))), json);
        assertTrue(json.contains("\"time_iso\":"), json);
        assertTrue(ran("case", "show", file).out().contains("call.pcap"));
        Run again = Run.of("case", "create", file);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("exists"), again.err());
    }

    @Test
    void verificationEndsWithThreeIfTheEvidenceChanged() throws IOException {
        create(file);
        String hash = ran("case", "log", file, "--last-hash").out().strip();
        assertTrue(ran("case", "verify", file, "--hash", hash).out().contains("intact"));
        Run unknown = Run.of("case", "verify", file, "--hash", "ab".repeat(32));
        assertEquals(3, unknown.code());
        byte[] bytes = Files.readAllBytes(Path.of(capture));
        bytes[bytes.length - 1] ^= 1;
        Files.write(Path.of(capture), bytes);
        Run changed = Run.of("case", "verify", file, "--format", "json");
        assertEquals(3, changed.code());
        assertTrue(changed.out().contains("\"kind\":\"evidence_changed\""), changed.out());
        assertTrue(changed.out().contains("\"intact\":false"), changed.out());
    }

    @Test
    void theLogIsListedAsDocumented() throws Exception {
        create(file);
        Run run = ran("case", "log", file, "--format", "csv");
        String header = run.out().substring(0, run.out().indexOf("\r\n"));
        String documented = Files.readString(Path.of("../docs/CLI.md"))
                .lines()
                .filter(line -> line.startsWith("| `case log` | "))
                .findFirst()
                .orElseThrow();
        assertEquals(documented.split("\\|", -1)[2].strip().replace(", ", ","), header);
        String last = run.records().getLast();
        assertTrue(last.contains("alice") && last.contains("evidence"), last);
        assertTrue(last.contains(ran("case", "log", file, "--last-hash").out().strip()), last);
    }

    @Test
    void aMergeShowsConflicts() throws IOException {
        create(file);
        String other = folder.resolve("b.case").toString();
        create(other);
        decide(file, "alice", Judgement.SAFE, "");
        decide(other, "bob", Judgement.ATTACK_HIGH, "evil \u001b[2J");
        Run run = ran("case", "merge", file, other, "--user", "alice");
        assertTrue(run.out().contains("Conflicting verdicts"), run.out());
        assertTrue(run.out().contains("bob"), run.out());
        assertFalse(run.out().contains("\u001b"), run.out());
        String json = ran("case", "merge", other, file, "--accept-analyst", "alice", "--format", "json").out();
        assertTrue(json.contains("\"judgement\":\"attack_high\""), json);
        assertEquals(0, Run.of("case", "verify", file).code());
    }

    @Test
    void rowsInTheNameOfAnAnalystAreListedAndNotTaken() throws IOException {
        create(file);
        String other = folder.resolve("b.case").toString();
        create(other);
        decide(file, "alice", Judgement.ATTACK_CRITICAL, "");
        decide(other, "alice", Judgement.SAFE, "harmless, sorry \u001b[2J");
        Run run = Run.of("case", "merge", file, other, "--user", "alice");
        assertEquals(3, run.code(), run.err());
        assertTrue(run.out().contains("Conflicts: 1 row not taken"), run.out());
        assertTrue(run.out().contains("verdict sequence OPTIONS 200: safe: harmless"), run.out());
        assertTrue(run.out().contains("--accept-analyst \"alice\""), run.out());
        assertFalse(run.out().contains("\u001b"), run.out());
        String json = Run.of("case", "merge", file, other, "--format", "json").out();
        assertTrue(json.contains("\"kind\":\"analyst_here\""), json);
        assertTrue(json.contains("\"acceptable\":true"), json);
        String shown = ran("case", "show", file).out();
        assertTrue(shown.contains("attack, critical: sequence OPTIONS 200"), shown);
        assertFalse(shown.contains("harmless"), shown);
        ran("case", "merge", file, other, "--accept-analyst", "alice");
        assertTrue(ran("case", "show", file).out().contains("harmless"));
        assertEquals(2, Run.of("case", "show", file, "--accept-analyst", "alice").code());
    }

    @Test
    void timesOfTheFutureAreMarked() throws IOException {
        create(file);
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        try (CaseFile opened = CaseFile.open(Path.of(file), new Author("alice", "test", ahead))) {
            Subject scan = Subject.sequence("OPTIONS 200");
            opened.decide(scan, Judgement.SAFE, "", Optional.empty());
        }
        String shown = ran("case", "show", file).out();
        assertTrue(shown.contains(", time in the future)"), shown);
        String json = ran("case", "show", file, "--format", "json").out();
        assertEquals(2, json.split("\"time_in_future\":true", -1).length, json);
    }

    @Test
    void aZipThatIsNoCaseLeavesNothing() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("case.case"));
            out.write("no case".getBytes(StandardCharsets.US_ASCII));
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Run run = Run.of("case", "unpack", elsewhere.toString(), zip.toString());
        assertEquals(3, run.code());
        assertTrue(run.err().contains("is not a SipSleuth case; nothing was unpacked"), run.err());
        try (Stream<Path> left = Files.list(elsewhere)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void incidentsHaveVerdictsOfTheirOwn() throws IOException {
        create(file);
        Author author = new Author("alice", "test", Clock.systemUTC());
        try (CaseFile opened = CaseFile.open(Path.of(file), author)) {
            Subject incident = Subject.incident("abc");
            opened.decide(incident, Judgement.ATTACK_LOW, "", Optional.empty());
        }
        decide(file, "alice", Judgement.ATTACK_LOW, "");
        String shown = ran("case", "show", file).out();
        assertTrue(shown.contains("Attack confirmed, low: incident abc"), shown);
        assertTrue(shown.contains("attack, low: sequence OPTIONS 200"), shown);
        String json = ran("case", "show", file, "--format", "json").out();
        assertEquals(2, json.split("\"judgement\":\"attack_low\"", -1).length - 1, json);
    }

    @Test
    void aPackedCaseIsUnpacked() throws IOException {
        create(file);
        String zip = folder.resolve("a.zip").toString();
        ran("case", "pack", file, "-o", zip);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.delete(Path.of(capture));
        ran("case", "unpack", elsewhere.toString(), zip);
        ran("case", "verify", elsewhere.resolve("case.case").toString());
        assertEquals(3, Run.of("case", "verify", file).code());
        assertEquals(0, Run.of("case", "verify", file, "--search", elsewhere + "/captures").code());
    }

    @Test
    void attachedFilesAreKept() throws IOException {
        create(file);
        Path rates = Files.writeString(folder.resolve("rates.csv"), "44,0.01\n");
        ran("case", "add", file, rates.toString(), "--kind", "rates");
        String json = ran("case", "show", file, "--format", "json").out();
        assertTrue(json.contains("\"kind\":\"rates\""), json);
    }

    @Test
    void whatCannotBeReadOrDoneIsReported() throws IOException {
        assertEquals(3, Run.of("case", "show", file).code());
        assertFalse(Files.exists(Path.of(file)));
        Run noCase = Run.of("case", "verify", capture);
        assertEquals(3, noCase.code());
        assertEquals("sipsleuth: " + capture + ": is not a SipSleuth case", noCase.err().strip());
        assertEquals(2, Run.of("case", "merge", file).code());
        assertEquals(2, Run.of("case", "add", file).code());
        assertEquals(2, Run.of("case").code());
        create(file);
        assertEquals(3, Run.of("case", "add", file, folder + "/no.pcap").code());
        try (CaseFile _ = CaseFile.open(Path.of(file), new Author("bob", "test", Clock.systemUTC()))) {
            Run inUse = Run.of("case", "add", file, capture);
            assertEquals(4, inUse.code(), inUse.err());
            assertTrue(inUse.err().contains("being changed"), inUse.err());
        }
    }

    @Test
    void theCaseIsNoOutput() throws IOException {
        create(file);
        byte[] before = Files.readAllBytes(Path.of(file));
        for (List<String> arguments : List.of(List.of("case", "show", file, "-o", file, "--force"),
                List.of("case", "create", file, capture, "-o", capture, "--force"))) {
            assertEquals(2, Run.of(arguments.toArray(String[]::new)).code());
        }
        assertEquals(new String(before, StandardCharsets.ISO_8859_1),
                Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRowThatTheCaseHasOtherwiseEndsAMergeWithThree() throws IOException {
        create(file);
        String other = folder.resolve("b.case").toString();
        create(other);
        ran("case", "add", file, "--alias", "192.0.2.1=PBX", "--user", "alice");
        ran("case", "add", other, "--alias", "192.0.2.1=SBC", "--user", "bob");
        Run run = Run.of("case", "merge", file, other, "--user", "alice");
        assertEquals(3, run.code());
        assertTrue(run.out().contains("alias 192.0.2.1: SBC"), run.out());
    }

    @Test
    void aMergeWithoutNewsSaysSo() throws IOException {
        create(file);
        String copy = folder.resolve("copy.case").toString();
        Files.copy(Path.of(file), Path.of(copy));
        String sentence = "nothing was added: the case has every row of the other one\n";
        assertEquals(sentence, ran("case", "merge", file, copy).out());
        Run itself = Run.of("case", "merge", file, folder + "/./a.case");
        assertEquals(2, itself.code());
        assertTrue(itself.err().contains("is the case itself"), itself.err());
        assertEquals(2, Run.of("case", "verify", file, copy).code());
    }

    @Test
    void whatIsNoFileIsNamed() throws Exception {
        create(file);
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (String name : List.of(pipe.toString(), link.toString(), "/dev/zero")) {
            for (String[] arguments : new String[][]{
                {"case", "merge", file, name},
                {"case", "show", name},
                {"case", "verify", name},
                {"case", "add", name, capture}}) {
                Run run = Run.of(arguments);
                assertEquals(3, run.code());
                assertTrue(run.err().contains(name + ": is a pipe or a device, not"), run.err());
            }
        }
        Run directory = Run.of("case", "merge", file, folder.toString());
        assertTrue(directory.err().contains(": is a directory, not a case"), directory.err());
        assertTrue(Run.of("case", "merge", file, "no").err().contains("no: no such file"));
    }

    @Test
    void anOptionOfAnotherActionIsNotIgnored() {
        create(file);
        for (String wrong : List.of("show --hash 12: --hash is for verify only",
                "show --search .: --search is for verify, report and pack only",
                "show --last-hash: --last-hash is for log only", "verify --name x: --name is for create only",
                "verify --limit 3: --limit is for log only", "merge --kind model: --kind is for create and add only",
                "report --from 2026-01-01: --from is for pack only",
                "log x.pcap: takes no file beside the case (got x.pcap)",
                "pack x.pcap: takes no file beside the case (got x.pcap)")) {
            String[] parts = wrong.split(": ", 2);
            String[] words = parts[0].split(" ");
            List<String> arguments = new ArrayList<>(List.of("case", words[0], file));
            arguments.addAll(List.of(words).subList(1, words.length));
            Run run = Run.of(arguments.toArray(String[]::new));
            assertEquals("sipsleuth: case " + words[0] + ": " + parts[1], run.err().strip());
            assertEquals(2, run.code());
            assertEquals("", run.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void anEmptyNameOfAnAnalystIsRefused(String name) {
        Run run = Run.of("case", "create", file, capture, "--user", name);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("name of the analyst is empty"), run.err());
        assertFalse(Files.exists(Path.of(file)));
    }

    @Test
    void aFolderThatIsMissingHasToBeMadeFirst() {
        create(file);
        String zip = folder.resolve("a.zip").toString();
        ran("case", "pack", file, "-o", zip);
        Run run = Run.of("case", "unpack", folder + "/missing", zip);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("no such folder; make it first"), run.err());
        assertTrue(Run.of("case", "unpack", zip, zip).err().contains("is not a folder"));
    }
}
