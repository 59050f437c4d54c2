package org.sipsleuth.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.live.LiveCaptureException.Kind;

/// HEP reports that come in datagrams.
final class HepDatagrams implements PacketSource {

    /// So that a burst is stored while the next one waits in the kernel.
    private static final int DATAGRAMS_AT_ONCE = 256;

    private static final int LARGEST_DATAGRAM_BYTES = 65_535;

    /// What the kernel is asked for; it gives as much as `net.core.rmem_max` allows.
    private static final int KERNEL_BUFFER_BYTES = 32 << 20;

    private final HepAddress address;
    private final DatagramChannel channel;
    private final InetSocketAddress bound;
    private final DatagramDrops drops;
    private final String remedy;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST_DATAGRAM_BYTES);
    private long tooLong;

    private HepDatagrams(HepAddress address, DatagramChannel channel) throws IOException {
        this.channel = channel;
        this.bound = (InetSocketAddress) channel.getLocalAddress();
        this.address = address.withPort(bound.getPort());
        this.drops = new DatagramDrops(Path.of("/proc/net"), bound.getPort());
        this.remedy = channel.getOption(StandardSocketOptions.SO_RCVBUF) < KERNEL_BUFFER_BYTES
                ? "sudo sysctl -w net.core.rmem_max=" + KERNEL_BUFFER_BYTES
                : "";
    }

    static HepDatagrams open(HepAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        boolean isOpened = false;
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER_BYTES);
            channel.bind(address.socketAddress());
            channel.configureBlocking(false);
            HepDatagrams source = new HepDatagrams(address, channel);
            isOpened = true;
            return source;
        } finally {
            if (!isOpened) {
                channel.close();
            }
        }
    }

    @Override
    public String name() {
        return "HEP " + address.text();
    }

    @Override
    public int linkType() {
        return LinkTypes.RAW;
    }

    @Override
    public int receive(Sink sink) throws IOException {
        for (int i = 0; i < DATAGRAMS_AT_ONCE; i++) {
            datagram.clear();
            InetSocketAddress from = from();
            if (from == null) {
                return i;
            }
            byte[] report = new byte[datagram.flip().remaining()];
            datagram.get(report);
            if (report.length > ReportPacket.LARGEST_REPORT_BYTES) {
                tooLong++;
            } else {
                byte[] packet = ReportPacket.of(from, bound, report);
                sink.packet(nanos(Instant.now()), packet.length, packet);
            }
        }
        return DATAGRAMS_AT_ONCE;
    }

    private @Nullable InetSocketAddress from() throws LiveCaptureException {
        try {
            return (InetSocketAddress) channel.receive(datagram);
        } catch (IOException e) {
            throw new LiveCaptureException(Kind.BROKEN,
                    "No more reports are received at %s: %s".formatted(address.text(), e.getMessage()), e);
        }
    }

    /// A time as packets have it, in ns since the epoch.
    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    @Override
    public Lost lost() {
        return new Lost(drops.count(), tooLong, remedy);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }
}
