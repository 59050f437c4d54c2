package org.sipsleuth.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.TlsPackets;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

final class CaptureExportTest {

    private static final int ACK = 16;

    @TempDir private Path folder;

    private static String options(String callId, String more) {
        return "OPTIONS sip:b@h SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK" + callId
                + "\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: " + callId
                + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: " + more.length() + "\r\n\r\n" + more;
    }

    private static byte[] frame(String callId) {
        return Packets.sip("192.0.2.1", "192.0.2.2", options(callId, ""));
    }

    private Path two() {
        return new PcapWriter(1).frame(10, 1, frame("x"))
                .frame(11, 2, frame("y"))
                .frame(12, 3, frame("x"))
                .write(folder.resolve("in.pcap"));
    }

    @Test
    void onlyTheFramesOfTheDialogAreWritten() throws IOException {
        SipIndex index = Exports.read(two());
        Path file = folder.resolve("out.pcapng");
        Exported exported = Exports.write(index, file, false, index.dialogs().find("x"));
        assertEquals(2, exported.frames());
        assertEquals(OpenedFile.of(file).sha256(RunMonitor.NONE), exported.sha256());
        assertEquals(Files.size(file), exported.bytes());
        SipIndex again = Exports.read(file);
        assertEquals(1, again.dialogs().size());
        assertEquals(10_000_001_000L, again.messages().capturedAtNanos(0));
        assertArrayEquals(index.bytes(0), again.bytes(0));
    }

    @Test
    void sectionNamesTheOriginOfTheFrames() throws IOException {
        Path input = two();
        Path file = folder.resolve("out.pcapng");
        Exports.write(Exports.read(input), file, false, 0);
        List<String> comments = Exports.read(file)
                .files()
                .getFirst()
                .notes()
                .comments()
                .stream()
                .map(CaptureNotes.Comment::text)
                .toList();
        String hash = OpenedFile.of(input).sha256(RunMonitor.NONE);
        assertTrue(comments.getFirst().contains("in.pcap, SHA-256 " + hash), comments::toString);
        assertTrue(comments.getFirst().endsWith("2 frames: 1 3"), comments::toString);
        assertEquals("Chosen: 2 messages of 1 dialog\nCall-ID x", comments.get(1));
    }

    @Test
    void pcapKeepsTheSameFrames() throws IOException {
        Path file = folder.resolve("out.pcap");
        Exported exported = Exports.write(Exports.read(two()), file, false, 0, 1);
        assertArrayEquals(Files.readAllBytes(folder.resolve("in.pcap")), Files.readAllBytes(file));
        assertEquals(List.of(), exported.lost());
        assertEquals(2, exported.origin().size());
    }

    /// Sections in both byte orders, clocks of ns and of 2⁻²⁰ s, a time offset, remarks.
    @Test
    void clocksInterfacesAndRemarksOfPcapngAreKept() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            PcapngWriter writer = new PcapngWriter(order);
            writer.capturesOn(1, 9, 0).capturesOn(1, 0x94, 1000);
            writer.packet(1, 77_777_777L, frame("x"));
            byte[] frame = frame("y");
            int padded = frame.length + 3 & ~3;
            ByteBuffer packet = writer.buffer(20 + padded + 12 + 8 + 4);
            packet.putInt(0).putInt(0).putInt(123_456_789).putInt(frame.length);
            packet.putInt(frame.length).put(frame).position(20 + padded);
            packet.putShort((short) 1).putShort((short) 6);
            packet.put("remark".getBytes(StandardCharsets.UTF_8)).putShort((short) 0);
            packet.putShort((short) 2).putShort((short) 4).putInt(0x11).putInt(0);
            writer.block(6, packet);
            Path input = Files.write(folder.resolve("in.pcapng"), writer.bytes());
            SipIndex index = Exports.read(input);
            Path file = folder.resolve("out.pcapng");
            Exports.write(index, file, false, Exports.all(index));
            SipIndex again = Exports.read(file);
            for (int i = 0; i < 2; i++) {
                assertEquals(index.messages().capturedAtNanos(i), again.messages().capturedAtNanos(i));
            }
            assertTrue(again.files().getFirst().notes().comments().contains(new CaptureNotes.Comment(2, "remark")),
                    again.files().getFirst().notes()::toString);
        }
    }

    /// Options of a pcapng block: code, text, code, text … and the end of the list.
    private static byte[] options(Object... codesAndTexts) {
        ByteBuffer all = ByteBuffer.allocate(4_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < codesAndTexts.length; i += 2) {
            byte[] text = ((String) codesAndTexts[i + 1]).getBytes(StandardCharsets.UTF_8);
            all.putShort(((Integer) codesAndTexts[i]).shortValue()).putShort((short) text.length);
            all.put(text).put(new byte[-text.length & 3]);
        }
        all.putInt(0);
        return Arrays.copyOf(all.array(), all.position());
    }

    private static void block(PcapngWriter writer, int type, byte[] fixed, byte[] options) {
        writer.block(type, writer.buffer(fixed.length + options.length).put(fixed).put(options));
    }

    private static byte[] packet(int itsInterface, int units, byte[] frame) {
        ByteBuffer packet = ByteBuffer.allocate(20 + (frame.length + 3 & ~3)).order(ByteOrder.LITTLE_ENDIAN);
        packet.putInt(itsInterface).putInt(0).putInt(units).putInt(frame.length);
        packet.putInt(frame.length).put(frame);
        return packet.array();
    }

    /// A secret in each place of a capture that speaks of frames, interfaces and hosts, besides the
    /// frames; `kept` in those that speak of the frames of the dialog x.
    private Path withSecrets() throws IOException {
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
        byte[] section = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x1a2b3c4d)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1)
                .array();
        byte[] link = {1, 0, 0, 0, 0, 0, 0, 0};
        block(writer, 0x0a0d0d0a, section,
                options(1, "secret-section", 2, "secret-hardware", 3, "secret-os", 4, "secret-app"));
        block(writer, 1, link, options(2, "kept-name", 3, "kept-description", 1, "secret-remark", 4, "secretv4", 11,
                "\0secret-filter", 12, "secret-if-os", 15, "secret-if-hardware"));
        block(writer, 1, link, options(2, "secret-name", 3, "secret-description"));
        byte[] record = {1, 0, 18, 0, (byte) 192, 0, 2, 1};
        ByteBuffer names = writer.buffer(8 + 16 + 4);
        names.put(record).put("secret-host.x".getBytes(StandardCharsets.US_ASCII));
        block(writer, 4, names.array(), new byte[0]);
        writer.tlsSecrets("CLIENT_RANDOM " + "ab".repeat(32) + " " + "cd".repeat(48) + "\n");
        block(writer, 6, packet(0, 1, frame("x")), options(1, "kept-remark"));
        block(writer, 6, packet(0, 2, frame("y")), options(1, "secret-frame"));
        block(writer, 6, packet(1, 3, frame("z")), options(1, "secret-frame"));
        block(writer, 5, new byte[12], options(1, "secret-statistics"));
        return Files.write(folder.resolve("in.pcapng"), writer.bytes());
    }

    @Test
    void nothingIsSaidOfWhatWasNotChosen() throws IOException {
        Path other = new PcapWriter(1).frame(10, 1, frame("w")).write(folder.resolve("secret.pcap"));
        SipIndex index = Exports.read(withSecrets(), other);
        Path file = folder.resolve("out.pcapng");
        Exports.write(index, file, false, index.dialogs().find("x"));
        String written = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertEquals(-1, written.indexOf("secret"), () -> written.replaceAll("[^ -~]", "."));
        assertFalse(written.contains("cdcdcdcd"));
        for (String kept : List.of("kept-name", "kept-description", "kept-remark")) {
            assertTrue(written.contains(kept), kept);
        }
        assertTrue(written.contains("and nothing of 1 other capture"));
        assertEquals(1, Exports.read(file).messages().size());
    }

    /// Of the interfaces and sections only: of names and statistics nothing is exported.
    @Test
    void anExportOfEverythingKeepsWhatIsSaidOfIt() throws IOException {
        SipIndex index = Exports.read(withSecrets());
        Path file = folder.resolve("out.pcapng");
        Exports.write(index, file, false, Exports.all(index));
        String written = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String kept : List.of("section", "filter", "if-os", "if-hardware", "name", "frame")) {
            assertTrue(written.contains("secret-" + kept), kept);
        }
        assertFalse(written.contains("secret-host"));
    }

    @Test
    void severalFilesAreMergedByTime() throws IOException {
        Path one = new PcapWriter(1).frame(10, 0, frame("x")).frame(14, 0, frame("x")).write(folder.resolve("a.pcap"));
        Path other = new PcapWriter(101).frame(12, 0, Arrays.copyOfRange(frame("y"), 14, frame("y").length))
                .write(folder.resolve("b.pcap"));
        SipIndex index = Exports.read(one, other);
        Path file = folder.resolve("out.pcapng");
        Exports.write(index, file, false, 0, 1);
        SipIndex again = Exports.read(file);
        assertEquals(List.of("Ethernet", "raw IP"), again.files().getFirst().linkTypes());
        assertEquals(List.of("x", "y", "x"),
                Stream.of(0, 1, 2)
                        .map(message -> again.messages().dialog(message))
                        .map(again.dialogs()::callId)
                        .toList());
        ExportException refused =
                assertThrows(ExportException.class, () -> Exports.write(index, folder.resolve("o.pcap"), false, 0, 1));
        assertTrue(String.valueOf(refused.getMessage()).contains("link types"));
        assertFalse(Files.exists(folder.resolve("o.pcap")));
    }

    /// The first fragment holds nothing but the header of UDP.
    @Test
    void allFragmentsComeAlong() throws IOException {
        byte[] udp = Packets.udp(5060, 5060, options("x", "").getBytes(StandardCharsets.ISO_8859_1));
        byte[] first = fragment(Arrays.copyOf(udp, 8), 0, true);
        byte[] second = fragment(Arrays.copyOfRange(udp, 8, 80), 1, true);
        byte[] third = fragment(Arrays.copyOfRange(udp, 80, udp.length), 10, false);
        Path input = new PcapWriter(101).frame(10, 0, third)
                .frame(10, 1, first)
                .frame(10, 2, second)
                .write(folder.resolve("in.pcap"));
        Path file = folder.resolve("out.pcapng");
        assertEquals(3, Exports.write(Exports.read(input), file, false, 0).frames());
        assertEquals(1, Exports.read(file).messages().size());
    }

    private static byte[] fragment(byte[] data, int place, boolean more) {
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, data);
        packet[6] = (byte) (more ? 0x20 : 0);
        packet[7] = (byte) place;
        return packet;
    }

    /// Three messages in four segments, one of them sent twice, between others of the connection.
    @Test
    void neighboursInTheSameSegmentsAndCopiesComeAlong() throws IOException {
        byte[] text = (options("a", "") + options("b", "") + options("c", "") + options("d", ""))
                .getBytes(StandardCharsets.ISO_8859_1);
        int each = text.length / 4;
        PcapWriter writer = new PcapWriter(101);
        int[] ends = {each, each + 50, 2 * each + 20, 3 * each, text.length};
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            byte[] segment = tcp(1000 + from, Arrays.copyOfRange(text, from, ends[i]));
            writer.frame(10 + i, 0, segment);
            if (i == 2) {
                writer.frame(10 + i, 500, segment);
            }
            byte[] ack = Packets.tcp(5060, 40_000, 1, 1000 + ends[i], ACK, new byte[0]);
            writer.frame(10 + i, 900, Packets.ipv4("192.0.2.2", "192.0.2.1", 6, ack));
            from = ends[i];
        }
        SipIndex index = Exports.read(writer.write(folder.resolve("in.pcap")));
        assertEquals(4, index.dialogs().size());
        Path file = folder.resolve("out.pcapng");
        Exported exported = Exports.write(index, file, false, index.dialogs().find("b"));
        assertEquals(1, exported.messages());
        assertEquals(1, exported.others());
        SipIndex again = Exports.read(file);
        assertEquals(List.of("b", "c"), List.of(callId(again, 0), callId(again, 1)));
        assertEquals(2, again.messages().size());
        assertEquals(8, exported.frames()); // four segments, one of them a copy, and four ACKs
    }

    private static byte[] tcp(int sequence, byte[] payload) {
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Packets.tcp(40_000, 5060, sequence, 1, ACK, payload));
    }

    private static String callId(SipIndex index, int message) {
        return index.dialogs().callId(index.messages().dialog(message));
    }

    @Test
    void tlsTakesItsOwnSecretsAlongAndNoOthers() throws IOException {
        Transcript session = Transcript.of("tls13-aes-256-gcm-sha384");
        PcapngWriter writer = new PcapngWriter(ByteOrder.BIG_ENDIAN).capturesOn(1);
        long time = 0;
        for (byte[] frame : TlsPackets.of(session, 40_000)) {
            writer.packet(0, time++, frame);
        }
        Path input = Files.write(folder.resolve("in.pcapng"), writer.bytes());
        String foreign = "CLIENT_RANDOM " + "ab".repeat(32) + " " + "cd".repeat(48) + "\n";
        Path keys = Files.writeString(folder.resolve("keys"), foreign + session.keys());
        ReadOptions reading = new ReadOptions(List.of(keys));
        SipIndex index = CaptureIndexer.read(List.of(input), reading, RunMonitor.NONE);
        Path file = folder.resolve("out.pcapng");
        Exported exported =
                CaptureExport.write(index, ExportRequest.ofDialogs(index, Exports.all(index), false, reading),
                        Exports.at(index, file), RunMonitor.NONE);
        assertTrue(exported.secrets() > 0);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("ab".repeat(32)));
        SipIndex again = Exports.read(file);
        assertEquals(Exports.reported(index, 0), Exports.reported(again, 0));
        assertEquals(index.messages().size(), again.messages().size());
    }

    @Test
    void inputIsNeverWritten() throws IOException {
        Path input = two();
        byte[] before = Files.readAllBytes(input);
        SipIndex index = Exports.read(input);
        assertThrows(OutputRefusedException.class, () -> Exports.write(index, input, false, 0));
        Path link = Files.createLink(folder.resolve("link.pcap"), input);
        assertThrows(OutputRefusedException.class, () -> Exports.write(index, link, false, 0));
        assertArrayEquals(before, Files.readAllBytes(input));
    }

    @Test
    void cancellingLeavesNothingBehind() throws IOException {
        SipIndex index = Exports.read(two());
        Path file = folder.resolve("out.pcapng");
        ExportOutput output = Exports.at(index, file);
        RunMonitor cancelled = new StoppedRun();
        ExportRequest request = ExportRequest.ofDialogs(index, new int[]{0}, true, ReadOptions.NONE);
        assertThrows(CancellationException.class, () -> CaptureExport.write(index, request, output, cancelled));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
