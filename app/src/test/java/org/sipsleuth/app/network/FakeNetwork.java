package org.sipsleuth.app.network;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.live.FakeSource;
import org.sipsleuth.live.LiveCaptureException;
import org.sipsleuth.live.LiveCaptureException.Kind;
import org.sipsleuth.live.LiveInterface;
import org.sipsleuth.live.PacketSource;
import org.sipsleuth.live.PacketSources;

/// A network with one interface, `fake0`, on which a test makes calls; needs no library and no
/// rights.
public final class FakeNetwork implements PacketSources {

    private static final String CALLER = "192.0.2.1";
    private static final String CALLEE = "192.0.2.2";

    private final FakeSource source = new FakeSource();
    private final Optional<Obstacle> obstacle;

    public FakeNetwork() {
        this(Optional.empty());
    }

    /// @param obstacle why nothing can be captured
    public FakeNetwork(Optional<Obstacle> obstacle) {
        this.obstacle = obstacle;
    }

    /// A caller sends an INVITE.
    public void invite(String callId) {
        send(message("INVITE sip:bob@example.org SIP/2.0", callId));
    }

    /// A host sends a request to the caller.
    public void request(String source, String method, String callId) {
        String start = method + " sip:bob@example.org SIP/2.0";
        String text = message(start, callId).replace("1 INVITE", "1 " + method);
        this.source.send(Packets.sip(source, CALLER, text));
    }

    /// A packet of a recording comes, at its time.
    public void replay(byte[] packet, long capturedAtNanos) {
        source.send(packet, capturedAtNanos);
    }

    /// The callee answers it.
    public void answer(String callId) {
        send(message("SIP/2.0 200 OK", callId));
    }

    /// A client and a server talk over TLS.
    public void tls(TlsSession session) {
        session.packets().forEach(source::send);
    }

    /// Something that is no SIP.
    public void noise() {
        send("noise");
    }

    /// Much that is no SIP, in one packet.
    public void noise(int bytes) {
        source.send(new byte[bytes]);
    }

    /// The kernel loses packets.
    public void lose(long packets) {
        source.lose(packets);
    }

    /// The interface goes away.
    public void breakDown() {
        source.breakDown();
    }

    /// Whether somebody captures.
    public boolean isOpen() {
        return source.isOpen();
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

        """.formatted(start, callId, callId).replace("\n", "\r\n");
    }

    private void send(String text) {
        source.send(Packets.sip(CALLER, CALLEE, text));
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return obstacle;
    }

    @Override
    public List<LiveInterface> interfaces() throws LiveCaptureException {
        throwIfObstructed();
        return source.interfaces();
    }

    @Override
    public PacketSource open(String name, String filter) throws LiveCaptureException {
        throwIfObstructed();
        return source.open(name, filter);
    }

    private void throwIfObstructed() throws LiveCaptureException {
        if (obstacle.isPresent()) {
            throw new LiveCaptureException(Kind.NO_LIBRARY, obstacle.get().sentence());
        }
    }
}
