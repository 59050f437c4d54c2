package org.sipsleuth.capture.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.ByteStream.Verdict;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.Heard;

/// A connection that may become a WebSocket, and what was heard over it, for tests.
final class TestSocket {

    final Arrival arrival = new Arrival();
    final Heard heard = new Heard();
    final ByteStream client;
    final ByteStream server;
    private long given;

    TestSocket(boolean fromItsBeginning) {
        Conversation socket =
                WebSocket.open(heard.open(arrival), new UnpackingWindows(), new BufferBudget(), fromItsBeginning);
        client = socket.fromFirst();
        server = socket.fromOther();
    }

    /// How many bytes were given; so the next ones lie there.
    long given() {
        return given;
    }

    Verdict give(ByteStream stream, byte[] bytes) {
        return give(stream, bytes, 0, bytes.length);
    }

    Verdict give(ByteStream stream, byte[] bytes, int from, int to) {
        Provenance origin = Provenance.of(0, given, to - from, 1, 0);
        given += to - from;
        return stream.data(arrival, bytes, from, to, origin);
    }

    void shakeHands(String extension) {
        assertEquals(Verdict.NOTHING, give(client, Frames.request()));
        assertEquals(UnreadReason.WEBSOCKET_HANDSHAKE, client.unreadReason());
        assertEquals(Verdict.NOTHING, give(server, Frames.response(extension)));
        assertEquals(UnreadReason.WEBSOCKET_HANDSHAKE, server.unreadReason());
    }
}
