package org.sipsleuth.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.live.LiveCaptureException.Kind;

/// An interface `fake0` whose packets a test sends; needs no library and no rights.
public final class FakeSource implements PacketSources, PacketSource {

    private static final int AT_ONCE = 100;
    private static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final long BETWEEN_NANOS = 1_000_001L;

    private record Packet(byte[] bytes, Optional<Long> capturedAtNanos) {}

    private final ConcurrentLinkedQueue<Packet> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();
    private long nanos = START_NANOS;

    /// A packet comes.
    public void send(byte[] packet) {
        waiting.add(new Packet(packet, Optional.empty()));
    }

    /// A packet comes that was captured at another time, in ns since the epoch; those after it come
    /// after that time.
    public void send(byte[] packet, long capturedAtNanos) {
        waiting.add(new Packet(packet, Optional.of(capturedAtNanos)));
    }

    /// The kernel loses packets.
    public void lose(long packets) {
        lost.addAndGet(packets);
    }

    /// The interface goes away, once what was sent has been received.
    public void breakDown() {
        broken.set(true);
    }

    /// Whether somebody captures.
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<LiveInterface> interfaces() {
        return List.of(new LiveInterface("fake0", "For tests", List.of("192.0.2.1"), true, false));
    }

    @Override
    public PacketSource open(String name, String filter) throws LiveCaptureException {
        if (!name.isEmpty() && !name.equals("fake0")) {
            throw new LiveCaptureException(Kind.NO_INTERFACE,
                    "There is no interface \"%s\" here; there are: fake0".formatted(name));
        }
        if (filter.startsWith("bad")) {
            throw new LiveCaptureException(Kind.BAD_FILTER,
                    "The capture filter \"%s\" is not understood: syntax error".formatted(filter));
        }
        open.set(true);
        return this;
    }

    @Override
    public String name() {
        return "fake0";
    }

    @Override
    public int linkType() {
        return LinkTypes.ETHERNET;
    }

    @Override
    public int receive(Sink sink) throws IOException {
        if (broken.get() && waiting.isEmpty()) {
            throw new LiveCaptureException(Kind.BROKEN, "The interface fake0 gives no more packets: it is down");
        }
        int count = 0;
        while (count < AT_ONCE && !waiting.isEmpty()) {
            Packet packet = waiting.remove();
            nanos = packet.capturedAtNanos().orElse(nanos + BETWEEN_NANOS);
            sink.packet(nanos, packet.bytes().length, packet.bytes());
            count++;
        }
        return count;
    }

    @Override
    public Lost lost() {
        return new Lost(lost.get(), 0);
    }

    @Override
    public void close() {
        open.set(false);
    }
}
