package org.sipsleuth.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sipsleuth.live.PacketSource.Lost;
import org.sipsleuth.live.Ring.PushedOut;

/// A running capture: writes packets of an interface, or reports, to a ring until it is stopped.
public final class LiveCapture {

    /// The first pause when no packet has arrived. Each next one is twice as long until one arrives.
    private static final long LEAST_IDLE_NANOS = Duration.ofMillis(5).toNanos();

    /// The longest one: 20,000 packets a second fit into the usual buffers of the kernel for so long.
    private static final long MOST_IDLE_NANOS = Duration.ofMillis(40).toNanos();

    private static final long NANOS_BETWEEN_COUNTS = Duration.ofMillis(200).toNanos();

    /// The time for which packets from before the stop may still be in the kernel.
    private static final long LAST_NANOS = Duration.ofMillis(2L * Libpcap.GATHER_MILLIS).toNanos();

    /// What was captured so far.
    ///
    /// @param packets packets received
    /// @param lost packets dropped before they were read
    /// @param pushedOut what the ring discarded for lack of space
    /// @param unstored packets that the disk had no room for
    /// @param shortened packets that another program cut off
    public record Counts(long packets, Lost lost, PushedOut pushedOut, Unstored unstored, Shortened shortened) {}

    private final PacketSource source;
    private final Ring ring;
    private volatile boolean stopped;
    private volatile Counts counts = new Counts(0, Lost.NONE, PushedOut.NONE, Unstored.NONE, Shortened.NONE);
    private long packets;
    private long idleNanos = LEAST_IDLE_NANOS;
    private long nextCounts = System.nanoTime();

    private LiveCapture(PacketSource source, Ring ring) {
        this.source = source;
        this.ring = ring;
    }

    /// Opens the interface or the socket, and the ring; nothing is captured before [#run].
    ///
    /// @throws LiveCaptureException with a sentence for the user
    public static LiveCapture open(PacketSources sources, LiveRequest request) throws LiveCaptureException {
        return open(sources, request, RingDisk.SYSTEM);
    }

    static LiveCapture open(PacketSources sources, LiveRequest request, RingDisk disk) throws LiveCaptureException {
        PacketSource source = switch (request.origin()) {
            case LiveOrigin.Interface packets -> sources.open(packets.name(), packets.filter());
            case LiveOrigin.HepReports reports -> HepSources.open(reports);
        };
        boolean opened = false;
        try {
            LiveCapture capture = new LiveCapture(source, Ring.open(request.ring(), source.linkType(), disk));
            opened = true;
            return capture;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    /// Captures until [#stop], on the thread that calls it. All is closed when it returns.
    ///
    /// @throws LiveCaptureException if the interface delivers no more packets
    /// @throws IOException if the ring cannot be written for another reason than a full disk
    public void run() throws IOException {
        try (ring; source) {
            while (!stopped) {
                receive();
            }
            long end = System.nanoTime() + LAST_NANOS;
            while (System.nanoTime() - end < 0) {
                receive();
            }
            count();
        } finally {
            count(counts.lost()); // also where it failed
        }
    }

    private void receive() throws IOException {
        boolean idle = source.receive(this::keep) == 0;
        ring.flush();
        if (System.nanoTime() - nextCounts >= 0) {
            count();
        }
        if (idle) {
            LockSupport.parkNanos(idleNanos);
        }
        idleNanos = idle ? Math.min(2 * idleNanos, MOST_IDLE_NANOS) : LEAST_IDLE_NANOS;
    }

    private void keep(long nanos, int originalBytes, byte[] bytes) throws IOException {
        ring.append(nanos, originalBytes, bytes);
        packets++;
    }

    private void count() throws IOException {
        ring.findShortened();
        count(source.lost());
        nextCounts = System.nanoTime() + NANOS_BETWEEN_COUNTS;
    }

    private void count(Lost lost) {
        counts = new Counts(packets, lost, ring.pushedOut(), ring.unstored(), ring.shortened());
    }

    /// Requests the end. Packets received until then are kept.
    public void stop() {
        stopped = true;
    }

    /// The name of the interface, or where reports are received.
    public String sourceName() {
        return source.name();
    }

    /// The ring of files.
    public Ring ring() {
        return ring;
    }

    /// What was captured so far; a fraction of a second old.
    public Counts counts() {
        return counts;
    }
}
