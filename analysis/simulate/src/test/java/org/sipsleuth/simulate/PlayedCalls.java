package org.sipsleuth.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserFacts;
import org.sipsleuth.truth.read.TruthFile;

/// Call records and ground truth of a simulation, as they were written.
///
/// @param users all that the truth names, by address
record PlayedCalls(List<Call> calls, TruthFile truth, Map<String, UserFacts> users) {

    /// A call record.
    record Call(String id, String caller, String callee, LocalDateTime at, double seconds, boolean answered) {

        LocalDate day() {
            return at.toLocalDate();
        }
    }

    /// Plays a scenario.
    ///
    /// @param given settings, `name=value`
    static PlayedCalls play(Path folder, String name, long seed, String... given) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Map<String, String> values = new HashMap<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            values.put(one.substring(0, equals), one.substring(equals + 1));
        }
        Settings settings = Settings.of(Simulation.settings(scenario), values);
        Path file = Files.createTempDirectory(folder, name).resolve("calls.csv");
        Simulated made = Simulation.run(scenario, seed, settings, file, RunMonitor.NONE);
        TruthFile truth = TruthFile.read(made.truth(), RunMonitor.NONE);
        Map<String, UserFacts> users = new TreeMap<>();
        for (Map<String, Object> row : JsonTree.rows(JsonTree.read(made.truth()).get("users"))) {
            String uri = String.valueOf(row.get("user"));
            users.put(uri, truth.user(uri).orElseThrow());
        }
        return new PlayedCalls(read(file), truth, users);
    }

    private static List<Call> read(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            Instant start = Instant.ofEpochSecond((long) Double.parseDouble(cells.get(3)));
            calls.add(new Call(cells.get(0), cells.get(1), cells.get(2), LocalDateTime.ofInstant(start, ZoneOffset.UTC),
                    Double.parseDouble(cells.get(5)), cells.get(6).equals("200")));
        }
        return calls;
    }

    static boolean isMember(String uri) {
        return !uri.startsWith("sip:+");
    }

    TrafficClass classOf(Call call) {
        return truth.ofDialog(call.id()).orElseThrow().trafficClass();
    }

    List<Call> malicious() {
        return calls.stream().filter(call -> classOf(call) != TrafficClass.NORMAL).toList();
    }

    List<Call> normal() {
        return calls.stream().filter(call -> classOf(call) == TrafficClass.NORMAL).toList();
    }

    List<String> members(Predicate<UserFacts> which) {
        return users.keySet().stream().filter(uri -> isMember(uri) && which.test(users.get(uri))).toList();
    }
}
