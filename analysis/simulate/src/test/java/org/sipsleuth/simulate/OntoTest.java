package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.wire.output.Baseline;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.TruthHead;
import org.sipsleuth.truth.read.TruthFile;

class OntoTest {

    private static final int ETHERNET = 1;
    private static final int SECONDS = 1_700_000_000;
    private static final int REAL_FRAMES = 50;

    @TempDir private Path folder;

    /// A frame as a test compares it.
    private record Kept(long nanos, long wireBytes, String bytes) {}

    private static byte[] real(int number) {
        return Packets.sip("192.0.2.1", "192.0.2.2", "OPTIONS sip:a SIP/2.0\r\nN: " + number);
    }

    private Path baseline(int linkType) {
        PcapWriter writer = new PcapWriter(linkType);
        for (int i = 0; i < REAL_FRAMES; i++) {
            byte[] frame = linkType == ETHERNET ? real(i) : linked(linkType, i);
            writer.frame(SECONDS + i / 10, i % 10 * 100_000, frame);
        }
        return writer.write(folder.resolve("real.pcap"));
    }

    /// The packet without its Ethernet header, behind another one.
    private static byte[] linked(int linkType, int number) {
        byte[] ethernet = real(number);
        byte[] packet = Arrays.copyOfRange(ethernet, 14, ethernet.length);
        return switch (linkType) {
            case 113 -> Packets.join(HexFormat.of().parseHex("00000001000602000a00000100000800"), packet);
            case 276 -> Packets.join(HexFormat.of().parseHex("08000000000000020001000602000a0000010000"), packet);
            default -> packet;
        };
    }

    private Simulated onto(Path real, Path capture, Map<String, String> given) throws IOException, SettingException {
        return onto(new Pings(), real, capture, given);
    }

    private static Simulated onto(Scenario scenario, Path real, Path capture, Map<String, String> given)
            throws IOException, SettingException {
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Baseline baseline = Baseline.open(real, RunMonitor.NONE);
        return new Simulation(scenario, new SeededRandom(3), settings, Optional.of(baseline))
                .run(SimulationOutput.at(capture, OutputRules.NEW_FILES.with(List.of(real))), RunMonitor.NONE);
    }

    private static List<Kept> frames(Path capture) throws IOException {
        CaptureFile file = CaptureFile.open(capture, RunMonitor.NONE);
        FrameReader reader = file.frames();
        Frame frame = new Frame();
        List<Kept> frames = new ArrayList<>();
        while (reader.next(frame)) {
            MemorySegment bytes = file.bytes().asSlice(frame.offset(), frame.capturedBytes());
            String text = HexFormat.of().formatHex(bytes.toArray(ValueLayout.JAVA_BYTE));
            frames.add(new Kept(frame.capturedAtNanos(), frame.wireBytes(), text));
        }
        assertTrue(reader.damage().isEmpty());
        return frames;
    }

    @ParameterizedTest
    @ValueSource(ints = {ETHERNET, 12, 14, 101, 113, 228, 276})
    void realFramesAreKeptAndOursAreInTheGroundTruth(int linkType) throws IOException, SettingException {
        Path real = baseline(linkType);
        String before = OpenedFile.of(real).sha256(RunMonitor.NONE);
        Path capture = folder.resolve("both.pcap");
        Simulated made = onto(real, capture, Map.of("scan", "2", "pings", "20"));
        List<Kept> ofReal = frames(real);
        List<Kept> ofBoth = frames(capture);
        List<Kept> kept = new ArrayList<>(ofBoth);
        kept.retainAll(ofReal);
        assertEquals(ofReal, kept);
        assertEquals(REAL_FRAMES + 40, ofBoth.size());
        assertEquals(ofBoth.size(), made.facts().frames());
        for (int i = 1; i < ofBoth.size(); i++) {
            assertTrue(ofBoth.get(i).nanos >= ofBoth.get(i - 1).nanos);
        }
        assertEquals(before, OpenedFile.of(real).sha256(RunMonitor.NONE));
        TruthHead head = TruthFile.head(made.truth());
        assertEquals("real.pcap", head.baseline().orElseThrow().file());
        assertEquals(before, head.baseline().orElseThrow().sha256());
        TruthCheck.holds(capture);
    }

    @Test
    void whatComesAfterTheRealCaptureIsLeftOut() throws IOException, SettingException {
        Path real = baseline(ETHERNET);
        Path capture = folder.resolve("both.pcap");
        Simulated made = onto(real, capture, Map.of("pings", "5000"));
        List<Kept> frames = frames(capture);
        long last = (SECONDS + 4) * 1_000_000_000L + 900_000_000L;
        assertTrue(frames.stream().allMatch(frame -> frame.nanos <= last));
        assertTrue(made.facts().messages() > 150 && made.facts().messages() < 250);
        TruthCheck.holds(capture);
    }

    /// With the settings that they have by default, for minutes, hours and half a year.
    @ParameterizedTest
    @ValueSource(strings = {
        "incident",
        "scan",
        "password-cracking",
        "spit",
        "dos",
        "firewall-traversal",
        "toll-fraud",
        "social"})
    void everyAttackFitsIntoAShortRealCapture(String name) throws IOException, SettingException {
        Path capture = folder.resolve("both.pcap");
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Simulated made = onto(scenario, baseline(ETHERNET), capture, Map.of());
        assertFalse(made.attacks().isEmpty());
        for (AttackFacts attack : made.attacks()) {
            assertTrue(attack.messages() > 0, () -> "nothing of " + attack.attack());
            assertTrue(attack.toNanos() <= (SECONDS + 5) * 1_000_000_000L);
        }
        TruthCheck.holds(capture);
    }

    /// Of these, episodes or dialogs begin one after the other, and the last may be cut off.
    @ParameterizedTest
    @ValueSource(strings = {"invite-flood", "odd-dialogs", "mutations"})
    void ofSeriesThereIsAsMuchAsThereIsTimeFor(String name) throws IOException, SettingException {
        Path capture = folder.resolve("both.pcap");
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Simulated made = onto(scenario, baseline(ETHERNET), capture, Map.of());
        assertTrue(made.attacks().stream().anyMatch(attack -> attack.messages() > 0));
        TruthCheck.holds(capture);
    }

    @Test
    void attacksOfADayFitIntoAShortRealCapture() throws IOException, SettingException {
        Path capture = folder.resolve("both.pcap");
        Scenario scenario = Scenarios.named("normal").orElseThrow();
        String all = "scan,password-cracking,spit,dos,invite-flood,firewall-traversal,toll-fraud";
        Simulated made = onto(scenario, baseline(ETHERNET), capture, Map.of("attacks", all));
        assertEquals(7, made.attacks().size());
        made.attacks().forEach(attack -> assertTrue(attack.messages() > 0, attack::toString));
    }

    @Test
    void attacksWithoutTimeAreListedWithoutMessages() throws IOException, SettingException {
        Path real = new PcapWriter(ETHERNET).frame(SECONDS, 0, real(1)).write(folder.resolve("real.pcap"));
        Path capture = folder.resolve("both.pcap");
        Scenario scenario = Scenarios.named("normal").orElseThrow();
        Simulated made = onto(scenario, real, capture, Map.of("attacks", "spit"));
        assertEquals(1, made.attacks().size());
        assertEquals(0, made.attacks().getFirst().messages());
        assertEquals(1, made.facts().frames());
        TruthCheck.holds(capture);
    }

    @Test
    void itBeginsAtTheConfiguredTime() throws IOException, SettingException {
        Path real = baseline(ETHERNET);
        Path capture = folder.resolve("both.pcap");
        String start = "2023-11-14T22:13:22Z";
        onto(real, capture, Map.of("pings", "1", "start", start));
        List<Kept> ours = new ArrayList<>(frames(capture));
        ours.removeAll(frames(real));
        assertEquals((SECONDS + 2) * 1_000_000_000L, ours.getFirst().nanos);
        assertThrows(SettingException.class, () -> onto(real, capture, Map.of("start", "2023-11-14T22:13:26Z")));
    }

    @Test
    void framesThatWereCutStayCutAndLong() throws IOException, SettingException {
        PcapWriter writer = new PcapWriter(ETHERNET);
        byte[] bytes = writer.frame(SECONDS, 0, real(1)).frame(SECONDS + 1, 0, real(2)).bytes();
        bytes[24 + 12] = 0;
        bytes[24 + 13] = 9; // the first frame had 0x900 bytes and more
        Path real = Files.write(folder.resolve("cut.pcap"), bytes);
        Path capture = folder.resolve("both.pcap");
        onto(real, capture, Map.of("pings", "2"));
        assertEquals(frames(real).getFirst(), frames(capture).getFirst());
        assertEquals(0x900, frames(capture).getFirst().wireBytes);
    }

    @Test
    void aPackedCaptureIsReadToo() throws IOException, SettingException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(baseline(ETHERNET)));
        }
        Path real = Files.write(folder.resolve("real.pcap.gz"), packed.toByteArray());
        Path capture = folder.resolve("both.pcap");
        assertEquals(REAL_FRAMES + 2, onto(real, capture, Map.of("pings", "1")).facts().frames());
        TruthCheck.holds(capture);
    }

    @Test
    void otherLinkTypesAreRefusedInWords() {
        Path real = baseline(105);
        CaptureFormatException refused =
                assertThrows(CaptureFormatException.class, () -> onto(real, folder.resolve("both.pcap"), Map.of()));
        assertEquals("Its frames are 802.11; generated frames can be Ethernet, raw IP or Linux cooked.",
                refused.getMessage());
        assertTrue(Files.notExists(folder.resolve("both.pcap")));
    }

    @Test
    void settingsThatDoNotGoWithTheLinkAreRefusedInWords() {
        Path onlyIpv4 = baseline(228);
        assertThrows(SettingException.class, () -> onto(onlyIpv4, folder.resolve("a.pcap"), Map.of("ip", "6")));
        Path rawIp = baseline(101);
        assertThrows(SettingException.class, () -> onto(rawIp, folder.resolve("a.pcap"), Map.of("tunnel", "vlan")));
    }

    @Test
    void theRealCaptureIsNeverReplaced() throws IOException {
        Path real = baseline(ETHERNET);
        String before = OpenedFile.of(real).sha256(RunMonitor.NONE);
        assertThrows(IOException.class, () -> onto(real, real, Map.of()));
        assertEquals(before, OpenedFile.of(real).sha256(RunMonitor.NONE));
    }

    @Test
    void anEmptyCaptureIsRefusedInWords() {
        Path real = new PcapWriter(ETHERNET).write(folder.resolve("empty.pcap"));
        CaptureFormatException refused =
                assertThrows(CaptureFormatException.class, () -> onto(real, folder.resolve("a.pcap"), Map.of()));
        assertEquals("It has no frames.", refused.getMessage());
    }
}
