package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.scenario.Scenario;

/// A scan over addresses instead of extensions.
final class SweepTest {

    private static final String SCANNER = "203.0.113.1";

    @TempDir private Path folder;

    private Path play(String... settings) throws IOException, SettingException {
        Scenario scenario = Scenarios.named("scan").orElseThrow();
        Map<String, String> given = new HashMap<>(Map.of("users", "12", "minutes", "2", "attack-after", "0.5",
                "calls-per-hour", "0", "scan-what", "addresses", "scan-extensions", "100"));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            given.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        Settings values = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, "sweep").resolve("x.pcap");
        return Simulation.run(scenario, 7, values, capture, RunMonitor.NONE).capture();
    }

    /// Whom the scanner asks, in their order.
    private static List<String> asked(Path capture) throws IOException {
        MessageTable messages = CaptureIndexer.read(List.of(capture), RunMonitor.NONE).messages();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.endpoint(messages.source(i)).host().equals(SCANNER)) {
                asked.add(messages.endpoint(messages.destination(i)).host());
            }
        }
        return asked;
    }

    /// How often each status code comes back to the scanner.
    private static Map<String, Integer> answers(Path capture) throws IOException {
        MessageTable messages = CaptureIndexer.read(List.of(capture), RunMonitor.NONE).messages();
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.endpoint(messages.destination(i)).host().equals(SCANNER)) {
                answers.merge(messages.typeName(messages.type(i)), 1, Integer::sum);
            }
        }
        return answers;
    }

    /// The server, the gateway and twelve phones are there; nothing is sent again to the others.
    @Test
    void eachAddressIsAskedOnceAndOnlyThoseWhoAreThereAnswer() throws Exception {
        Path capture = play();
        List<String> asked = asked(capture);
        assertEquals(100, asked.size());
        assertEquals(100, new HashSet<>(asked).size());
        assertEquals("10.0.0.1", asked.getFirst());
        assertEquals("10.0.0.100", asked.getLast());
        assertEquals(Map.of("404", 14), answers(capture));
        TruthCheck.holds(capture);
        Tshark.findsNothingMalformed(capture);
    }

    @Test
    void optionsWithoutUserReportsCapabilities() throws Exception {
        assertEquals(Map.of("200", 14), answers(play("scan-user=")));
    }

    @Test
    void shuffledTheSameAddressesComeInAnotherOrder() throws Exception {
        List<String> rising = asked(play());
        List<String> shuffled = asked(play("scan-what=shuffled-addresses"));
        assertNotEquals(rising, shuffled);
        assertEquals(new HashSet<>(rising), new HashSet<>(shuffled));
    }

    @Test
    void overTcpNobodyIsAskedWhereNoConnectionComesAbout() throws Exception {
        Path capture = play("transport=tcp");
        assertEquals(14, asked(capture).size());
        TruthCheck.holds(capture);
        Tshark.findsNothingMalformed(capture);
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, ip=6", "REGISTER, scan-sources=3", "INVITE, scan-user=", "INVITE, scan-sources=2"})
    void theTruthHolds(String method, String setting) throws Exception {
        Path capture = play("scan-method=" + method, setting);
        TruthCheck.holds(capture);
        Tshark.findsNothingMalformed(capture);
        assertTrue(Files.size(capture) > 0);
    }
}
