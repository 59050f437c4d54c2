package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.run.RunMonitor;

class TlsIndexTest {

    @TempDir private Path folder;

    private final Transcript session = Transcript.of("tls13-aes-256-gcm-sha384");
    private int frames;

    /// Writes the session as a capture.
    private Path capture(PcapngWriter writer) throws IOException {
        writer.capturesOn(1);
        for (byte[] frame : TlsPackets.of(session, 40_000)) {
            writer.packet(0, frames++, frame);
        }
        return Files.write(folder.resolve("tls.pcapng"), writer.bytes());
    }

    private static SipIndex read(Path capture, List<Path> keyLogs) throws IOException {
        return CaptureIndexer.read(List.of(capture), new ReadOptions(keyLogs), RunMonitor.NONE, _ -> {});
    }

    private void assertOpened(SipIndex index) {
        List<UnreadFrames> unread = index.files().getFirst().unread();
        assertEquals(4, index.messages().size(), unread::toString);
        assertEquals(Transport.TLS, index.messages().transport(0));
        assertEquals(List.of("Ethernet", "IPv4", "TCP", "TLS"), index.messages().layers(0));
        assertTrue(new String(index.bytes(1)).startsWith("SIP/2.0 200 OK\r\n"));
        assertEquals(List.of("TLS handshake or alert"), reasons(index));
        assertEquals(frames, 4 + unread.getFirst().frames());
    }

    private static List<String> reasons(SipIndex index) {
        return index.files().getFirst().unread().stream().map(UnreadFrames::reason).collect(Collectors.toList());
    }

    @Test
    void keyLogOpensTls() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), session.keys());
        assertOpened(read(capture(new PcapngWriter(ByteOrder.LITTLE_ENDIAN)), List.of(keys)));
    }

    @Test
    void secretsInTheCaptureOpenTls() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            frames = 0;
            PcapngWriter writer = new PcapngWriter(order).tlsSecrets(session.keys());
            assertOpened(CaptureIndexer.read(List.of(capture(writer)), RunMonitor.NONE));
        }
    }

    /// As of captures whose secrets were added when they were done.
    @Test
    void secretsBehindTheirPacketsOpenTlsToo() throws IOException {
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
        capture(writer);
        Path capture = folder.resolve("tls.pcapng");
        Files.write(capture, writer.tlsSecrets(session.keys()).bytes());
        assertOpened(CaptureIndexer.read(List.of(capture), RunMonitor.NONE));
        assertOpened(read(capture, List.of()));
        List<CaptureSummary> summary = CaptureIndexer.summarize(List.of(capture), ReadOptions.NONE, RunMonitor.NONE);
        assertEquals(4, summary.getFirst().messages());
    }

    @Test
    void secretsThatClaimMoreThanTheirBlockArePassedOver() throws IOException {
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
        for (int claimed : new int[]{-1, 1 << 20, 9}) {
            writer.block(10, writer.buffer(16).putInt(0x544c534b).putInt(claimed).putLong(0));
        }
        writer.block(10, writer.buffer(0)).block(10, writer.buffer(8).putInt(1));
        SipIndex index = CaptureIndexer.read(List.of(capture(writer)), RunMonitor.NONE);
        assertTrue(index.files().getFirst().damage().isEmpty());
        assertEquals(frames, index.files().getFirst().frames());
    }

    @Test
    void withoutKeysTheFramesAreCountedAsSuch() throws IOException {
        SipIndex index = read(capture(new PcapngWriter(ByteOrder.LITTLE_ENDIAN)), List.of());
        assertEquals(0, index.messages().size());
        assertTrue(reasons(index).contains("TLS without keys"), reasons(index)::toString);
        assertEquals(frames, index.files().getFirst().unread().stream().mapToLong(UnreadFrames::frames).sum());
    }

    @Test
    void missingKeyLogIsAnError() throws IOException {
        Path capture = capture(new PcapngWriter(ByteOrder.LITTLE_ENDIAN));
        List<Path> none = List.of(folder.resolve("none"));
        assertThrows(NoSuchFileException.class, () -> read(capture, none));
    }

    @Test
    void whatIsReadOnceMoreCountsOnce() throws IOException {
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
        Path capture = capture(writer);
        String options = "OPTIONS sip:b SIP/2.0\r\nCall-ID: plain\r\nCSeq: 1 OPTIONS\r\n\r\n";
        writer.packet(0, frames++, Packets.sip("192.0.2.1", "192.0.2.2", options));
        Files.write(capture, writer.tlsSecrets(session.keys()).bytes());
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        assertEquals(5, index.messages().size());
        assertEquals(5, index.files().getFirst().messages());
        assertEquals(1, index.messagesOf(index.dialogs().size() - 1).length);
    }
}
