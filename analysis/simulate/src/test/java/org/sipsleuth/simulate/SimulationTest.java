package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.read.TruthFile;

class SimulationTest {

    @TempDir private Path folder;

    /// Plays pings.
    static Simulated pings(Path capture, Map<String, String> given) throws IOException, SettingException {
        Pings pings = new Pings();
        Settings settings = Settings.of(Simulation.settings(pings), given);
        return Simulation.run(pings, 7, settings, capture, RunMonitor.NONE);
    }

    @Test
    void theSameSeedAndSettingsGiveTheSameBytesWhereverTheyArePlayed() throws IOException, SettingException {
        Map<String, String> given = Map.of("scan", "3", "broken", "5", "rtp", "full", "media", "1", "loss", "0.1");
        Path one = pings(Files.createDirectory(folder.resolve("1")).resolve("a"), given).capture();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Path two = pings(Files.createDirectory(folder.resolve("2")).resolve("b"), given).capture();
            assertEquals(-1, Files.mismatch(one, two));
            assertEquals(-1, Files.mismatch(TruthFile.beside(one), TruthFile.beside(two)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException, SettingException {
        Pings pings = new Pings();
        Settings settings = Settings.of(Simulation.settings(pings), Map.of());
        Path one = folder.resolve("1.pcap");
        Path two = folder.resolve("2.pcap");
        Simulation.run(pings, 1, settings, one, RunMonitor.NONE);
        Simulation.run(pings, 2, settings, two, RunMonitor.NONE);
        assertTrue(Files.mismatch(one, two) >= 0);
    }

    @Test
    void theTruthOfEveryTransportHolds() throws IOException, SettingException {
        for (String transport : List.of("udp", "tcp")) {
            Path capture = folder.resolve(transport + ".pcap");
            Map<String, String> given = Map.of("transport", transport, "scan", "4", "broken", "7");
            Simulated made = pings(capture, given);
            assertEquals(400, made.facts().messages());
            assertEquals(200, made.facts().dialogs());
            TruthCheck.holds(capture);
        }
    }

    @Test
    void whatIsCancelledLeavesNothing() {
        RunMonitor impatient = new RunMonitor() {
            private boolean begun;

            @Override
            public void progress(Progress progress) {
                begun = true;
            }

            @Override
            public boolean isCancelled() {
                return begun;
            }
        };
        Pings pings = new Pings();
        assertThrows(CancellationException.class, () -> Simulation.run(pings, 1,
                Settings.of(Simulation.settings(pings), Map.of("pings", "5000")), folder.resolve("a.pcap"), impatient));
        assertLeft(List.of());
    }

    @Test
    void aScenarioThatFailsLeavesNothingAndWhatWasThereStays() throws IOException {
        Scenario faulty = new Scenario() {
            @Override
            public String name() {
                return "faulty";
            }

            @Override
            public String description() {
                return "";
            }

            @Override
            public String source() {
                return "";
            }

            @Override
            public List<Setting> settings() {
                return List.of();
            }

            @Override
            public void play(World world) {
                new Pings().description();
                world.timeline().in(1, () -> {
                    throw new IllegalStateException("as it should");
                });
            }
        };
        Path capture = folder.resolve("a.pcap");
        assertThrows(IllegalStateException.class, () -> Simulation.run(faulty, 1,
                Settings.of(Simulation.settings(faulty), Map.of()), capture, RunMonitor.NONE));
        assertLeft(List.of());
    }

    @Test
    void aMissingFolderIsReported() {
        assertThrows(IOException.class, () -> pings(folder.resolve("no/such/a.pcap"), Map.of()));
    }

    @Test
    void whatIsNoFileIsNeverReplaced() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(mkfifo), "no " + mkfifo);
        new ProcessBuilder(mkfifo.toString(), pipe.toString()).start().waitFor();
        assertThrows(IOException.class, () -> pings(pipe, Map.of()));
        assertThrows(IOException.class, () -> pings(folder, Map.of()));
        assertFalse(Files.isRegularFile(pipe));
        assertLeft(List.of("pipe"));
    }

    @Test
    void theTimesOfACaptureBeginAtItsStart() throws IOException, SettingException {
        Path capture = folder.resolve("a.pcap");
        pings(capture, Map.of("start", "1700000000"));
        byte[] bytes = Files.readAllBytes(capture);
        byte[] seconds = {bytes[27], bytes[26], bytes[25], bytes[24]};
        assertArrayEquals(new byte[]{0x65, 0x53, (byte) 0xf1, 0}, seconds);
        for (String wrong : List.of("tomorrow", "99999999999", "1969-01-01T00:00:00Z", "-1")) {
            assertThrows(SettingException.class, () -> pings(capture, Map.of("start", wrong)));
        }
    }

    @Test
    void lossDelaysAndDoublesAreSeen() throws IOException, SettingException {
        Path capture = folder.resolve("a.pcap");
        assertTrue(pings(capture, Map.of("loss", "0.2")).facts().messages() < 380);
        Path doubled = folder.resolve("b.pcap");
        assertTrue(pings(doubled, Map.of("duplicate", "0.2")).facts().messages() > 430);
        TruthCheck.holds(doubled);
        Path reordered = folder.resolve("c.pcap");
        pings(reordered, Map.of("reorder", "0.3", "every", "1"));
        TruthCheck.holds(reordered);
    }

    private void assertLeft(List<String> names) {
        try (Stream<Path> left = Files.list(folder)) {
            List<String> found = left.map(file -> file.getFileName().toString()).toList();
            assertEquals(names, found);
            assertFalse(found.contains("b"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
