package org.sipsleuth.evaluate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.read.TruthFile;

/// Remote control of phones, message spam and voicemail probing as simulated: each is one incident
/// with its kind, actors and outcome, and what resembles it is none.
final class SimulatedKindsTest {

    private static final long[] SEEDS = {31, 32, 33};

    @TempDir private Path folder;

    private Path play(String scenario, long seed, String settings) throws Exception {
        Map<String, String> given = Arrays.stream((settings + " minutes=10").split(" "))
                .map(word -> word.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Scenario played = Scenarios.named(scenario).orElseThrow();
        Path capture = Files.createTempDirectory(folder, scenario).resolve("x.pcap");
        Settings all = Settings.of(Simulation.settings(played), given);
        return Simulation.run(played, seed, all, capture, RunMonitor.NONE).capture();
    }

    private static List<Incident> incidents(Path capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        return Incidents.of(index, rules.detector(rules.shipped()).detect(index, RunMonitor.NONE).findings());
    }

    @ParameterizedTest
    @CsvSource({
        "remote-control, control-answer=accepted control-path=server, SUCCEEDED",
        "remote-control, control-answer=accepted control-path=direct, SUCCEEDED",
        "remote-control, control-answer=none, PARTIAL",
        "remote-control, control-answer=refused, ATTEMPTED",
        "message-spam, message-answer=delivered, SUCCEEDED",
        "message-spam, message-answer=stored, PARTIAL",
        "message-spam, message-answer=refused, ATTEMPTED",
        "voicemail-probing, voicemail-result=found, SUCCEEDED",
        "voicemail-probing, voicemail-result=answered, PARTIAL",
        "voicemail-probing, voicemail-result=answered voicemail-digits=none, PARTIAL",
        "voicemail-probing, voicemail-result=refused, ATTEMPTED"})
    void eachIsOneIncidentWithItsActorAndOutcome(String scenario, String settings, String outcome) throws Exception {
        for (long seed : SEEDS) {
            Path capture = play(scenario, seed, settings);
            AttackFacts truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE).attacks().getFirst();
            assertEquals(outcome, truth.outcome().orElseThrow().name());
            List<Incident> incidents = incidents(capture);
            assertEquals(1, incidents.size(), () -> "seed %d: %s".formatted(seed, incidents));
            Incident incident = incidents.getFirst();
            assertEquals(scenario.replace('-', '_'), incident.kind().word());
            assertEquals(outcome, incident.outcome().name(), () -> "seed " + seed);
            assertEquals(Set.copyOf(truth.actors()), Set.copyOf(incident.actors().addresses()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "remote-control control-by=provisioning control-path=server",
        "remote-control control-by=provisioning control-path=direct",
        "remote-control control-by=registrar control-path=direct",
        "message-spam message-by=alerts",
        "voicemail-probing voicemail-by=user voicemail-result=answered",
        "voicemail-probing voicemail-by=user voicemail-result=found"})
    void whatResemblesItIsNone(String played) throws Exception {
        for (long seed : SEEDS) {
            String[] words = played.split(" ", 2);
            assertEquals(List.of(), incidents(play(words[0], seed, words[1])), () -> "seed " + seed);
        }
    }
}
