package org.sipsleuth.live;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.RawPacketListener;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.live.LiveCaptureException.Kind;

/// An interface that libpcap has opened, in non-blocking mode.
final class LibpcapSource implements PacketSource {

    /// So that a burst of large packets stays small in memory.
    private static final int PACKETS_AT_ONCE = 256;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MILLIS_PER_SECOND = 1000L;

    private static final class Arrived {
        private final long nanos;
        private final int originalBytes;
        private final byte[] bytes;

        Arrived(long nanos, int originalBytes, byte[] bytes) {
            this.nanos = nanos;
            this.originalBytes = originalBytes;
            this.bytes = bytes;
        }
    }

    private final String name;
    private final PcapHandle handle;
    private final int linkType;
    private final List<Arrived> arrived = new ArrayList<>();
    private Lost lost = Lost.NONE;

    LibpcapSource(String name, PcapHandle handle) {
        this.name = name;
        this.handle = handle;
        int type = handle.getDlt().value();
        this.linkType = type == LinkTypes.RAW_BSD ? LinkTypes.RAW : type; // as files number it
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int linkType() {
        return linkType;
    }

    // What the callback throws would be lost in native code, so it only gathers.
    @Override
    public int receive(Sink sink) throws IOException {
        arrived.clear();
        RawPacketListener gather =
                bytes -> arrived.add(new Arrived(nanos(handle.getTimestamp()), handle.getOriginalLength(), bytes));
        try {
            handle.dispatch(PACKETS_AT_ONCE, gather);
        } catch (PcapNativeException | NotOpenException e) {
            throw new LiveCaptureException(Kind.BROKEN,
                    "The interface %s stopped delivering packets: %s".formatted(name, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Arrived packet : arrived) {
            sink.packet(packet.nanos, packet.originalBytes, packet.bytes);
        }
        return arrived.size();
    }

    private static long nanos(Timestamp time) {
        return Math.floorDiv(time.getTime(), MILLIS_PER_SECOND) * NANOS_PER_SECOND + time.getNanos();
    }

    @Override
    public Lost lost() {
        if (handle.isOpen()) {
            try {
                PcapStat stat = handle.getStats();
                lost = new Lost(stat.getNumPacketsDropped(), stat.getNumPacketsDroppedByIf());
            } catch (PcapNativeException | NotOpenException unknown) {
                return lost; // an interface that went away keeps no count
            }
        }
        return lost;
    }

    @Override
    public void close() {
        handle.close();
    }
}
