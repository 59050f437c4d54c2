package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.samples.SampleCaptures;

/// `sipsleuth case report`.
class CaseReportTest {

    private static final String AT = "2026-01-31T12:00:00Z";

    @TempDir private Path folder;
    private Path capture = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void makeCase() throws IOException {
        capture = SampleCaptures.copyTo(SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("incident.pcap"))
                .findFirst()
                .orElseThrow(), folder);
        file = folder.resolve("office.case");
        ran("case", "create", file.toString(), capture.toString(), "--name", "Office <17>");
        Author analyst = new Author("Ann", "test", Clock.systemUTC());
        try (CaseFile opened = CaseFile.open(file, analyst)) {
            opened.decide(Subject.sequence("OPTIONS 699"), Judgement.ATTACK_HIGH, "<b>probed</b>", Optional.empty());
        }
    }

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private Run report(Path of, Path to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("case", "report", of.toString(), "-o", to.toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private String html(String... more) throws IOException {
        Path to = folder.resolve("r%d.html".formatted(System.nanoTime()));
        Run run = report(file, to, more);
        assertEquals(0, run.code(), run.err());
        return Files.readString(to);
    }

    private static String sha256(Path of) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(of)));
    }

    private String lastHash() {
        return ran("case", "log", file.toString(), "--last-hash").out().strip();
    }

    @Test
    void theReportHasIncidentsVerdictsNameAndLastHash() throws Exception {
        String before = lastHash();
        String html = html();
        for (String expected : List.of("Toll fraud through account 1007", "Office &lt;17&gt;", "OPTIONS 699",
                "&lt;b&gt;probed&lt;/b&gt;", "sipsleuth case report CASE -o report.html",
                "The case contains none; the bundled models were used.", before, sha256(capture))) {
            assertTrue(html.contains(expected), expected);
        }
        assertEquals(before, lastHash());
        assertTrue(html("--case-number", "2026-9").contains("2026-9"));
    }

    private static List<String> incidents(String json) {
        return Pattern.compile("\"title\"\\s*:\\s*\"[^\"]*\"|\"id\"\\s*:\\s*\"i-[^\"]*\"")
                .matcher(json)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static void sample(String name, Path into) throws IOException {
        SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(each -> each.file().equals(name)).findFirst().orElseThrow(),
                into);
    }

    @Test
    void theReportOfSeveralCapturesHasTheIncidentsOfAllOfThem() throws IOException {
        Path captures = Files.createDirectory(folder.resolve("captures"));
        sample("incident.pcap", captures);
        sample("flood.pcap", captures);
        Path all = folder.resolve("all.case");
        String made = ran("case", "create", all.toString(), captures.toString()).out();
        assertTrue(made.contains("incident.pcap") && made.contains("flood.pcap"), made);
        List<String> analysed =
                incidents(ran("analyze", captures.toString(), "--recursive", "--incidents", "--format", "json").out());
        assertTrue(analysed.size() >= 4, analysed.toString());
        assertEquals(analysed, incidents(ran("case", "report", all.toString(), "--format", "json").out()));
        String text = ran("case", "report", all.toString(), "--format", "text").out();
        assertTrue(text.startsWith("Decisions\n- Examined: 2 files, "), text);
        assertTrue(text.contains("- Nothing has been decided yet."), text);
        assertTrue(text.contains("- Incidents without a decision: "), text);
    }

    @Test
    void decisionsLeadTheTextOfAReport() throws IOException {
        try (CaseFile opened = CaseFile.open(file, new Author("Bob", "test", Clock.systemUTC()))) {
            opened.decide(Subject.sequence("OPTIONS 699"), Judgement.SAFE, "", Optional.empty());
        }
        String text = ran("case", "report", file.toString(), "--format", "text").out();
        assertTrue(text.contains("- 1 decision, by Ann, Bob."), text);
        assertTrue(text.contains("Analysts disagree"), text);
        assertTrue(text.contains("About: OPTIONS 699"), text);
        assertTrue(text.contains("Why: Ann: <b>probed</b>"), text);
    }

    @Test
    void theNumberOfTheCaseStandsInPlaceOfItsName() throws Exception {
        try (CaseFile opened = CaseFile.open(file, new Author("Ann", "test", Clock.systemUTC()))) {
            opened.setNumber(" 2026-17 ");
        }
        ran("case", "verify", file.toString());
        assertTrue(html().contains("2026-17"));
        assertTrue(ran("case", "report", file.toString(), "--format", "json").out()
                .replace(" ", "")
                .contains("\"number\":\"2026-17\""));
        assertTrue(ran("case", "show", file.toString()).out().contains("Number      2026-17"));
        try (CaseFile opened = CaseFile.open(file, new Author("Ann", "test", Clock.systemUTC()))) {
            opened.setNumber("");
        }
        ran("case", "verify", file.toString());
        assertTrue(html().contains("Office &lt;17&gt;"));
    }

    @Test
    void attachedModelsTablesAndRatesAreUsedAndListed() throws Exception {
        Path rates = Files.writeString(folder.resolve("ours.csv"), "+44,9.99,premium\n");
        Path tables =
                Files.copy(Path.of("../analysis/methods/src/main/resources/org/sipsleuth/belief/table/paper.yaml"),
                        folder.resolve("ours.yaml"));
        Path model = folder.resolve("ours.model");
        ran("train", "belief", capture.toString(), "-o", model.toString(), "--set", "tables=paper", "--name",
                "our model");
        ran("case", "add", file.toString(), rates.toString(), "--kind", "rates");
        ran("case", "add", file.toString(), tables.toString(), "--kind", "table");
        ran("case", "add", file.toString(), model.toString(), "--kind", "model");
        String html = html();
        for (Path each : List.of(rates, tables, model)) {
            assertTrue(html.contains(each.getFileName().toString()), each.toString());
            assertTrue(html.contains(sha256(each)), each.toString());
        }
        String json = ran("case", "report", file.toString(), "--format", "json", "--quiet").out();
        assertTrue(json.contains("\"our model\""), json);
        assertTrue(json.contains("\"ours.yaml\""), json);
        assertFalse(json.contains("\"kind\" : \"ngram\""), "no bundled model");
        assertTrue(json.contains("\"last_hash\""), json);
        assertTrue(json.contains("\"<b>probed</b>\""), json);
    }

    @Test
    void aliasesStandBesideTheirAddresses() throws IOException {
        ran("case", "add", file.toString(), "--alias", "203.0.113.66=PBX <b>", "--filter",
                "failed=dialog.state == \"failed\"");
        String shown = ran("case", "show", file.toString()).out();
        assertTrue(shown.contains("203.0.113.66: PBX <b>"), shown);
        assertTrue(shown.contains("failed: dialog.state == \"failed\""), shown);
        assertTrue(html().contains("203.0.113.66 (PBX &lt;b&gt;)"));
        for (String wrong : List.of("no address=PBX", "203.0.113.66", "host.example=PBX")) {
            Run run = Run.of("case", "add", file.toString(), "--alias", wrong);
            assertEquals(2, run.code(), wrong);
        }
        assertEquals(2, Run.of("case", "add", file.toString(), "--filter", "x=sip.No ==").code());
        assertEquals(2, Run.of("case", "add", file.toString(), "--filter", "=sip").code());
        ran("case", "add", file.toString(), "--alias", "203.0.113.66=", "--filter", "failed=");
        String removed = ran("case", "show", file.toString()).out();
        assertFalse(removed.contains("203.0.113.66"), removed);
        assertFalse(removed.contains("failed:"), removed);
    }

    @Test
    void ratesOfTheCaseDecideWhatCallsCost() throws Exception {
        String without = ran("case", "report", file.toString(), "--format", "json").out();
        assertTrue(without.contains("6 calls, 5 answered, 1.5 min"), without);
        assertFalse(without.contains(", cost"), without);
        StringBuilder rows = new StringBuilder();
        for (int first = 1; first <= 9; first++) {
            rows.append(first).append(",0.50,premium\n");
        }
        Path rates = Files.writeString(folder.resolve("ours.csv"), rows);
        ran("case", "add", file.toString(), rates.toString(), "--kind", "rates");
        String with = ran("case", "report", file.toString(), "--format", "json").out();
        assertTrue(with.contains("6 calls, 5 answered, 1.5 min, cost 0.75"), with);
    }

    @Test
    void theSameCaseGivesTheSameBytesWhereverItsCapturesAre() throws IOException {
        for (String format : List.of("html", "pdf")) {
            Path one = folder.resolve("one." + format);
            assertEquals(0, report(file, one, "--generated-at", AT).code());
            Path zip = folder.resolve(format + ".zip");
            ran("case", "pack", file.toString(), "-o", zip.toString());
            Path elsewhere = Files.createDirectory(folder.resolve(format));
            ran("case", "unpack", elsewhere.toString(), zip.toString());
            Path moved = folder.resolve(format + "-hidden.pcap");
            Files.move(capture, moved);
            Path other = folder.resolve("other." + format);
            Run run = report(elsewhere.resolve("case.case"), other, "--generated-at", AT);
            assertEquals(0, run.code(), run.err());
            assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
            Files.move(moved, capture);
        }
    }

    @Test
    void withoutAllCapturesThereIsNoReport() throws IOException {
        Path moved = Files.createDirectory(folder.resolve("elsewhere")).resolve("x.pcap");
        Files.move(capture, moved);
        Path to = folder.resolve("report.html");
        Run missing = report(file, to);
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains(capture + ": not found, or changed"), missing.err());
        assertFalse(Files.exists(to));
        Run found = report(file, to, "--search", moved.getParent().toString());
        assertEquals(0, found.code(), found.err());
        assertTrue(Files.readString(to).contains("incident.pcap"));
        byte[] bytes = Files.readAllBytes(moved);
        bytes[bytes.length - 1] ^= 1;
        Files.write(moved, bytes);
        assertEquals(3, report(file, folder.resolve("no.html"), "--search", "elsewhere").code());
    }

    @Test
    void evidenceIsNeverReplaced() throws IOException {
        Path own = folder.resolve("own.pcapng");
        ran("export", capture.toString(), "-o", own.toString());
        byte[] before = Files.readAllBytes(own);
        Path other = folder.resolve("other.case");
        ran("case", "create", other.toString(), own.toString());
        Run run = report(other, own, "--format", "html", "--force");
        assertEquals(2, run.code(), run.err());
        Run pack = Run.of("case", "pack", other.toString(), "-o", own.toString(), "--force");
        assertEquals(2, pack.code(), pack.err());
        assertArrayEquals(before, Files.readAllBytes(own));
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        Path to = folder.resolve("out.html");
        assertEquals(2, report(file, to, "--language", "fr").code());
        assertEquals(2, report(file, folder.resolve("out.txt")).code());
        assertEquals(2, report(file, folder.resolve("out.json"), "--language", "de").code());
        assertEquals(2, Run.of("case", "show", file.toString(), "--language", "de").code());
        assertEquals(2, Run.of("case", "show", file.toString(), "--format", "pdf").code());
        Path broken = Files.writeString(folder.resolve("broken.model"), "no model");
        ran("case", "add", file.toString(), broken.toString(), "--kind", "model");
        Run unusable = report(file, to);
        assertEquals(3, unusable.code());
        assertTrue(unusable.err().contains("broken.model"), unusable.err());
        assertFalse(Files.exists(to));
    }
}
