package org.sipsleuth.app.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.live.LiveCaptureException;
import org.sipsleuth.capture.live.LiveCaptureException.Kind;
import org.sipsleuth.capture.live.LiveInterface;
import org.sipsleuth.capture.live.PacketSource;
import org.sipsleuth.capture.live.PacketSources;

/// A network with one interface, `fake0`, on which a test makes calls; needs no library and no
/// rights.
public final class FakeNetwork implements PacketSources, PacketSource {

    private static final int AT_ONCE = 100;
    private static final int HEADERS = 14 + 20 + 8;

    private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();
    private final Optional<String> obstacle;
    private long nanos = 1_700_000_000_000_000_000L;

    public FakeNetwork() {
        this(Optional.empty());
    }

    /// @param obstacle why nothing can be captured
    public FakeNetwork(Optional<String> obstacle) {
        this.obstacle = obstacle;
    }

    /// A caller sends an INVITE.
    public void invite(String callId) {
        send(message("INVITE sip:bob@example.org SIP/2.0", callId));
    }

    /// The callee answers it.
    public void answer(String callId) {
        send(message("SIP/2.0 200 OK", callId));
    }

    /// A client and a server talk over TLS.
    public void tls(TlsSession session) {
        waiting.addAll(session.packets());
    }

    /// Something that is no SIP.
    public void noise() {
        send("noise");
    }

    /// The kernel loses packets.
    public void lose(long packets) {
        lost.addAndGet(packets);
    }

    /// The interface goes away.
    public void breakDown() {
        broken.set(true);
    }

    /// Whether somebody captures.
    public boolean isOpen() {
        return open.get();
    }

    private static String message(String start, String callId) {
        return """
               %s
               Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK%s
               From: <sip:alice@example.org>;tag=a
               To: <sip:bob@example.org>
               Call-ID: %s
               CSeq: 1 INVITE
               Content-Length: 0

               """
                .formatted(start, callId, callId)
                .replace("\n", "\r\n");
    }

    private void send(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(HEADERS + payload.length);
        frame.put(new byte[12]).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (28 + payload.length));
        frame.putInt(0).put((byte) 64).put((byte) 17).putShort((short) 0);
        frame.put(new byte[] {(byte) 192, 0, 2, 1}).put(new byte[] {(byte) 192, 0, 2, 2});
        frame.putShort((short) 5060).putShort((short) 5060);
        frame.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
        waiting.add(frame.array());
    }

    @Override
    public Optional<String> obstacle() {
        return obstacle;
    }

    @Override
    public List<LiveInterface> interfaces() throws LiveCaptureException {
        if (obstacle.isPresent()) {
            throw new LiveCaptureException(Kind.NO_LIBRARY, obstacle.get());
        }
        return List.of(new LiveInterface("fake0", "For tests", List.of("192.0.2.1"), true, false));
    }

    @Override
    public PacketSource open(String name, String filter) throws LiveCaptureException {
        String first = interfaces().getFirst().name();
        if (!name.isEmpty() && !name.equals(first)) {
            throw new LiveCaptureException(
                    Kind.NO_INTERFACE,
                    "There is no interface \"%s\" here; there are: fake0".formatted(name));
        }
        if (filter.startsWith("bad")) {
            throw new LiveCaptureException(
                    Kind.BAD_FILTER,
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
        if (broken.get()) {
            throw new LiveCaptureException(
                    Kind.BROKEN, "The interface fake0 gives no more packets: it is down");
        }
        int count = 0;
        while (count < AT_ONCE && !waiting.isEmpty()) {
            byte[] packet = waiting.remove();
            nanos += 1_000_000;
            sink.packet(nanos, packet.length, packet);
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
