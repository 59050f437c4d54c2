package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.truth.read.TruthFile;
import org.sipsleuth.truth.read.TruthFormatException;

class IndexTruthTest {

    @TempDir private Path folder;

    private SipIndex index(Path... captures) throws IOException {
        return CaptureIndexer.read(List.of(captures), RunMonitor.NONE);
    }

    @Test
    void dialogsAndMessagesCarryTheirClass() throws IOException, SettingException {
        Path capture = folder.resolve("a.pcap");
        SimulationTest.pings(capture, Map.of("scan", "4", "broken", "5", "pings", "20"));
        SipIndex index = index(capture);
        IndexTruth truth = IndexTruth.read(index, RunMonitor.NONE);
        assertEquals(TrafficClass.SCAN, truth.ofDialog(0).orElseThrow().trafficClass());
        assertEquals(TrafficClass.NORMAL, truth.ofDialog(1).orElseThrow().trafficClass());
        TruthLabel broken = truth.ofDialog(5).orElseThrow();
        assertEquals(TrafficClass.MUTATION, broken.trafficClass());
        int question = index.messagesOf(5)[0];
        assertEquals(List.of(new MutatedBytes(0, 7, "upper case")), truth.mutations(question));
        assertEquals(List.of(), truth.mutations(index.messagesOf(1)[0]));
        assertEquals(TrafficClass.NORMAL, truth.ofMessage(index.messagesOf(1)[0]).orElseThrow().trafficClass());
        assertEquals("questions \"of\" a scan", truth.ofMessage(0).orElseThrow().attack().orElseThrow().story());
        assertEquals(10, truth.attack(truth.ofMessage(0).orElseThrow(), 0).orElseThrow().messages());
    }

    @Test
    void severalCapturesHaveTheirOwnTruthAndOthersNone() throws IOException, SettingException {
        Path one = folder.resolve("a.pcap");
        Path two = folder.resolve("b.pcap");
        SimulationTest.pings(one, Map.of("scan", "1", "pings", "5"));
        Files.copy(one, two);
        Files.delete(TruthFile.beside(one));
        assertFalse(IndexTruth.isThere(List.of(one, two)));
        Files.delete(one); // without its truth file it would be evidence, which is never replaced
        SimulationTest.pings(one, Map.of("scan", "1", "pings", "5", "start", "1800000000"));
        assertTrue(IndexTruth.isThere(List.of(two, one)));
        SipIndex index = index(two, one);
        IndexTruth truth = IndexTruth.read(index, RunMonitor.NONE);
        int last = index.messages().size() - 1;
        assertEquals(TrafficClass.SCAN, truth.ofMessage(last).orElseThrow().trafficClass());
    }

    @Test
    void dialogsOfARealCaptureAreNotKnown() throws IOException, SettingException {
        Path capture = folder.resolve("a.pcap");
        SimulationTest.pings(capture, Map.of("pings", "3"));
        Path other = folder.resolve("real.pcap");
        byte[] frame = org.sipsleuth.capture.Packets.sip("192.0.2.1", "192.0.2.2",
                "OPTIONS sip:a SIP/2.0\r\nCall-ID: real\r\n\r\n");
        new PcapWriter(1).frame(1_900_000_000L, 0, frame).write(other);
        SipIndex index = index(capture, other);
        IndexTruth truth = IndexTruth.read(index, RunMonitor.NONE);
        int real = index.dialogs().find("real");
        assertEquals(Optional.empty(), truth.ofDialog(real));
        assertEquals(Optional.empty(), truth.ofMessage(index.messagesOf(real)[0]));
    }

    @Test
    void theTruthOfAnotherCaptureIsRefused() throws IOException, SettingException {
        Path capture = folder.resolve("a.pcap");
        SimulationTest.pings(capture, Map.of("pings", "3"));
        byte[] bytes = Files.readAllBytes(capture);
        bytes[bytes.length - 3] ^= 1;
        Files.write(capture, bytes);
        refused(capture, "It belongs to another capture (its SHA-256 begins with ");
        byte[] frame = org.sipsleuth.capture.Packets.sip("192.0.2.1", "192.0.2.2", "x");
        byte[] more = new PcapWriter(1).frame(1, 0, frame).bytes();
        Files.write(capture, Arrays.copyOfRange(more, 24, more.length), StandardOpenOption.APPEND);
        refused(capture, "It belongs to another capture (6 frames; this one has 7).");
    }

    private void refused(Path capture, String sentence) throws IOException {
        SipIndex index = index(capture);
        TruthFormatException refusal =
                assertThrows(TruthFormatException.class, () -> IndexTruth.read(index, RunMonitor.NONE));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(sentence), refusal::getMessage);
    }
}
