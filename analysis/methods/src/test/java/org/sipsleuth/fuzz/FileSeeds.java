package org.sipsleuth.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.PcapngWriter;

/// Sound capture files: every variant of pcap, and everything that pcapng can say.
final class FileSeeds {

    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    /// So few that a change seldom meets bytes which nobody reads any more.
    private static final int FRAMES_OF_A_SEED = 4;

    private static final int SECONDS = 1_700_000_000;

    private static final int OLD_PACKET = 2;
    private static final int NAMES = 4;
    private static final int STATISTICS = 5;
    private static final int PACKET = 6;

    /// A variant of pcap.
    ///
    /// @param version in the upper half, what is behind its point in the lower
    /// @param fileMore bytes that its file header has more than the usual one
    /// @param recordMore bytes that its record headers have more
    private record Variant(int magic, int version, int fileMore, int recordMore) {}

    private static final List<Variant> VARIANTS = List.of(new Variant(0xa1b2c3d4, 2 << 16 | 4, 0, 0),
            new Variant(0xa1b23c4d, 2 << 16 | 4, 0, 0), new Variant(0xa1b2c3d4, 2 << 16 | 2, 0, 0),
            new Variant(0xa1b2c3d4, 2 << 16 | 3, 0, 0), new Variant(0xa1b2c3d4, 543 << 16, 0, 0),
            new Variant(0xa1b2cd34, 2 << 16 | 4, 0, 8), new Variant(0xa1b2cd34, 2 << 16 | 4, 0, 12),
            new Variant(0x1c0001ab, 2 << 16 | 4, 4, 0), new Variant(0x1c0001ac, 2 << 16 | 4, 4, 0));

    private FileSeeds() {}

    /// Files of every variant, in both byte orders.
    static List<byte[]> pcap() {
        List<byte[]> seeds = new ArrayList<>();
        for (ByteOrder order : ORDERS) {
            for (Variant variant : VARIANTS) {
                seeds.add(pcap(order, variant, seeds.size()));
            }
        }
        for (int i = 0; i < Seeds.frames().size(); i += FRAMES_OF_A_SEED) {
            seeds.add(pcap(ByteOrder.LITTLE_ENDIAN, VARIANTS.getFirst(), i));
        }
        return seeds;
    }

    private static byte[] pcap(ByteOrder order, Variant variant, int first) {
        boolean swapped = variant.version() != (2 << 16 | 4);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(24 + variant.fileMore())
                .order(order)
                .putInt(variant.magic())
                .putShort((short) (variant.version() >> 16))
                .putShort((short) variant.version())
                .putInt(16, 262_144)
                .putInt(20, 1)
                .array());
        for (byte[] frame : frames(first)) {
            int wire = file.size() % 2 == 0 ? frame.length : frame.length + 9;
            file.writeBytes(ByteBuffer.allocate(16 + variant.recordMore())
                    .order(order)
                    .putInt(SECONDS - file.size())
                    .putInt(7)
                    .putInt(swapped ? wire : frame.length)
                    .putInt(swapped ? frame.length : wire)
                    .array());
            file.writeBytes(frame);
        }
        return file.toByteArray();
    }

    /// Some frames; the first is always one with a message.
    private static List<byte[]> frames(int first) {
        List<byte[]> all = Seeds.frames();
        List<byte[]> some = new ArrayList<>(List.of(all.getFirst()));
        while (some.size() < FRAMES_OF_A_SEED) {
            some.add(all.get((first + some.size()) % all.size()));
        }
        return some;
    }

    /// Files with packets in all kinds of blocks, of all kinds of interfaces, and with notes.
    static List<byte[]> pcapng() {
        List<byte[]> seeds = new ArrayList<>();
        for (ByteOrder order : ORDERS) {
            seeds.add(interfaces(order));
            seeds.add(notes(order));
            for (int i = 0; i < Seeds.frames().size(); i += FRAMES_OF_A_SEED) {
                PcapngWriter file = new PcapngWriter(order).capturesOn(1);
                frames(i).forEach(frame -> file.packet(0, 1, frame));
                seeds.add(file.bytes());
            }
        }
        return seeds;
    }

    /// Interfaces with clocks of their own, sections in both orders.
    private static byte[] interfaces(ByteOrder order) {
        byte[] frame = Seeds.frames().getFirst();
        PcapngWriter file = new PcapngWriter(order);
        file.capturesOn(1, 9, 3600).capturesOn(1, 0x89, -1).capturesOn(1, 13, 0).capturesOn(1);
        file.packet(0, 1L << 60, frame).packet(1, 7, frame).packet(2, 1L << 50, frame);
        file.simplePacket(frame).packet(3, 1, frame);
        for (ByteOrder next : ORDERS) {
            file.section(next).capturesOn(1, 0xa0, 1).packet(0, 1L << 33, frame);
        }
        return file.bytes();
    }

    /// Comments, names of addresses, lost packets, secrets, and blocks that nobody knows.
    private static byte[] notes(ByteOrder order) {
        byte[] frame = Seeds.frames().getFirst();
        int padded = frame.length + 3 & ~3;
        PcapngWriter file = new PcapngWriter(order).capturesOn(1);
        ByteBuffer described = file.buffer(32).putShort((short) 1).position(8);
        file.block(1, option(option(described, 2, "eth0"), 1, "uplink"));
        ByteBuffer packet = file.buffer(20 + padded + 24);
        packet.putInt(12, frame.length).putInt(16, frame.length + 100).put(20, frame);
        packet.position(20 + padded);
        file.block(PACKET, option(option(packet, 1, "look"), 4, "\0\0\0\0\0\0\0\3"));
        ByteBuffer old = file.buffer(20 + padded).putShort(2, (short) 2);
        old.putInt(12, frame.length).putInt(16, frame.length).put(20, frame);
        file.block(OLD_PACKET, old);
        String six = "\u0020\u0001\r\u00b8" + "\0".repeat(11) + "\1";
        file.block(NAMES, option(option(file.buffer(40), 1, "\u00c0\0\2\1pbx\0"), 2, six + "gw\0").rewind());
        ByteBuffer lost = file.buffer(12 + 24).position(12);
        file.block(STATISTICS, option(option(lost, 5, "\0\0\0\0\0\0\0\7"), 7, "\1\0\0\0\0\0\0\0"));
        file.tlsSecrets("CLIENT_RANDOM " + "a".repeat(64) + " " + "b".repeat(96) + "\n");
        file.block(0x0bad, file.buffer(8).putInt(32_473));
        return file.bytes();
    }

    /// Adds an option, or a record of names.
    private static ByteBuffer option(ByteBuffer body, int code, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        body.putShort((short) code).putShort((short) bytes.length).put(bytes);
        return body.position(body.position() + 3 & ~3);
    }
}
