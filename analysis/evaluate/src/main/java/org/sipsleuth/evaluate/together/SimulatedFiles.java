package org.sipsleuth.evaluate.together;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// Small simulated captures of many kinds within one day: side by side, one after the other, with
/// and without loss, over UDP and TCP, with and without media, most of them cut in the middle so
/// that calls are open at their ends.
public final class SimulatedFiles {

    /// The scenarios, each with settings that keep it small.
    private static final List<Map.Entry<String, Map<String, String>>> KINDS =
            List.of(Map.entry("normal", Map.of("users", "12", "calls-per-hour", "120", "hours", "0.2")),
                    Map.entry("scan", Map.of("users", "8", "minutes", "4", "attack-after", "1")),
                    Map.entry("password-cracking", Map.of("users", "8", "minutes", "4", "attack-after", "1")),
                    Map.entry("call-flows", Map.of("dialogs", "60")), Map.entry("handover", Map.of("calls", "20")),
                    Map.entry("odd-dialogs", Map.of("normal-dialogs", "60")),
                    Map.entry("flash-crowd",
                            Map.of("users", "20", "minutes", "4", "crowd-after", "1", "crowd-calls", "40")),
                    Map.entry("registration-storm", Map.of("users", "30", "minutes", "4", "restart-after", "1")));

    private static final Instant DAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final int HOURS = 6;

    private SimulatedFiles() {}

    /// Writes captures into a folder.
    public static List<Path> write(Path folder, int count, long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map.Entry<String, Map<String, String>> kind = KINDS.get(i % KINDS.size());
            Scenario scenario = Scenarios.named(kind.getKey()).orElseThrow();
            Map<String, String> values = new HashMap<>(kind.getValue());
            values.put("start", DAY.plusSeconds(random.nextInt(HOURS * 3_600)).toString());
            values.put("transport", random.nextInt(4) == 0 ? "tcp" : "udp");
            values.put("loss", random.nextBoolean() ? "0" : "0.1");
            values.put("rtp", random.nextInt(3) == 0 ? "sparse" : "none");
            Path whole = folder.resolve("whole-%03d.pcap".formatted(i));
            Path file = folder.resolve("simulated-%03d.pcap".formatted(i));
            try {
                Settings settings = Settings.of(Simulation.settings(scenario), values);
                Simulation.run(scenario, seed + i, settings, whole, RunMonitor.NONE);
            } catch (SettingException impossible) {
                throw new IllegalStateException(kind.getKey(), impossible);
            }
            boolean isCut = random.nextInt(3) > 0;
            copy(whole, file, isCut ? 0.3 + 0.7 * random.nextDouble() : 1);
            files.add(file);
        }
        return files;
    }

    /// Writes a share of a file.
    private static void copy(Path whole, Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        int length = (int) (share * bytes.length);
        OutputFile.write(file, OutputRules.NEW_FILES, out -> out.write(bytes, 0, length));
    }
}
