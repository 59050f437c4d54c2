package org.sipsleuth.view.ui;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A capture made by a test: UDP datagrams over IPv4 and Ethernet, as a pcap file.
public final class PcapFile {

    private static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    private static final int ETHERNET = 1;
    private static final int ETHERNET_BYTES = 14;
    private static final int IP_BYTES = 20;
    private static final int UDP_BYTES = 8;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int FIRST_PIECE = 64;
    private static final int SNAP_LENGTH = 262_144;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final List<ByteBuffer> records = new ArrayList<>();

    /// Adds a datagram with a text of UTF-8.
    public PcapFile add(long nanos, InetSocketAddress source, InetSocketAddress destination, String text) {
        return add(nanos, source, destination, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a datagram.
    public PcapFile add(long nanos, InetSocketAddress source, InetSocketAddress destination, byte[] payload) {
        return packet(nanos, source, destination, 0, datagram(source, destination, payload));
    }

    /// Adds a datagram in pieces of so many bytes, a multiple of 8.
    public PcapFile addInPieces(long nanos, InetSocketAddress source, InetSocketAddress destination, String text,
            int pieceBytes) {
        byte[] all = datagram(source, destination, text.getBytes(StandardCharsets.UTF_8));
        for (int from = 0; from < all.length; from += pieceBytes) {
            int to = Math.min(all.length, from + pieceBytes);
            int more = to < all.length ? MORE_FRAGMENTS : 0;
            byte[] piece = Arrays.copyOfRange(all, from, to);
            packet(nanos, source, destination, more | from / 8, piece);
        }
        return this;
    }

    /// Adds a datagram in two pieces, of which the second came before with another last byte.
    public PcapFile addOverlapping(long nanos, InetSocketAddress source, InetSocketAddress destination, String text) {
        byte[] all = datagram(source, destination, text.getBytes(StandardCharsets.UTF_8));
        byte[] end = Arrays.copyOfRange(all, FIRST_PIECE, all.length);
        byte[] other = end.clone();
        other[other.length - 1] ^= 1;
        packet(nanos, source, destination, FIRST_PIECE / 8, end);
        packet(nanos, source, destination, FIRST_PIECE / 8, other);
        byte[] begin = Arrays.copyOf(all, FIRST_PIECE);
        return packet(nanos, source, destination, MORE_FRAGMENTS, begin);
    }

    private static byte[] datagram(InetSocketAddress source, InetSocketAddress destination, byte[] payload) {
        return ByteBuffer.allocate(UDP_BYTES + payload.length)
                .putShort((short) source.getPort())
                .putShort((short) destination.getPort())
                .putShort((short) (UDP_BYTES + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    private PcapFile packet(long nanos, InetSocketAddress source, InetSocketAddress destination, int fragment,
            byte[] data) {
        int length = ETHERNET_BYTES + IP_BYTES + data.length;
        ByteBuffer record = ByteBuffer.allocate(16 + length);
        record.putInt((int) (nanos / NANOS_PER_SECOND)).putInt((int) (nanos % NANOS_PER_SECOND));
        record.putInt(length).putInt(length);
        record.put(new byte[12]).putShort((short) 0x0800);
        record.put((byte) 0x45).put((byte) 0).putShort((short) (length - ETHERNET_BYTES));
        record.putShort((short) 0).putShort((short) fragment);
        record.put((byte) 64).put((byte) 17).putShort((short) 0);
        record.put(address(source)).put(address(destination)).put(data).flip();
        records.add(record);
        return this;
    }

    /// Writes the file.
    public Path write(Path file) throws IOException {
        return write(file, records);
    }

    /// Writes it into two files, of which the first gets so many frames.
    public List<Path> write(Path first, int frames, Path second) throws IOException {
        return List.of(write(first, records.subList(0, frames)),
                write(second, records.subList(frames, records.size())));
    }

    private static Path write(Path file, List<ByteBuffer> frames) throws IOException {
        int length = 24 + frames.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        all.putInt(MAGIC_NANOSECONDS).putShort((short) 2).putShort((short) 4);
        all.putInt(0).putInt(0).putInt(SNAP_LENGTH).putInt(ETHERNET);
        frames.forEach(frame -> all.put(frame.duplicate()));
        return Files.write(file, all.array());
    }

    /// Writes the file and reads it as an index.
    public SipIndex index(Path file) throws IOException {
        return CaptureIndexer.read(List.of(write(file)), RunMonitor.NONE);
    }

    private static byte[] address(InetSocketAddress endpoint) {
        return ((Inet4Address) endpoint.getAddress()).getAddress();
    }
}
