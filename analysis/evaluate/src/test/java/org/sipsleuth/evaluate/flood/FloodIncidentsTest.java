package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.flood.detection.FloodDetection;
import org.sipsleuth.flood.detection.FloodMethod;
import org.sipsleuth.flood.detection.FloodSpan;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.read.TruthFile;

/// INVITE floods, recorded and simulated, with the session rules and the bundled model of floods:
/// one incident and one finding of the method each, for the right server and time. Traffic that
/// resembles floods has no incident of one.
final class FloodIncidentsTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");
    private static final long SECOND = 1_000_000_000L;

    @TempDir private Path folder;

    private record Found(List<Incident> incidents, FloodDetection detection) {}

    private static Found found(Path capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        FloodMethod floods = new FloodMethod();
        Detection ofRules = rules.detector(rules.shipped()).detect(index, RunMonitor.NONE);
        FloodDetection ofFloods = (FloodDetection) floods.detector(floods.shipped()).detect(index, RunMonitor.NONE);
        List<Incident> incidents = Investigation.of(index, List.of(ofRules, ofFloods))
                .incidents()
                .stream()
                .filter(each -> each.kind() == IncidentKind.INVITE_FLOOD)
                .toList();
        return new Found(incidents, ofFloods);
    }

    private static List<AttackFacts> truth(Path capture) throws Exception {
        List<AttackFacts> floods = new ArrayList<>();
        for (AttackFacts each : TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE).attacks()) {
            if (each.attack().kind().equals(Optional.of(AttackKind.INVITE_FLOOD))) {
                floods.add(each);
            }
        }
        return floods;
    }

    private static void assertFound(AttackFacts truth, Found found) {
        Incident incident = found.incidents().getFirst();
        assertTrue(incident.victims().containsAll(truth.victims()), incident.victims()::toString); // or rang
        assertEquals(Set.copyOf(truth.actors()), Set.copyOf(incident.actors().addresses()));
        FloodSpan flood = found.detection().floods().getFirst();
        var attempts = found.detection().scores().inputs().windows().attempts();
        assertSpan(truth, incident.fromNanos(), incident.toNanos());
        assertSpan(truth, flood.fromNanos(attempts), flood.toNanos(attempts));
        assertTrue(incident.findings().containsAll(found.detection().findings()));
    }

    private static void assertSpan(AttackFacts truth, long from, long to) {
        long late = Math.abs(from - truth.requestFromNanos());
        assertTrue(late <= SECOND, "start off by ns " + late);
        double both = Math.min(to, truth.requestToNanos()) - Math.max(from, truth.requestFromNanos());
        double either = Math.max(to, truth.requestToNanos()) - Math.min(from, truth.requestFromNanos());
        assertTrue(both >= 0.9 * either, "IoU " + both / either);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "flood.pcap",
        "flood-spoofed.pcap",
        "evaluation/floods/flood-invite-12.pcap.gz",
        "evaluation/floods/flood-invite-80.pcap.gz",
        "evaluation/floods/flood-invite-forged-600.pcap.gz"})
    void eachRecordedFloodIsOneIncident(String file) throws Exception {
        Path capture = SAMPLES.resolve(file);
        Found found = found(capture);
        assertEquals(1, found.incidents().size());
        assertEquals(1, found.detection().findings().size());
        assertFound(truth(capture).getFirst(), found);
    }

    private Path play(String name, long seed, Map<String, String> given) throws Exception {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, name).resolve("x.pcap");
        return Simulation.run(scenario, seed, settings, capture, RunMonitor.NONE).capture();
    }

    @ParameterizedTest
    @CsvSource({"L, 122", "M, 123", "H, 124", "VH, 125", "VH++, 126"})
    void eachSimulatedFloodIsOneIncident(String rate, long seed) throws Exception {
        Path capture = play("invite-flood", seed,
                Map.of("rate", rate, "behaviour", "very-high", "pattern", "b", "episodes", "1"));
        Found found = found(capture);
        assertEquals(1, found.incidents().size());
        assertEquals(1, found.detection().findings().size());
        assertFound(truth(capture).getFirst(), found);
    }

    @Test
    void aFlashCrowdIsNoFlood() throws Exception {
        Found found = found(play("flash-crowd", 127, Map.of("users", "300")));
        assertEquals(List.of(), found.incidents());
        assertEquals(List.of(), found.detection().findings());
    }

    /// Neither the INVITEs that the failed server leaves unanswered are a flood, nor the REGISTERs
    /// of all phones at once.
    @Test
    void aRegistrationStormIsNoFlood() throws Exception {
        Path capture = play("registration-storm", 129, Map.of("users", "300"));
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        Detection ofRules = rules.detector(rules.shipped()).detect(index, RunMonitor.NONE);
        assertEquals(List.of(), Investigation.of(index, List.of(ofRules)).incidents());
        assertEquals(List.of(), found(capture).detection().findings());
    }

    @Test
    void acknowledgedCallsOfALoadTestAreNoFlood() throws Exception {
        Map<String, String> load = Map.of("pattern", "a", "episodes", "2", "normal-per-second", "100");
        Found found = found(play("invite-flood", 128, load));
        assertEquals(List.of(), found.incidents());
        assertEquals(List.of(), found.detection().findings());
    }
}
