package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate incidents`: the incidents of captures against their ground truth.
final class EvaluateIncidentsTest {

    private static final String SAMPLES = "../sample-captures/";

    @TempDir private Path folder;

    @Test
    void everyAttackOfTheTruthHasARow() {
        Run run = Run.of("evaluate", "incidents", SAMPLES + "incident.pcap", SAMPLES + "office-hour.pcap", "--quiet",
                "--format", "json");
        assertEquals(0, run.code(), run.err());
        String json = run.out().replace("\n", "").replaceAll(" +", " ");
        for (String kind : new String[]{
            "\"A1\", \"kind\":\"host_scan\", \"outcome\":\"partial\"",
            "\"A2\", \"kind\":\"extension_enumeration\", \"outcome\":\"partial\"",
            "\"A3\", \"kind\":\"password_guessing\", \"outcome\":\"succeeded\"",
            "\"A4\", \"kind\":\"toll_fraud\", \"outcome\":\"succeeded\""}) {
            assertTrue(json.contains("\"id\":" + kind), run::out);
        }
        for (String table : new String[]{"joined", "rules", "models"}) {
            assertTrue(json.contains("\"id\":\"" + table + "-attacks\""), table);
        }
        assertTrue(json.contains("\"id\":\"joined-confidence\""), run::out);
        assertTrue(json.contains("right, 95 % interval"), run::out);
        assertTrue(json.contains("\"false_incidents\":["), run::out);
        assertTrue(json.contains("\"simplest\":0.0"), run::out);
    }

    /// The same file twice, once as one that is known to be harmless.
    @Test
    void captureWithoutGroundTruthCountsOnlyWithClean() throws IOException {
        Path copy = Files.copy(Path.of(SAMPLES + "busy.pcap"), folder.resolve("busy.pcap"));
        Run unknown = Run.of("evaluate", "incidents", copy.toString(), "--format", "csv");
        assertEquals(0, unknown.code(), unknown.err());
        assertTrue(unknown.err().contains("name it with --clean"), unknown.err());
        assertFalse(unknown.out().contains("captures without attack"), unknown.out());
        Run clean = Run.of("evaluate", "incidents", "--clean", copy.toString(), "--format", "csv");
        assertEquals(0, clean.code(), clean.err());
        assertTrue(clean.out().contains("captures without attack"), clean.out());
    }

    @Test
    void groundTruthOfTheFirstSchemaIsNotJudged() throws IOException {
        Path copy = Files.copy(Path.of(SAMPLES + "scan.pcap"), folder.resolve("scan.pcap"));
        String truth = Files.readString(Path.of(SAMPLES + "scan.truth.json"))
                .replace("sipsleuth-truth-2", "sipsleuth-truth-1")
                .replace("\"kind\":\"host_scan\",", "");
        Files.writeString(folder.resolve("scan.truth.json"), truth);
        Run run = Run.of("evaluate", "incidents", copy.toString(), "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("older schema"), run.err());
    }

    @ParameterizedTest
    @CsvSource({"incidents, '', no captures given", "legs, x.pcap, use --traffic",})
    void filesBelongToIncidents(String method, String file, String error) {
        Run run = file.isEmpty() ? Run.of("evaluate", method) : Run.of("evaluate", method, file);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(error), run.err());
    }

    @Test
    void groundTruthOfAnotherCaptureIsRefused() throws IOException {
        Path copy = Files.copy(Path.of(SAMPLES + "scan.pcap"), folder.resolve("scan.pcap"));
        Files.copy(Path.of(SAMPLES + "flood.truth.json"), folder.resolve("scan.truth.json"));
        Run run = Run.of("evaluate", "incidents", copy.toString());
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("belongs to another capture"), run.err());
    }
}
