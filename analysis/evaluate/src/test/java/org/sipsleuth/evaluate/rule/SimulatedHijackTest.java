package org.sipsleuth.evaluate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.model.ModelFormatException;
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

/// Session rules on simulated captures: what a third host does to calls and registrations of others
/// is one incident, and traffic that resembles attacks is none.
final class SimulatedHijackTest {

    @TempDir private Path folder;

    private Path play(String name, Map<String, String> given) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, name).resolve("x.pcap");
        return Simulation.run(scenario, 8, settings, capture, RunMonitor.NONE).capture();
    }

    private static List<Incident> incidents(Path capture) throws IOException, ModelFormatException {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        return Incidents.of(index, rules.detector(rules.shipped()).detect(index, RunMonitor.NONE).findings());
    }

    @ParameterizedTest
    @CsvSource({
        "bye, server, session_teardown",
        "bye, direct, session_teardown",
        "bye-forged, server, session_teardown",
        "bye-forged, direct, session_teardown",
        "cancel, server, session_teardown",
        "cancel, direct, session_teardown",
        "registration-add, server, registration_hijack",
        "registration-replace, server, registration_hijack",
        "media-invite, server, media_redirect",
        "media-update, direct, media_redirect",
        "call-refer, server, call_hijack",
        "call-invite, direct, call_hijack",
        "challenge-bye, server, rogue_challenge",
        "challenge-bye, direct, rogue_challenge",
        "challenge-register, direct, rogue_challenge"})
    void eachIsOneIncidentWithItsActorAndOutcome(String kind, String path, String expected) throws Exception {
        for (String accepted : List.of("yes", "no")) {
            Path capture = play("hijack",
                    Map.of("hijack-kind", kind, "hijack-path", path, "hijack-accepted", accepted, "minutes", "15"));
            AttackFacts truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE).attacks().getFirst();
            List<Incident> incidents = incidents(capture);
            assertEquals(1, incidents.size(), () -> incidents.toString());
            Incident incident = incidents.getFirst();
            assertEquals(expected, incident.kind().word());
            assertEquals(Set.copyOf(truth.actors()), Set.copyOf(incident.actors().addresses()));
            assertEquals(truth.outcome().orElseThrow().name(), incident.outcome().name());
            boolean isGrave = incident.severity() == Severity.CRITICAL;
            assertEquals(accepted.equals("yes"), isGrave);
        }
    }

    @Test
    void aFlashCrowdIsNoIncident() throws Exception {
        assertEquals(List.of(), incidents(play("flash-crowd", Map.of("users", "120"))));
    }

    /// Hold, transfer, loss and repetition are what calls of others look like.
    @Test
    void anOfficeDayIsNoIncident() throws Exception {
        Map<String, String> day = Map.of("hours", "3", "calls-per-hour", "400", "loss", "0.03", "duplicate", "0.03");
        assertEquals(List.of(), incidents(play("normal", day)));
    }
}
