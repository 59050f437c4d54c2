package org.sipsleuth.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// Whatever dialogs of a simulated office are chosen, over whatever transport: the export that is
/// read again gives the same dialogs.
///
/// Only where connections of TCP carry others too may messages that lie close together change
/// places (docs/EXPORT.md).
final class ExportPropertyTest {

    @Property(tries = 6)
    void exportReadAgainGivesTheChosenDialogs(@ForAll long seed) throws IOException, SettingException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("export");
        try {
            String transport = random.nextBoolean() ? "tcp" : "udp";
            SipIndex index = Exports.read(simulated(folder, random, transport));
            boolean takesAll = random.nextInt(3) == 0;
            int[] chosen = IntStream.of(Exports.all(index)).filter(_ -> takesAll || random.nextInt(4) == 0).toArray();
            if (chosen.length == 0) {
                return;
            }
            Path file = folder.resolve(random.nextBoolean() ? "out.pcapng" : "out.pcap");
            Exported exported = Exports.write(index, file, random.nextBoolean(), chosen);
            SipIndex again = Exports.read(file);
            int[] found =
                    IntStream.of(chosen).map(dialog -> again.dialogs().find(index.dialogs().callId(dialog))).toArray();
            assertTrue(Arrays.stream(found).allMatch(dialog -> dialog >= 0));
            boolean isOrdered = takesAll || transport.equals("udp");
            assertEquals(reported(index, chosen, isOrdered), reported(again, found, isOrdered));
            assertEquals(exported.messages() + exported.others(), again.messages().size());
            if (transport.equals("udp")) {
                assertEquals(chosen.length, again.dialogs().size());
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /// Of a later connection on the same ports, whose numbers are lower, no SYN comes along.
    @Example
    void portsUsedAgain() throws IOException, SettingException {
        exportReadAgainGivesTheChosenDialogs(57_820);
    }

    private static List<String> reported(SipIndex index, int[] dialogs, boolean isOrdered) {
        return IntStream.of(dialogs).mapToObj(dialog -> {
            String reported = Exports.reported(index, dialog);
            String sequence = index.dialogs().sequenceText(dialog);
            String[] types = sequence.split(" ");
            Arrays.sort(types);
            return isOrdered ? reported
                    : reported.replace(sequence, String.join(" ", types)).replaceFirst("\\| [A-Z_]+ \\|", "|"); // of their order
        }).sorted().toList();
    }

    private static Path simulated(Path folder, Random random, String transport) throws IOException, SettingException {
        Scenario normal = Scenarios.named("normal").orElseThrow();
        List<String> tunnels = List.of("none", "vlan", "gre", "vxlan", "gtp", "ipip");
        Settings settings = Settings.of(Simulation.settings(normal),
                Map.of("transport", transport, "tunnel", tunnels.get(random.nextInt(tunnels.size())), "rtp", "sparse",
                        "mtu", "1280", "loss", "0.01", "reorder", "0.02", "duplicate", "0.02", "users", "12", "hours",
                        "0.3", "calls-per-hour", "150"));
        Path capture = folder.resolve("in.pcap");
        int seed = random.nextInt(1_000);
        return Simulation.run(normal, seed, settings, capture, RunMonitor.NONE).capture();
    }
}
