package org.sipsleuth.capture.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.ByteStream.Verdict;

/// How a WebSocket is found behind HTTP.
class WebSocketHandshakeTest {

    private static final String REQUEST = "OPTIONS sip:b@example.org SIP/2.0\r\n\r\n";
    private static final String RESPONSE = "SIP/2.0 200 OK\r\n\r\n";

    private static final List<String> EARLIER_RESPONSES =
            List.of("HTTP/1.1 401 Unauthorized\r\nContent-Length: 12\r\n\r\nHTTP/1.1 101",
                    "HTTP/1.1 401 Unauthorized\r\nContent-Length:0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nHTTP/\r\n1f\r\n" + "1".repeat(31)
                            + "\r\n0\r\nX: y\r\n\r\n",
                    "HTTP/1.1 304 Not Modified\r\nContent-Length: 700\r\n\r\n",
                    "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");

    private static final List<String> EARLIER_REQUESTS = List.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nGET /", "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");

    private final TestSocket socket = new TestSocket(true);

    @Test
    void responseThatEndsWithItsConnectionIsForeign() {
        byte[] request = Frames.ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertEquals(Verdict.NOTHING, socket.give(socket.client, request));
        assertEquals(UnreadReason.HTTP, socket.client.unreadReason());
        assertEquals(Verdict.FOREIGN, socket.give(socket.server, Frames.ascii("HTTP/1.1 404 Not Found\r\n\r\n")));
        assertEquals(UnreadReason.HTTP, socket.server.unreadReason());
    }

    /// RFC 6455 §4.1: a server may ask for authentication, or redirect, before it agrees.
    @Test
    void webSocketIsFoundBehindOtherExchanges() {
        for (String earlier : EARLIER_REQUESTS) {
            TestSocket inside = new TestSocket(true);
            ByteStream stream = inside.client;
            byte[] said = join(Frames.ascii(earlier), Frames.request(), new Frames(true).message(REQUEST).bytes());
            assertEquals(Verdict.GAVE, inside.give(stream, said), earlier);
            assertEquals(List.of(REQUEST), inside.heard.first().messages());
        }
        for (String earlier : EARLIER_RESPONSES) {
            TestSocket inside = new TestSocket(true);
            ByteStream stream = inside.server;
            byte[] said = join(Frames.ascii(earlier), Frames.response(""), new Frames(false).message(RESPONSE).bytes());
            assertEquals(Verdict.GAVE, inside.give(stream, said), earlier);
            assertEquals(List.of(RESPONSE), inside.heard.other().messages());
        }
    }

    @Test
    void earlierExchangesAreCountedAsHttp() {
        for (String earlier : EARLIER_RESPONSES) {
            assertEquals(Verdict.NOTHING, socket.give(socket.server, Frames.ascii(earlier)), earlier);
            assertEquals(UnreadReason.HTTP, socket.server.unreadReason());
        }
        assertEquals(Verdict.NOTHING, socket.give(socket.client, Frames.request()));
        assertEquals(Verdict.NOTHING, socket.give(socket.client, Frames.ascii(EARLIER_REQUESTS.getFirst())));
        assertEquals(UnreadReason.HTTP, socket.client.unreadReason());
        socket.shakeHands("");
    }

    @Test
    void responseToHeadHasNoBody() { // RFC 9112 §6.3
        socket.give(socket.client, Frames.ascii("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"));
        socket.give(socket.server, Frames.ascii("HTTP/1.1 103 Early Hints\r\n\r\n"));
        socket.give(socket.server, Frames.ascii("HTTP/1.1 200 OK\r\nContent-Length: 700\r\n\r\n"));
        socket.shakeHands("");
        socket.give(socket.server, new Frames(false).message(RESPONSE).bytes());
        assertEquals(List.of(RESPONSE), socket.heard.other().messages());
    }

    @Test
    void responseWithoutContentHasNoBody() { // RFC 9112 §6.3
        assertEquals(Verdict.NOTHING, socket.give(socket.server, Frames.ascii("HTTP/1.1 204 No Content\r\n\r\n")));
        socket.shakeHands("");
        socket.give(socket.server, new Frames(false).message(RESPONSE).bytes());
        assertEquals(List.of(RESPONSE), socket.heard.other().messages());
    }

    @Test
    void bodiesAsLongAsTheyMayBeArePassedOver() {
        int most = HttpBody.MOST_BYTES;
        String chunk = "8000\r\n" + "x".repeat(1 << 15) + "\r\n";
        List<String> longest = List.of("HTTP/1.1 200 OK\r\nContent-Length: " + most + "\r\n\r\n" + "x".repeat(most),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat((most >> 15) - 1) + "0\r\n\r\n");
        for (String earlier : longest) {
            TestSocket inside = new TestSocket(true);
            assertEquals(Verdict.NOTHING, inside.give(inside.server, Frames.ascii(earlier)));
            inside.give(inside.server, Frames.response(""));
            inside.give(inside.server, new Frames(false).message(RESPONSE).bytes());
            assertEquals(List.of(RESPONSE), inside.heard.other().messages());
        }
    }

    @Test
    void webSocketIsNotWaitedForWithoutBound() {
        List<String> endless = List.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".repeat(17),
                "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsix\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + "1".repeat(1_025),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + "X: y\r\n".repeat(180_000));
        for (String said : endless) {
            TestSocket inside = new TestSocket(true);
            ByteStream stream = inside.server;
            assertEquals(Verdict.FOREIGN, inside.give(stream, Frames.ascii(said)));
            assertEquals(UnreadReason.HTTP, stream.unreadReason());
            assertEquals(Verdict.FOREIGN, inside.give(stream, Frames.response("")));
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    @Test
    void httpWithALossIsNoDamagedWebSocket() {
        socket.give(socket.server, Frames.ascii("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n"));
        socket.server.gap(socket.arrival, 100);
        Verdict verdict = Verdict.WAITING;
        for (int i = 0; i < 16; i++) {
            verdict = socket.give(socket.server, new byte[200]);
        }
        assertEquals(Verdict.FOREIGN, verdict);
        assertEquals(UnreadReason.HTTP, socket.server.unreadReason());
    }

    @Test
    void endlessHeadIsForeign() {
        Verdict verdict = Verdict.WAITING;
        for (int i = 0; i < 2_000; i++) {
            verdict = socket.give(socket.client, Frames.ascii("GET aaaaaaaa"));
        }
        assertEquals(Verdict.FOREIGN, verdict);
        assertEquals(UnreadReason.HTTP, socket.client.unreadReason());
    }

    @Property(tries = 200)
    void cutsChangeNothing(@ForAll long seed) {
        String requests = String.join("", EARLIER_REQUESTS);
        byte[] asked = join(Frames.ascii(requests), Frames.request(), new Frames(true).message(REQUEST).bytes());
        String responses = String.join("", EARLIER_RESPONSES);
        byte[] answered =
                join(Frames.ascii(responses), Frames.response(""), new Frames(false).message(RESPONSE).bytes());
        TestSocket inside = new TestSocket(true);
        Random random = new Random(seed);
        giveInCuts(inside, inside.server, answered, random);
        giveInCuts(inside, inside.client, asked, random);
        assertEquals(List.of(RESPONSE), inside.heard.other().messages());
        assertEquals(List.of(REQUEST), inside.heard.first().messages());
    }

    private static void giveInCuts(TestSocket inside, ByteStream stream, byte[] bytes, Random random) {
        for (int at = 0; at < bytes.length;) {
            int to = Math.min(bytes.length, at + 1 + random.nextInt(9));
            inside.give(stream, bytes, at, to);
            at = to;
        }
    }
}
