package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.samples.SampleCaptures;

/// How `analyze` writes incidents, in every format.
class IncidentOutputTest {

    private static final Methods METHODS = Methods.standard().with(new ObservedMethod());

    @TempDir Path directory;
    private String capture = "";

    @BeforeEach
    void copySample() throws IOException {
        capture = sample("incident.pcap");
    }

    private String sample(String name) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(name)).findFirst().orElseThrow(),
                directory).toString();
    }

    private Run analyze(String... arguments) {
        Run run = Run.of(METHODS,
                Stream.concat(Stream.of("analyze", capture), Arrays.stream(arguments)).toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return run;
    }

    @Test
    void textBeginsWithTheAnswer() {
        String text = analyze().out();
        List<String> lines = text.lines().toList();
        assertTrue(lines.getFirst().matches("\\d+ incidents?: 1 critical.*"), text);
        assertTrue(text.contains("1  CRITICAL  Toll fraud through account 1007\n"), text);
        assertTrue(text.contains("   Outcome:     succeeded; confidence "), text);
        assertTrue(text.contains("   Victims:     192.0.2.1"), text);
        assertTrue(text.contains("   Accounts:    1007"), text);
        assertTrue(text.contains(" UTC ("), text);
        assertTrue(text.contains("   Key messages in " + capture + "\n   - frame "), text);
        assertTrue(text.contains("Recommended actions\n"), text);
        assertTrue(text.contains("What could not be determined\n"), text);
        assertTrue(text.contains("Other explanations considered\n"), text);
        assertTrue(text.contains("T1110.001 Password"), text);
        assertTrue(text.contains("203.0.113.129 sent "), text);
    }

    @Test
    void textNeverShowsWhatSteersATerminal() {
        String text = analyze().out();
        assertTrue(text.contains("evil\\x1b[2J\\u202e"), text);
        assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
    }

    /// PDF has the same texts as HTML, compressed.
    static Stream<String> legibleFormats() {
        return InvestigationFormats.ALL.stream().map(InvestigationFormat::word).filter(word -> !word.equals("pdf"));
    }

    @ParameterizedTest
    @MethodSource("legibleFormats")
    void passwordsOfUrisAreMasked(String format) {
        for (List<String> parts : List.of(List.<String>of(), List.of("--incidents"))) {
            String all =
                    analyze(Stream.concat(Stream.of("--format", format), parts.stream()).toArray(String[]::new)).out();
            assertFalse(all.contains("hunter2"), all);
            boolean showsUris = format.equals("text") || format.equals("json");
            assertTrue(!showsUris || all.contains("sip:alice:***@192.0.2.1"), all);
        }
        String details = analyze("--findings").out();
        assertFalse(details.contains("hunter2"), details);
    }

    @Test
    void textFitsANarrowTerminal() {
        Run run = Run.inColumns(60, "analyze", capture, "--findings");
        assertTrue(run.out()
                .lines()
                .filter(line -> line.contains(" ") && !line.contains("sha256"))
                .filter(line -> line.strip().contains(" "))
                .allMatch(line -> line.length() <= 60 || line.strip().split(" ").length < 3), run.out());
    }

    @Test
    void findingsOfModelsDoNotBuryTheAnswer() {
        String text = analyze().out();
        assertTrue(text.lines().filter(line -> line.contains(" dialogs)  ")).count() <= 5, text);
        String all = analyze("--findings").out();
        assertTrue(all.contains("  Evidence: "), all);
        assertFalse(all.contains("Recommended actions"), all);
    }

    @Test
    void nothingFoundSaysWhatWasLookedForAndHowComplete() throws IOException {
        capture = sample("call.pcap");
        String text = analyze().out();
        assertTrue(text.startsWith("No incident found.\n"), text);
        assertTrue(text.contains("call.pcap: "), text);
        assertTrue(text.contains(" messages in "), text);
    }

    @Test
    void lostPacketsAreStatedWithTheSearch() throws IOException {
        Path lossy = directory.resolve("lossy.pcapng");
        Files.write(lossy, TestCapture.withLost(930));
        capture = lossy.toString();
        String text = analyze().out().replaceAll("\\s+", " ");
        assertTrue(
                text.contains("1 message in 1 dialog; 930 packets were lost during the capture, as the file reports."),
                text);
    }

    @Test
    void aCaptureWithoutSipIsNotCalledHarmless() throws IOException {
        Path empty = directory.resolve("empty.pcap");
        Files.write(empty, new PcapWriter(1).bytes());
        capture = empty.toString();
        String text = analyze().out();
        assertTrue(text.startsWith("Nothing to analyse: no SIP message was found.\n"), text);
        assertFalse(text.contains("Looked for"), text);
    }

    @Test
    void findingsOfModelsAreNotCutOff() {
        assertFalse(analyze().out().contains("…"), "titles wrap");
    }

    @Test
    @SuppressWarnings("unchecked")
    void jsonHasTheKeysOfTheContract() {
        Map<String, Object> report = JsonText.object(analyze("--format", "json").out());
        Map<String, Object> incident = ((List<Map<String, Object>>) report.get("incidents")).get(0);
        assertEquals(List.of("id", "kind", "stages", "actors", "carriers", "fingerprints", "victims", "accounts",
                "from", "from_iso", "to", "to_iso", "outcome", "severity", "confidence", "confidence_actor",
                "confidence_outcome", "title", "story", "advice", "not_determined", "other_explanations", "attack",
                "finding_ids"), List.copyOf(incident.keySet()));
        assertEquals("toll_fraud", incident.get("kind"));
        assertEquals("succeeded", incident.get("outcome"));
        assertEquals("critical", incident.get("severity"));
        for (String sure : List.of("confidence_actor", "confidence_outcome")) {
            assertTrue((Double) incident.get(sure) <= (Double) incident.get("confidence"), incident::toString);
        }
        assertFalse(((List<Object>) incident.get("other_explanations")).isEmpty(), incident::toString);
        List<Map<String, Object>> story = (List<Map<String, Object>>) incident.get("story");
        Map<String, Object> evidence = ((List<Map<String, Object>>) story.get(0).get("evidence")).get(0);
        assertEquals(List.of("file", "frame"), List.copyOf(evidence.keySet()));
        assertEquals(capture, evidence.get("file"));
        List<Map<String, Object>> findings = (List<Map<String, Object>>) report.get("findings");
        List<Object> ids = findings.stream().map(finding -> finding.get("id")).toList();
        assertTrue(ids.containsAll((List<Object>) incident.get("finding_ids")));
        Map<String, Object> use = findings.stream()
                .filter(finding -> "toll_fraud".equals(finding.get("class")))
                .filter(finding -> "observed".equals(finding.get("detector")))
                .findFirst()
                .orElseThrow();
        assertEquals(ObservedMethod.CALLER, use.get("source"));
        assertEquals("192.0.2.1", use.get("target"));
        assertEquals(0.9, use.get("confidence"));
        assertEquals("succeeded", use.get("outcome"));
        assertEquals(incident.get("id"), use.get("incident_id"));
        Map<String, Object> fit = ((List<Map<String, Object>>) report.get("model_fit")).get(0);
        assertTrue(fit.keySet().containsAll(List.of("model", "expected", "observed", "fits", "reason")),
                fit.toString());
        assertTrue(((List<Object>) report.get("not_seen")).stream()
                .anyMatch(sentence -> sentence.toString().contains("Whether more accounts")));
    }

    @Test
    void linesOfJsonNameTheirType() {
        List<Map<String, Object>> lines = analyze("--format", "jsonl").out().lines().map(JsonText::object).toList();
        List<Object> types = lines.stream().map(line -> line.get("type")).distinct().toList();
        assertEquals(List.of("incident", "finding"), types);
        assertEquals(List.of("incident"),
                analyze("--format", "jsonl", "--incidents").out()
                        .lines()
                        .map(line -> JsonText.object(line).get("type"))
                        .distinct()
                        .toList());
    }

    @Test
    void csvHasFindingsOrIncidents() {
        String findings = analyze("--format", "csv").out();
        assertTrue(findings.startsWith("id,detector,severity,title,explanation,"), findings);
        assertTrue(
                findings.lines().findFirst().orElse("").endsWith("files,source,target,confidence,outcome,incident_id"),
                findings);
        String incidents = analyze("--format", "csv", "--incidents").out();
        assertTrue(incidents.startsWith("id,kind,stages,actors,fingerprints,"), incidents);
        assertTrue(incidents.matches("(?s).*password_guessing; [a-z_; ]*toll_fraud.*"), incidents);
    }

    @Test
    void theNameOfTheReportSelectsItsFormat() throws IOException {
        for (String name : List.of("r.json", "r.jsonl", "r.csv")) {
            String file = directory.resolve(name).toString();
            analyze("-o", file);
            String format = name.substring(2);
            assertEquals(analyze("--format", format).out(), Files.readString(Path.of(file)), format);
        }
    }

    @Test
    void onlyIncidentsRaiseTheAlarm() {
        String[] found = {"analyze", capture, "--fail-on", "critical"};
        assertEquals(5, Run.of(METHODS, found).code());
        Run before = Run.of(METHODS, "analyze", capture, "--fail-on", "info", "--to", "1970-01-01");
        assertEquals(0, before.code(), before.err());
    }

    @Test
    void filtersAskForIncidents() {
        assertTrue(rows("incident.count > 0") > 6);
        assertEquals(rows("incident.count > 0"), rows("incident.actor == \"203.0.113.129\""));
        assertEquals(rows("incident.count > 0"), rows("incident.severity == \"critical\""));
        assertEquals(rows("incident.count > 0"), rows("incident.kind == \"toll_fraud\""));
        assertEquals(rows("incident.count > 0"), rows("incident.outcome == \"succeeded\""));
        assertEquals(rows("incident.count > 0"), rows("incident.account == \"1007\""));
        assertEquals(0, rows("incident.id == \"incident-0\""));
        assertEquals(390, rows("incident.count > 0") + rows("incident.count == 0"));
    }

    private int rows(String filter) {
        Run run = Run.of(METHODS, "dialogs", capture, "--filter", filter, "--format", "csv");
        assertEquals(0, run.code(), run.err());
        return run.records().size();
    }

    @Test
    void correctionsOfRolesAreNeverReplaced() throws IOException {
        Path roles = directory.resolve("roles.csv");
        Files.writeString(roles, "address,role,allowed,reason\n");
        Run run = Run.of("analyze", capture, "--roles", roles.toString(), "--format", "json", "-o", roles.toString(),
                "--force");
        assertEquals(2, run.code(), run.err());
        assertTrue(Files.readString(roles).startsWith("address"), run.err());
    }
}
