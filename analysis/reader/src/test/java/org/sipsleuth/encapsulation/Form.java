package org.sipsleuth.encapsulation;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.sipsleuth.capture.PcapngWriter;

/// A format that a capture is written in.
///
/// @param carriesSecrets whether it can hold a key log
record Form(String name, boolean carriesSecrets, Writing writing) {

    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final int SNAP_BYTES = 262_144;

    private static final int SECONDS = 1_700_000_000;
    private static final int NANOS_BETWEEN = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    /// Writes frames of one link type.
    interface Writing {
        byte[] file(int linkType, List<Sent> frames, String secrets);
    }

    /// As most write it.
    static final Form PCAP = pcap("pcap", LITTLE, 0xa1b2c3d4, 4, 0, 0);

    /// The one that can hold secrets.
    static final Form PCAPNG = pcapng("pcapng", LITTLE);

    private static final List<Form> PLAIN = List.of(PCAP, pcap("pcap, big-endian", BIG, 0xa1b2c3d4, 4, 0, 0),
            pcap("pcap, ns", LITTLE, 0xa1b23c4d, 4, 0, 0), pcap("pcap, ns, big-endian", BIG, 0xa1b23c4d, 4, 0, 0),
            pcap("pcap 2.2", LITTLE, 0xa1b2c3d4, 2, 0, 0), pcap("pcap 2.3", BIG, 0xa1b2c3d4, 3, 0, 0),
            pcap("pcap, Kuznetzov", LITTLE, 0xa1b2cd34, 4, 0, 8),
            pcap("pcap, Kuznetzov with 28 bytes", LITTLE, 0xa1b2cd34, 4, 0, 12),
            pcap("pcap, IXIA", LITTLE, 0x1c0001ab, 4, 4, 0), pcap("pcap, IXIA, ns", LITTLE, 0x1c0001ac, 4, 4, 0),
            PCAPNG, pcapng("pcapng, big-endian", BIG), new Form("pcapng, simple packets", true, Form::simplePackets),
            new Form("pcapng, sections of both byte orders", false, Form::sections));

    private static final List<Form> PACKED =
            List.of(new Form("pcap, gzip", false, (l, f, s) -> gzip(PCAP.writing.file(l, f, s))),
                    new Form("pcapng, gzip", true, (l, f, s) -> gzip(PCAPNG.writing.file(l, f, s))),
                    new Form("pcap, zstd", false, (l, f, s) -> Zstd.compress(PCAP.writing.file(l, f, s))),
                    new Form("pcapng, zstd", true, (l, f, s) -> Zstd.compress(PCAPNG.writing.file(l, f, s))));

    /// All of them.
    static List<Form> all() {
        return Stream.concat(PLAIN.stream(), PACKED.stream()).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Form pcap(String name, ByteOrder order, int magic, int minor, int fileMore, int recordMore) {
        boolean nanos = magic == 0xa1b23c4d || magic == 0x1c0001ac;
        boolean swapped = minor < 4; // before 2.3, and the one of 2.3 that did so too
        return new Form(name, false, (linkType, frames, _) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(ByteBuffer.allocate(24 + fileMore)
                    .order(order)
                    .putInt(magic)
                    .putShort((short) 2)
                    .putShort((short) minor)
                    .putLong(0)
                    .putInt(SNAP_BYTES)
                    .putInt(linkType)
                    .array());
            long time = 0;
            for (Sent frame : frames) {
                time += NANOS_BETWEEN;
                int fraction = (int) (time % NANOS_PER_SECOND);
                int length = frame.bytes().length;
                int wire = swapped ? length + 1 : length; // so that the order matters
                bytes.writeBytes(ByteBuffer.allocate(16 + recordMore + length)
                        .order(order)
                        .putInt((int) (SECONDS + time / NANOS_PER_SECOND))
                        .putInt(nanos ? fraction : fraction / NANOS_PER_MICRO)
                        .putInt(wire)
                        .putInt(length)
                        .position(16 + recordMore)
                        .put(frame.bytes())
                        .array());
            }
            return bytes.toByteArray();
        });
    }

    private static Form pcapng(String name, ByteOrder order) {
        return new Form(name, true, (linkType, frames, secrets) -> {
            PcapngWriter writer = new PcapngWriter(order).capturesOn(linkType);
            if (!secrets.isEmpty()) {
                writer.tlsSecrets(secrets);
            }
            addTo(writer, frames, 0);
            return writer.bytes();
        });
    }

    private static void addTo(PcapngWriter writer, List<Sent> frames, int before) {
        long micros = SECONDS * 1_000_000L + (long) before * NANOS_BETWEEN / NANOS_PER_MICRO;
        for (Sent frame : frames) {
            micros += NANOS_BETWEEN / NANOS_PER_MICRO;
            writer.packet(0, micros, frame.bytes());
        }
    }

    private static byte[] simplePackets(int linkType, List<Sent> frames, String secrets) {
        PcapngWriter writer = new PcapngWriter(LITTLE).capturesOn(linkType);
        if (!secrets.isEmpty()) {
            writer.tlsSecrets(secrets);
        }
        frames.forEach(frame -> writer.simplePacket(frame.bytes()));
        return writer.bytes();
    }

    private static byte[] sections(int linkType, List<Sent> frames, String secrets) {
        PcapngWriter writer = new PcapngWriter(LITTLE).capturesOn(linkType);
        int half = frames.size() / 2;
        addTo(writer, frames.subList(0, half), 0);
        writer.section(BIG).capturesOn(linkType);
        addTo(writer, frames.subList(half, frames.size()), half);
        return writer.bytes();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
