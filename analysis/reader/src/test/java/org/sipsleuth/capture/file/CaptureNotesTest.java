package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.run.RunMonitor;

class CaptureNotesTest {

    private static final int INTERFACE = 1;
    private static final int NAMES = 4;
    private static final int STATISTICS = 5;
    private static final int PACKET = 6;
    private static final int OLD_PACKET = 2;

    @TempDir Path directory;

    private CaptureNotes notes(byte[] bytes) throws IOException {
        return reader(bytes).notes();
    }

    /// One that has come to the end.
    private FrameReader reader(byte[] bytes) throws IOException {
        FrameReader reader =
                CaptureFile.open(Files.write(Files.createTempFile(directory, "t", ".cap"), bytes), RunMonitor.NONE)
                        .frames();
        Frame frame = new Frame();
        while (reader.next(frame)) {
            assertTrue(frame.number() > 0);
        }
        return reader;
    }

    /// Adds an option, or a record of names.
    private static ByteBuffer option(ByteBuffer body, int code, byte[] value) {
        body.putShort((short) code).putShort((short) value.length).put(value);
        return body.position(body.position() + 3 & ~3);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(ByteOrder order, long number) {
        return ByteBuffer.allocate(8).order(order).putLong(number).array();
    }

    private static byte[] named(InetAddress address, String names) {
        byte[] ip = address.getAddress();
        return ByteBuffer.allocate(ip.length + names.length()).put(ip).put(text(names)).array();
    }

    private static byte[] everything(ByteOrder order) throws IOException {
        PcapngWriter file = new PcapngWriter(order);
        file.block(INTERFACE,
                option(option(file.buffer(32).putShort((short) 1).putShort((short) 0).putInt(64), 2, text("eth0")), 1,
                        text("uplink")));
        file.block(PACKET,
                option(option(packet(file.buffer(20 + 60 + 24), 60, 1500), 1, text("look")), 4, number(order, 3)));
        file.packet(0, 1, new byte[60]);
        file.block(OLD_PACKET, oldPacket(file.buffer(20 + 60), 2));
        file.block(NAMES,
                option(option(file.buffer(12 + 28 + 4), 1, named(InetAddress.getByName("192.0.2.1"), "pbx\0alias\0")),
                        2, named(InetAddress.getByName("2001:db8::1"), "gw\0")));
        file.block(STATISTICS, statistics(file, order, 4));
        file.block(STATISTICS, statistics(file, order, 7)); // counts from the start, so it replaces
        file.section(order).capturesOn(1).block(STATISTICS, statistics(file, order, 1));
        return file.bytes();
    }

    private static ByteBuffer packet(ByteBuffer body, int captured, int wire) {
        body.putInt(0).putInt(0).putInt(0).putInt(captured).putInt(wire);
        return body.position(body.position() + captured);
    }

    private static ByteBuffer oldPacket(ByteBuffer body, int drops) {
        return body.putShort((short) 0).putShort((short) drops).putInt(0).putInt(0).putInt(60).putInt(60);
    }

    private static ByteBuffer statistics(PcapngWriter file, ByteOrder order, long drops) {
        ByteBuffer body = file.buffer(12 + 24).putInt(0).putLong(0);
        return option(option(body, 5, number(order, drops)), 7, number(order, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheFileSaysAboutItselfIsKept(boolean little) throws IOException {
        CaptureNotes notes = notes(everything(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
        assertEquals(List.of(new CaptureNotes.Comment(0, "uplink"), new CaptureNotes.Comment(1, "look")),
                notes.comments());
        assertEquals(2, notes.commentCount());
        assertEquals(List.of("eth0"), notes.interfaces());
        assertEquals(Map.of(InetAddress.getByName("192.0.2.1"), "pbx", InetAddress.getByName("2001:db8::1"), "gw"),
                notes.names());
        assertEquals(1, notes.snapped());
        assertEquals(7 + 1 + 1 + 1, notes.dropped(), "the statistics tell more than the frames");
    }

    @Test
    void commentsAreBounded() throws IOException {
        PcapngWriter file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1);
        for (int i = 0; i < 150; i++) {
            file.block(PACKET, option(packet(file.buffer(20 + 60 + 4 + 2000), 60, 60), 1, new byte[2000]));
        }
        CaptureNotes notes = notes(file.bytes());
        assertEquals(150, notes.commentCount());
        assertEquals(100, notes.comments().size());
        assertEquals(1000, notes.comments().getFirst().text().length());
    }

    @Test
    void secretsBeyondTheLimitAreReported() throws IOException {
        PcapngWriter file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1);
        for (int i = 0; i < 4; i++) {
            file.tlsSecrets("#".repeat(6 << 20));
        }
        FrameReader reader = reader(file.bytes());
        assertEquals(2, reader.keyLogs().size());
        assertEquals(2, reader.notes().secretsLeftOut());
        assertEquals(0, notes(everything(ByteOrder.LITTLE_ENDIAN)).secretsLeftOut());
    }

    @Test
    void anyChangedByteIsEndured() throws IOException {
        byte[] whole = everything(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(3);
        for (int i = 28; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] = (byte) random.nextInt();
            CaptureNotes notes = notes(changed);
            assertTrue(notes.dropped() >= 0);
        }
    }
}
