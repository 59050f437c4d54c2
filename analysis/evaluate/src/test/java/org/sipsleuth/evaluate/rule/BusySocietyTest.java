package org.sipsleuth.evaluate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// A network of many callers is no campaign, although each model of phone is a minority, some members
/// are never called, and few call most: nothing above low.
final class BusySocietyTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "social members=500 calls=7000 days=12 injections=no newcomers=0 role-changes=0",
        "telemarketing members=400 calls=6000 callees=3000 agents=40",
        "telemarketing members=400 calls=6000 callees=400 agents=40 centre=outside"})
    void nothingInItIsAboveLow(String played) throws Exception {
        for (long seed = 62; seed <= 63; seed++) {
            List<String> words = List.of(played.split(" "));
            Map<String, String> given = words.stream()
                    .skip(1)
                    .map(word -> word.split("="))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            Scenario scenario = Scenarios.named(words.getFirst()).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), given);
            Path capture =
                    Simulation.run(scenario, seed, settings, folder.resolve(seed + ".pcap"), RunMonitor.NONE).capture();
            SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
            RuleMethod rules = new RuleMethod();
            List<Incident> found =
                    Incidents.of(index, rules.detector(rules.shipped()).detect(index, RunMonitor.NONE).findings());
            String titles = Arrays.toString(found.stream()
                    .filter(each -> each.severity().compareTo(Severity.LOW) > 0)
                    .map(each -> each.title().text())
                    .toArray());
            assertEquals("[]", titles, "seed " + seed);
        }
    }
}
