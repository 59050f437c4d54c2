package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Captures of Endace cards. `-Dsipsleuth.erf=FILE` keeps the one of the test, for TShark.
class ErfReaderTest {

    private static final int HDLC_POS = 1;
    private static final int ETH = 2;
    private static final int MC_HDLC = 5;
    private static final int IPV4 = 22;
    private static final int META = 27;
    private static final int PAD = 48;

    private static final long SECOND = 1_700_000_000L;

    @TempDir Path folder;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int records;

    private static byte[] ip(String callId) {
        String message = """
                OPTIONS sip:b@example.org SIP/2.0
                Via: SIP/2.0/UDP host;branch=z9hG4bK%1$s
                Max-Forwards: 70
                From: <sip:a@example.org>;tag=a
                To: <sip:b@example.org>
                Call-ID: %1$s
                CSeq: 1 OPTIONS

                """.formatted(callId).replace("\n", "\r\n");
        byte[] udp = Packets.udp(5060, 5060, message.getBytes(StandardCharsets.US_ASCII));
        return Packets.ipv4("192.0.2.1", "192.0.2.9", 17, udp);
    }

    private static byte[] ethernet(String callId) {
        return Packets.ethernet(0x0800, ip(callId));
    }

    /// A record half a second after the one before.
    private void record(int type, int extensions, byte[] before, byte[] frame) {
        long stamp = (SECOND << 32) + (records++ * (1L << 31)) + 1;
        int length = 16 + 8 * extensions + before.length + frame.length;
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(stamp).order(ByteOrder.BIG_ENDIAN);
        record.put((byte) (extensions > 0 ? type | 0x80 : type)).put((byte) 4);
        record.putShort((short) length).putShort((short) 0).putShort((short) frame.length);
        for (int i = 1; i <= extensions; i++) {
            record.put((byte) (i < extensions ? 0x83 : 3)).put(new byte[7]);
        }
        file.writeBytes(record.put(before).put(frame).array());
    }

    private SipIndex read() throws IOException {
        Path path = Files.write(folder.resolve("capture.erf"), file.toByteArray());
        String keep = System.getProperty("sipsleuth.erf");
        if (keep != null) {
            Files.write(Path.of(keep), file.toByteArray());
        }
        return CaptureIndexer.read(List.of(path), RunMonitor.NONE);
    }

    private void all() {
        record(ETH, 0, new byte[2], ethernet("plain"));
        record(ETH, 2, new byte[2], ethernet("extended"));
        record(PAD, 0, new byte[0], new byte[16]);
        record(HDLC_POS, 0, new byte[0], Packets.join(new byte[]{0x0f, 0, 8, 0}, ip("cisco")));
        byte[] ppp = {(byte) 0xff, 3, 0, 0x21};
        record(HDLC_POS, 1, new byte[0], Packets.join(ppp, ip("ppp")));
        record(MC_HDLC, 0, new byte[4], Packets.join(ppp, ip("channel")));
        record(IPV4, 0, new byte[0], ip("raw"));
        record(META, 0, new byte[0], new byte[40]);
        record(16, 0, new byte[2], ethernet("coloured"));
    }

    @Test
    void recordsOfEveryTypeGiveTheirFrames() throws IOException {
        all();
        SipIndex index = read();
        assertEquals(CaptureFormat.ERF, index.files().getFirst().format());
        assertEquals(List.of("plain", "extended", "cisco", "ppp", "channel", "raw", "coloured"),
                IntStream.range(0, index.dialogs().size()).mapToObj(index.dialogs()::callId).toList());
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 8),
                IntStream.range(0, index.messages().size()).mapToObj(index.messages()::frame).toList());
        assertEquals(8, index.files().getFirst().frames(), "padding is no frame");
        assertEquals(SECOND * 1_000_000_000L, index.messages().capturedAtNanos(0));
        assertEquals(SECOND * 1_000_000_000L + 500_000_000, index.messages().capturedAtNanos(1));
        assertTrue(index.files().getFirst().damage().isEmpty());
    }

    @Test
    void fileThatIsCutShortGivesAllBefore() throws IOException {
        all();
        byte[] whole = file.toByteArray();
        file.reset();
        file.writeBytes(Arrays.copyOf(whole, whole.length - 10));
        SipIndex index = read();
        assertEquals(6, index.messages().size());
        assertTrue(index.files().getFirst().damage().orElseThrow().what().startsWith("Frame 8 is truncated"));
    }

    @Test
    void recordsThatMakeNoSenseAreDamage() throws IOException {
        for (int i = 0; i < 25; i++) {
            record(ETH, 0, new byte[2], ethernet("c" + i));
        }
        record(ETH, 0, new byte[2], ethernet("last"));
        file.writeBytes(new byte[40]);
        SipIndex index = read();
        assertEquals(26, index.messages().size());
        assertTrue(index.files().getFirst().damage().isPresent());
    }

    @Test
    void otherFilesAreNoErf() throws IOException {
        for (byte[] bytes : List.of(new byte[4_000], "INVITE sip:b@example.org SIP/2.0\r\n".repeat(9).getBytes(),
                new byte[]{1, 2, 3, 4, 5}, "\u007fELF\2\1\1\0\2\0\0\0\0\0\0\0\2\0>\0\1".getBytes())) {
            Path path = Files.write(folder.resolve("other"), bytes);
            assertThrows(CaptureFormatException.class, () -> CaptureFile.open(path, RunMonitor.NONE));
        }
    }
}
