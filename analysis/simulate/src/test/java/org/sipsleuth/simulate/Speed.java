package org.sipsleuth.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// Measures how fast captures are generated; a command, not a test:
/// `java -cp … org.sipsleuth.simulate.Speed [MESSAGES] [NAME=VALUE …]`.
public final class Speed {

    private Speed() {}

    /// Plays pings several times over.
    public static void main(String[] arguments) throws IOException, SettingException {
        long messages = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        Map<String, String> given = new HashMap<>();
        given.put("pings", Long.toString(messages / 2));
        given.put("every", "1");
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            given.put(parts[0], parts[1]);
        }
        Pings scenario = new Pings();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path folder = Files.createTempDirectory("speed");
        Path file = folder.resolve("speed.pcap");
        for (int run = 0; run < 4; run++) {
            long begin = System.nanoTime();
            Simulated made = Simulation.run(scenario, run, settings, file, RunMonitor.NONE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%,d messages in %.2f s: %,.0f a second, %,.0f MB/s%n", made.facts().messages(), seconds,
                    made.facts().messages() / seconds, made.facts().bytes() / seconds / 1e6);
            Files.delete(file);
            Files.delete(made.truth());
        }
        Files.delete(folder);
    }
}
