package org.sipsleuth.export.anonymize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.Exported;
import org.sipsleuth.export.anonymize.message.TestKeys;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaPacket;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.RunMonitor;

class AnonymizedMediaTest {

    private static final String CALLER = "192.0.2.1";
    private static final String CALLEE = "192.0.2.2";
    private static final int SSRC = 0x1234_5678;
    private static final String CNAME = "walter@phone-of-walter.example";

    @TempDir private Path folder;

    private static SipIndex read(Path file) throws IOException {
        return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    private Exported copy(Path capture, Path target) throws IOException {
        SipIndex index = read(capture);
        ExportRequest all = ExportRequest.ofDialogs(index, new int[]{0}, true, ReadOptions.NONE);
        return AnonymizedExport.write(index, all, TestKeys.key(1), ExportOutput.at(target, OutputRules.NEW_FILES),
                RunMonitor.NONE);
    }

    private static List<byte[]> packets(Path file, MediaKind kind, List<MediaPacket> facts) throws IOException {
        List<byte[]> packets = new ArrayList<>();
        MediaStreams.of(read(file), new int[]{0}, false, packet -> {
            if (packet.kind() == kind) {
                packets.add(packet.bytes());
                facts.add(packet);
            }
        }, RunMonitor.NONE);
        return packets;
    }

    private static List<byte[]> packets(Path file, MediaKind kind) throws IOException {
        return packets(file, kind, new ArrayList<>());
    }

    /// A call whose caller talks, presses the keys 4 and 2, and reports who he is.
    private Path call() {
        PcapWriter file = new PcapWriter(1);
        file.frame(10, 0, Packets.sip(CALLER, CALLEE, invite()));
        for (int i = 0; i < 4; i++) {
            byte[] sound = new byte[160];
            for (int at = 0; at < sound.length; at++) {
                sound[at] = (byte) (at * 7 + 3);
            }
            file.frame(11, i * 20_000, datagram(20000, 30000, rtp(0, i, sound)));
        }
        file.frame(12, 0, datagram(20000, 30000, rtp(101, 4, new byte[]{4, 10, 0, 80})));
        file.frame(12, 20_000, datagram(20000, 30000, rtp(101, 5, new byte[]{2, -118, 1, 64})));
        file.frame(13, 0, datagram(20001, 30001, report()));
        byte[] whole = datagram(20000, 30000, rtp(0, 6, new byte[160]));
        file.frame(14, 0, Arrays.copyOf(whole, whole.length - 100));
        return file.write(folder.resolve("call.pcap"));
    }

    private static String invite() {
        String sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
                + "m=audio 20000 RTP/SAVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n"
                + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7\r\na=fingerprint:sha-1"
                + " 4A:AD:B9:B1:3F:82:18:3B:54:02:12:DF:3E:5D:49:6B:19:E5:7C:AB\r\na=ssrc:305419896 cname:" + CNAME
                + "\r\n";
        return "INVITE sip:b@h SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n"
                + "From: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n"
                + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
    }

    private static byte[] datagram(int from, int to, byte[] payload) {
        return Packets.ethernet(0x0800, Packets.ipv4(CALLER, CALLEE, 17, Packets.udp(from, to, payload)));
    }

    private static byte[] rtp(int payloadType, int sequence, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .putInt(0x8000_0000 | payloadType << 16 | sequence)
                .putInt(160 * sequence)
                .putInt(SSRC)
                .put(payload)
                .array();
    }

    private static byte[] report() {
        int chunk = (4 + 2 + CNAME.length() + 4) / 4 * 4;
        ByteBuffer packet = ByteBuffer.allocate(28 + 4 + chunk + 20);
        packet.putInt(0x80c8_0006).putInt(SSRC).putLong(1).putInt(2).putInt(3).putInt(4);
        packet.putInt(0x81ca_0000 | chunk / 4).putInt(SSRC);
        packet.put((byte) 1).put((byte) CNAME.length());
        packet.put(CNAME.getBytes(StandardCharsets.US_ASCII));
        packet.position(32 + chunk);
        packet.putInt(0x80cc_0004).putInt(SSRC);
        packet.put("serial 4711!".getBytes(StandardCharsets.US_ASCII));
        return packet.array();
    }

    @Test
    void headersStayAndSoundBecomesSilence() throws IOException {
        Path target = folder.resolve("copy.pcap");
        Exported exported = copy(call(), target);
        assertEquals(2, exported.streams().size());
        List<byte[]> before = packets(call(), MediaKind.RTP);
        List<byte[]> after = packets(target, MediaKind.RTP);
        assertEquals(7, after.size());
        for (int i = 0; i < 7; i++) {
            assertEquals(before.get(i).length, after.get(i).length);
            assertArrayEquals(Arrays.copyOf(before.get(i), 8), Arrays.copyOf(after.get(i), 8));
        }
        byte[] silence = new byte[160];
        Arrays.fill(silence, (byte) 0xff);
        assertArrayEquals(silence, Arrays.copyOfRange(after.getFirst(), 12, 172));
        assertArrayEquals(silence, Arrays.copyOfRange(after.getLast(), 12, 172)); // cut before
    }

    @Test
    void keysThatWerePressedBecomeTheDigitNoughtAsLongAsTheyWere() throws IOException {
        Path target = folder.resolve("copy.pcap");
        copy(call(), target);
        List<byte[]> after = packets(target, MediaKind.RTP);
        assertArrayEquals(new byte[]{0, 10, 0, 80}, Arrays.copyOfRange(after.get(4), 12, 16));
        assertArrayEquals(new byte[]{0, -118, 1, 64}, Arrays.copyOfRange(after.get(5), 12, 16));
    }

    @Test
    void oneSourceIsOneSourceInRtpAndRtcpAndSdp() throws IOException {
        Path target = folder.resolve("copy.pcap");
        copy(call(), target);
        int rtp = ByteBuffer.wrap(packets(target, MediaKind.RTP).getFirst()).getInt(8);
        int rtcp = ByteBuffer.wrap(packets(target, MediaKind.RTCP).getFirst()).getInt(4);
        String invite = new String(read(target).bytes(0), StandardCharsets.ISO_8859_1);
        assertNotEquals(SSRC, rtp);
        assertEquals(rtp, rtcp);
        assertTrue(invite.contains("a=ssrc:" + Integer.toUnsignedString(rtp)), invite);
    }

    @Test
    void namesKeysAndTextsOfMediaAreNotInTheCopy() throws IOException {
        Path target = folder.resolve("copy.pcap");
        copy(call(), target);
        String copy = Files.readString(target, StandardCharsets.ISO_8859_1);
        for (String reported : List.of("walter", "4711", "serial", "WVNfX19z", "4A:AD", "305419896")) {
            assertTrue(Files.readString(call(), StandardCharsets.ISO_8859_1).contains(reported), reported);
            assertFalse(copy.contains(reported), reported);
        }
    }

    @Test
    void mediaStandsBetweenTheMessagesAsItCame() throws IOException {
        Path target = folder.resolve("copy.pcap");
        copy(Path.of("..", "..", "sample-captures", "call.pcap"), target);
        long[] last = {Long.MIN_VALUE};
        SipIndex index = read(target);
        MediaStreams.of(index, new int[]{0}, false, packet -> {
            assertTrue(packet.capturedAtNanos() >= last[0]);
            last[0] = packet.capturedAtNanos();
        }, RunMonitor.NONE);
        assertTrue(last[0] > index.messages().capturedAtNanos(0));
        assertEquals(0, index.files().getFirst().damage().stream().count());
    }

    @Test
    void lossAndJitterAreThoseOfTheCapture() throws IOException {
        Path sample = Path.of("..", "..", "sample-captures", "call.pcap");
        Path target = folder.resolve("copy.pcap");
        SipIndex index = read(sample);
        int[] dialogs = {index.messages().dialog(0)};
        ExportRequest request = ExportRequest.ofDialogs(index, dialogs, true, ReadOptions.NONE);
        AnonymizedExport.write(index, request, TestKeys.key(1), ExportOutput.at(target, OutputRules.NEW_FILES),
                RunMonitor.NONE);
        List<MediaStream> before = MediaStreams.of(index, dialogs, RunMonitor.NONE).streams();
        List<MediaStream> after = MediaStreams.of(read(target), new int[]{0}, RunMonitor.NONE).streams();
        assertEquals(4, before.size());
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i).quality(), after.get(i).quality());
            assertEquals(before.get(i).extent().packets(), after.get(i).extent().packets());
            assertEquals(before.get(i).codecs(), after.get(i).codecs());
            assertNotEquals(before.get(i).ssrc(), after.get(i).ssrc());
            assertNotEquals(before.get(i).source().address(), after.get(i).source().address());
        }
    }
}
