package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.pipeline.FaultyMethods;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCaptures;

/// A rule or a method that fails has a row in every answer; the exit code is 6.
class FaultsTest {

    private static final Methods FAILING_RULE = FaultyMethods.withRule("MalformedMessages");
    private static final Methods FAILING_METHOD = FaultyMethods.withMethod("ngram");
    private static final String RULE = "rules/MalformedMessages failed;";
    private static final String LISTED = "a rule or method failed; the result lists what to report, under Failed";

    @TempDir Path directory;
    private String incident = "";
    private String harmless = "";

    @BeforeEach
    void copySamples() throws IOException {
        incident = sample("incident.pcap");
        harmless = sample("call.pcap");
    }

    private String sample(String name) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(each -> each.file().equals(name)).findFirst().orElseThrow(),
                directory).toString();
    }

    @Test
    void textHasTheFailedRow() {
        Run whole = Run.of(Methods.standard(), "analyze", incident);
        Run run = Run.of(FAILING_RULE, "analyze", incident);
        assertEquals(6, run.code());
        assertTrue(run.out().contains("\nFailed\n- malformed messages: " + RULE), run.out());
        assertEquals("sipsleuth: " + LISTED, run.err().strip());
        assertEquals(whole.out().lines().takeWhile(line -> !line.isEmpty()).toList(),
                run.out().lines().takeWhile(line -> !line.isEmpty()).toList());
        assertEquals(1, run.out().split(RULE, -1).length - 1, run.out());
    }

    @Test
    void whatFailedWasNotLookedFor() {
        String whole = Run.of(Methods.standard(), "analyze", harmless).out();
        assertTrue(whole.contains("content anomaly, malformed messages, host scan"), whole);
        Run run = Run.of(FAILING_RULE, "analyze", harmless);
        assertTrue(run.out().startsWith("No incident found, but not everything"), run.out());
        assertTrue(run.out().contains("content anomaly, host scan"), run.out());
    }

    @Test
    void jsonNamesWhatFailedAndIsTheSameBesides() {
        String whole = Run.of(Methods.standard(), "analyze", incident, "--format", "json").out();
        assertTrue(whole.contains("\"failed\":[]"), whole.substring(whole.length() - 200));
        String left = Run.of(FAILING_RULE, "analyze", incident, "--format", "json").out();
        int failed = left.indexOf("\"failed\":[");
        assertEquals(whole.substring(0, whole.indexOf("\"failed\":[")), left.substring(0, failed));
        String row = left.substring(failed);
        assertTrue(row.contains("\"name\":\"rules/MalformedMessages\""), row);
        assertTrue(row.contains("\"sentence\":\"" + RULE), row);
        assertEquals(1, ((List<?>) JsonText.object(left).get("failed")).size());
    }

    @Test
    void linesOfJsonEndWithWhatFailed() {
        Run run = Run.of(FAILING_METHOD, "analyze", incident, "--format", "jsonl");
        String last = run.out().lines().toList().getLast();
        assertTrue(last.startsWith("{\"type\":\"failed\",\"name\":\"ngram\",\"sentence\":\"ngram fail"), last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ecs", "stix", "json", "jsonl", "text"})
    void whatToReportIsOnStandardErrorWhereTheFormatHasNoPlaceForIt(String format) {
        Run run = Run.of(FAILING_METHOD, "analyze", incident, "--format", format);
        assertEquals(6, run.code());
        boolean isListed = run.out().contains("ngram failed; what");
        assertEquals(!List.of("csv", "ecs", "stix").contains(format), isListed);
        assertEquals(isListed, run.err().contains(LISTED), run.err());
        assertEquals(!isListed, run.err().contains("sipsleuth: ngram failed;"), run.err());
        assertFalse(run.out().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "not-decoded", "incidents", "glossary"})
    void aReportWithoutItsSectionLeavesItToStandardError(String section) throws IOException {
        Path file = directory.resolve("report.html");
        Run run = Run.of(FAILING_RULE, "analyze", incident, "-o", file.toString(), "--sections", section);
        boolean isListed = Files.readString(file).contains(RULE);
        assertEquals(isListed, run.err().contains(LISTED), run.err());
        assertEquals(!isListed, run.err().contains(RULE), run.err());
    }

    @Test
    void reportsHaveTheFailedRowInTheirLanguage() throws IOException {
        for (String language : new String[]{"en", "de"}) {
            Path file = directory.resolve(language + ".html");
            Run run = Run.of(FAILING_RULE, "analyze", incident, "-o", file.toString(), "--language", language);
            assertEquals(6, run.code(), run.err());
            String html = Files.readString(file);
            assertTrue(html.contains(language.equals("de") ? "rules/MalformedMessages ist fehlgeschlagen;" : RULE),
                    language);
            assertTrue(
                    html.contains(language.equals("de") ? "Fehlgeschlagen, nicht beurteilt:" : "Failed, not judged:"),
                    language);
        }
        Path pdf = directory.resolve("report.pdf");
        assertEquals(6, Run.of(FAILING_RULE, "analyze", incident, "-o", pdf.toString()).code());
        assertTrue(Files.size(pdf) > 0);
    }

    @Test
    void incidentsOfTheOthersCountForFailOn() {
        Run met = Run.of(FAILING_RULE, "analyze", incident, "--fail-on", "high");
        assertEquals(5, met.code());
        assertTrue(met.err().contains(LISTED), met.err());
        assertEquals(6, Run.of(FAILING_RULE, "analyze", harmless, "--fail-on", "high").code());
    }

    @Test
    void anInputThatCannotBeReadToItsEndGoesFirst() throws IOException {
        Path cut = directory.resolve("cut.pcap");
        byte[] bytes = Files.readAllBytes(Path.of(incident));
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 7));
        Run run = Run.of(FAILING_RULE, "analyze", cut.toString());
        assertEquals(3, run.code());
        assertTrue(run.err().contains(LISTED), run.err());
    }

    @Test
    void resultFilesAreKept() throws IOException {
        Path rows = directory.resolve("rows.csv");
        Run run = Run.of(FAILING_RULE, "dialogs", incident, "--filter", "incident.kind == \"toll_fraud\"", "-o",
                rows.toString());
        assertEquals(6, run.code(), run.err());
        assertTrue(run.err().contains(RULE), run.err());
        assertTrue(Files.readAllLines(rows).size() > 1);
    }

    @Test
    void aFilterWhoseMethodFailsIsAnswered() {
        Run run = Run.of(FaultyMethods.withMethod("flood"), "messages", incident, "--model", "shipped", "--filter",
                "finding.severity == \"high\"");
        assertEquals(6, run.code(), run.err());
        assertTrue(run.err().contains("flood failed;"), run.err());
    }

    @Test
    void replaysAreAnswered() {
        Run run = Run.of(FAILING_RULE, "replay", incident);
        assertEquals(6, run.code(), run.err());
        assertTrue(run.err().contains(RULE), run.err());
        assertEquals(Run.of(Methods.standard(), "replay", incident).out(), run.out());
    }

    @Test
    void liveCapturesAreAnswered() {
        FakeNetwork network = new FakeNetwork();
        network.request("203.0.113.66", "REGISTER", "one");
        network.request("203.0.113.66", "REGISTER", "two");
        Run run = Run.of(FAILING_RULE, network, directory.resolve("ring"), "live", "--count", "2", "--format", "jsonl");
        assertEquals(6, run.code(), run.err());
        assertTrue(run.err().contains(RULE), run.err());
        assertTrue(run.out().contains("\"call_id\":\"two\""), run.out());
    }

    @Test
    void reportsOfCasesAreAnswered() {
        String file = directory.resolve("office.case").toString();
        assertEquals(0, Run.of("case", "create", file).code());
        assertEquals(0, Run.of("case", "add", file, incident).code());
        Run run = Run.of(FAILING_RULE, "case", "report", file);
        assertEquals(6, run.code(), run.err());
        assertTrue(run.out().contains(RULE), run.out());
        assertEquals("sipsleuth: " + LISTED, run.err().strip());
    }

    @Test
    void aModelIsTrainedAndTheUserWarned() {
        String model = directory.resolve("own.model").toString();
        Run run = Run.of(FAILING_RULE, "train", "sequence", harmless, "-o", model);
        assertTrue(run.err().contains("Attacks may remain in the baseline: " + RULE), run.err());
    }

    @Test
    void helpNamesTheExitCode() {
        assertTrue(Run.of("--help").out().contains("6 answered, but a rule or method failed"));
    }
}
