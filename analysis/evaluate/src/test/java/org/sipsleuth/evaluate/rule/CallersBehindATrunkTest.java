package org.sipsleuth.evaluate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Measure;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.read.TruthFile;

/// The spam callers of paper 5, Table 6, whose calls come through the gateway that carries all calls
/// from outside: they are the actors, and neither the gateway nor a member is.
final class CallersBehindATrunkTest {

    private static final Map<String, String> TABLE_6 =
            Map.of("injections", "table-6", "calls", "3128", "members", "100");
    private static final String GATEWAY = "10.0.0.2";

    @TempDir private Path folder;

    private Path play(String name, long seed, Map<String, String> given) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, name).resolve("x.pcap");
        return Simulation.run(scenario, seed, settings, capture, RunMonitor.NONE).capture();
    }

    private static List<Incident> incidents(Path capture) throws IOException, ModelFormatException {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        Detection detection = rules.detector(rules.shipped()).detect(index, RunMonitor.NONE);
        return Investigation.of(index, List.of(detection)).incidents();
    }

    private static Set<String> spammers() {
        return IntStream.range(0, 20).mapToObj("+9991150000%02d"::formatted).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void areTheActors(long seed) throws Exception {
        Path capture = play("social", seed, TABLE_6);
        AttackFacts truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE).attacks().getFirst();
        assertEquals(spammers(), Set.copyOf(truth.actors()));
        List<Incident> incidents = incidents(capture);
        assertEquals(1, incidents.size(), incidents::toString);
        Incident incident = incidents.getFirst();
        assertEquals(IncidentKind.SPIT, incident.kind());
        assertEquals(Outcome.SUCCEEDED, incident.outcome());
        assertEquals(Severity.MEDIUM, incident.severity());
        assertEquals(spammers(), Set.copyOf(incident.actors().users()));
        assertEquals(List.of(), incident.actors().addresses());
        assertEquals(List.of(GATEWAY), incident.actors().carriers());
        assertEquals(Measure.BAR_CALLERS, incident.advice().getFirst().measure());
        for (Action action : incident.advice()) {
            assertNotEquals(Measure.BLOCK, action.measure());
            assertNotEquals(Measure.FIND, action.measure());
        }
        Set<String> called = new HashSet<>(incident.accounts());
        assertEquals(100, called.size(), "members called");
    }

    @Test
    void theSameSocietyWithoutThemHasNoIncident() throws Exception {
        Map<String, String> normal = new HashMap<>(TABLE_6);
        normal.put("injections", "no");
        assertEquals(List.of(), incidents(play("social", 34, normal)));
    }

    /// Agents call each member in turn, most calls are short or unanswered, and some members call back.
    @ParameterizedTest
    @ValueSource(strings = {"outside", "inside"})
    void aCallCentreHasNone(String where) throws Exception {
        Path capture = play("telemarketing", 35, Map.of("centre", where, "calls", "1500"));
        List<Incident> incidents = incidents(capture);
        assertTrue(incidents.isEmpty(), incidents::toString);
    }
}
