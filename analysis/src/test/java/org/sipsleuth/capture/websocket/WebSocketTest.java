package org.sipsleuth.capture.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.ByteStream.Verdict;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.Heard;
import org.sipsleuth.capture.stream.HeldBytes;

class WebSocketTest {

    private static final String REQUEST = "OPTIONS sip:b@example.org SIP/2.0\r\n\r\n";
    private static final String RESPONSE = "SIP/2.0 200 OK\r\n\r\n";
    private static final String LONG = "MESSAGE sip:b SIP/2.0\r\n\r\n" + "x".repeat(70_000);

    private final Arrival arrival = new Arrival();
    private final Heard heard = new Heard();
    private final Conversation socket = open(heard, true);
    private final ByteStream client = socket.fromFirst();
    private final ByteStream server = socket.fromOther();
    private long offset;

    private Conversation open(Heard inside, boolean fromItsBeginning) {
        return WebSocket.open(
                inside.open(arrival), new UnpackingWindows(), new HeldBytes(), fromItsBeginning);
    }

    private Verdict give(ByteStream stream, byte[] bytes) {
        return give(stream, bytes, 0, bytes.length);
    }

    private Verdict give(ByteStream stream, byte[] bytes, int from, int to) {
        Provenance origin = Provenance.of(0, offset, to - from, 1, 0);
        offset += to - from;
        return stream.data(arrival, bytes, from, to, origin);
    }

    private void shakeHands(String extension) {
        assertEquals(Verdict.NOTHING, give(client, Frames.request()));
        assertEquals(UnreadReason.WEBSOCKET_HANDSHAKE, client.unreadReason());
        assertEquals(Verdict.NOTHING, give(server, Frames.response(extension)));
        assertEquals(UnreadReason.WEBSOCKET_HANDSHAKE, server.unreadReason());
    }

    @Test
    void eachMessageIsGivenAsAWholeWithItsEnd() {
        shakeHands("");
        byte[] said = new Frames(true).message(REQUEST).message(LONG).bytes();
        assertEquals(Verdict.GAVE, give(client, said));
        assertEquals(Verdict.GAVE, give(server, new Frames(false).message(RESPONSE).bytes()));
        assertEquals(List.of(REQUEST, LONG), heard.first().messages());
        assertEquals(List.of(RESPONSE), heard.other().messages());
    }

    @Test
    void fragmentsAreJoinedAroundPings() {
        shakeHands("");
        give(client, new Frames(true).fragments(REQUEST, 7).bytes());
        give(server, new Frames(false).fragments(RESPONSE, 5).bytes());
        assertEquals(List.of(REQUEST), heard.first().messages());
        assertEquals(List.of(RESPONSE), heard.other().messages());
    }

    @Test
    void onlyUnmaskedBytesAreVerbatim() {
        shakeHands("");
        give(client, new Frames(true).message(REQUEST).bytes());
        long at = offset;
        give(server, new Frames(false).fragments(RESPONSE, 10).bytes());
        assertFalse(heard.first().origins().getFirst().verbatim());
        Provenance verbatim = heard.other().origins().getFirst();
        assertTrue(verbatim.verbatim());
        assertEquals(
                List.of(
                        new Provenance.Piece(0, at + 2, 10, 1, 0),
                        new Provenance.Piece(0, at + 12 + 6 + 2, RESPONSE.length() - 10, 1, 0)),
                verbatim.pieces());
    }

    @Test
    void compressedMessagesReferToThoseBeforeThem() {
        shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        Frames frames = new Frames(true).compressed(REQUEST).message(RESPONSE);
        give(client, frames.compressed(REQUEST).compressed(LONG).bytes());
        assertEquals(List.of(REQUEST, RESPONSE, REQUEST, LONG), heard.first().messages());
    }

    @Test
    void messageMarkedCompressedWithoutAgreementIsReadAsItIs() {
        shakeHands("");
        Frames frames = new Frames(true).frame(0xc1, Frames.ascii(REQUEST)).compressed(REQUEST);
        assertEquals(Verdict.GAVE, give(client, frames.message(LONG).bytes()));
        assertEquals(3, heard.first().messages().size());
        assertEquals(REQUEST, heard.first().messages().getFirst());
        assertEquals(LONG, heard.first().messages().getLast());
    }

    @Test
    void messageThatUnpacksToTooMuchIsNotUnpacked() {
        shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        String bomb = "x".repeat(MessageParts.MOST_BYTES + 1);
        assertEquals(Verdict.NOTHING, give(client, new Frames(true).compressed(bomb).bytes()));
        assertEquals(UnreadReason.WEBSOCKET_COMPRESSED, client.unreadReason());
        assertEquals(List.of(), heard.first().messages());
    }

    @Test
    void afterALossNoCompressedMessageIsReadWrongly() {
        shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        Frames frames = new Frames(true).compressed(LONG).compressed(REQUEST);
        int lostTo = frames.bytes().length;
        frames.compressed(REQUEST);
        give(client, frames.bytes(), 0, 10);
        client.gap(arrival, lostTo - 10);
        give(client, frames.bytes(), lostTo, frames.bytes().length);
        assertEquals(List.of(), heard.first().messages());
    }

    @Test
    void pingsAreCountedAsSuch() {
        shakeHands("");
        assertEquals(
                Verdict.NOTHING, give(client, new Frames(true).frame(0x89, new byte[3]).bytes()));
        assertEquals(UnreadReason.WEBSOCKET_CONTROL, client.unreadReason());
        Frames begun = new Frames(true).frame(1, Frames.ascii("OPT"));
        assertEquals(Verdict.WAITING, give(client, begun.frame(0x8a, new byte[0]).bytes()));
    }

    @Test
    void responseThatEndsWithItsConnectionIsForeign() {
        byte[] request = Frames.ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertEquals(Verdict.NOTHING, give(client, request));
        assertEquals(UnreadReason.HTTP, client.unreadReason());
        assertEquals(Verdict.FOREIGN, give(server, Frames.ascii("HTTP/1.1 404 Not Found\r\n\r\n")));
        assertEquals(UnreadReason.HTTP, server.unreadReason());
    }

    private static final List<String> EARLIER_RESPONSES =
            List.of(
                    "HTTP/1.1 401 Unauthorized\r\nContent-Length: 12\r\n\r\nHTTP/1.1 101",
                    "HTTP/1.1 401 Unauthorized\r\nContent-Length:0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "5;x=y\r\nHTTP/\r\n1f\r\n"
                            + "1".repeat(31)
                            + "\r\n0\r\nX: y\r\n\r\n",
                    "HTTP/1.1 304 Not Modified\r\nContent-Length: 700\r\n\r\n",
                    "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");

    private static final List<String> EARLIER_REQUESTS =
            List.of(
                    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                    "POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nGET /",
                    "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");

    /// RFC 6455 §4.1: a server may ask for authentication, or redirect, before it agrees.
    @Test
    void webSocketIsFoundBehindOtherExchanges() {
        for (String earlier : EARLIER_REQUESTS) {
            Heard inside = new Heard();
            ByteStream stream = open(inside, true).fromFirst();
            byte[] said =
                    join(
                            Frames.ascii(earlier),
                            Frames.request(),
                            new Frames(true).message(REQUEST).bytes());
            assertEquals(Verdict.GAVE, give(stream, said), earlier);
            assertEquals(List.of(REQUEST), inside.first().messages());
        }
        for (String earlier : EARLIER_RESPONSES) {
            Heard inside = new Heard();
            ByteStream stream = open(inside, true).fromOther();
            byte[] said =
                    join(
                            Frames.ascii(earlier),
                            Frames.response(""),
                            new Frames(false).message(RESPONSE).bytes());
            assertEquals(Verdict.GAVE, give(stream, said), earlier);
            assertEquals(List.of(RESPONSE), inside.other().messages());
        }
    }

    @Test
    void earlierExchangesAreCountedAsHttp() {
        for (String earlier : EARLIER_RESPONSES) {
            assertEquals(Verdict.NOTHING, give(server, Frames.ascii(earlier)), earlier);
            assertEquals(UnreadReason.HTTP, server.unreadReason());
        }
        assertEquals(Verdict.NOTHING, give(client, Frames.request()));
        assertEquals(Verdict.NOTHING, give(client, Frames.ascii(EARLIER_REQUESTS.getFirst())));
        assertEquals(UnreadReason.HTTP, client.unreadReason());
        shakeHands("");
    }

    @Test
    void responseToHeadHasNoBody() { // RFC 9112 §6.3
        give(client, Frames.ascii("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"));
        give(server, Frames.ascii("HTTP/1.1 103 Early Hints\r\n\r\n"));
        give(server, Frames.ascii("HTTP/1.1 200 OK\r\nContent-Length: 700\r\n\r\n"));
        shakeHands("");
        give(server, new Frames(false).message(RESPONSE).bytes());
        assertEquals(List.of(RESPONSE), heard.other().messages());
    }

    @Test
    void webSocketIsNotWaitedForWithoutBound() {
        List<String> endless =
                List.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".repeat(17),
                        "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsix\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + "1".repeat(1_025),
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                                + "X: y\r\n".repeat(180_000));
        for (String said : endless) {
            ByteStream stream = open(new Heard(), true).fromOther();
            assertEquals(Verdict.FOREIGN, give(stream, Frames.ascii(said)));
            assertEquals(UnreadReason.HTTP, stream.unreadReason());
            assertEquals(Verdict.FOREIGN, give(stream, Frames.response("")));
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
        give(server, Frames.ascii("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n"));
        server.gap(arrival, 100);
        Verdict verdict = Verdict.WAITING;
        for (int i = 0; i < 16; i++) {
            verdict = give(server, new byte[200]);
        }
        assertEquals(Verdict.FOREIGN, verdict);
        assertEquals(UnreadReason.HTTP, server.unreadReason());
    }

    @Test
    void endlessHeadIsForeign() {
        Verdict verdict = Verdict.WAITING;
        for (int i = 0; i < 2_000; i++) {
            verdict = give(client, Frames.ascii("GET aaaaaaaa"));
        }
        assertEquals(Verdict.FOREIGN, verdict);
        assertEquals(UnreadReason.HTTP, client.unreadReason());
    }

    @Test
    void messageThatIsNeverCompletedIsNamed() {
        shakeHands("");
        give(client, new Frames(true).header(0x81, 1L << 40).bytes());
        assertEquals(Verdict.NOTHING, client.gap(arrival, 0));
        assertEquals(UnreadReason.WEBSOCKET_UNFINISHED, client.unreadReason());
        give(server, new Frames(false).frame(1, Frames.ascii("SIP/2.0 ")).bytes());
        assertEquals(Verdict.NOTHING, server.gap(arrival, 0));
        assertEquals(UnreadReason.WEBSOCKET_UNFINISHED, server.unreadReason());
        assertEquals(Verdict.WAITING, server.gap(arrival, 0));
    }

    @Test
    void hugeLengthsArePassedOverWithoutKeepingThem() {
        for (long length : new long[] {Long.MAX_VALUE, 1L << 40}) {
            ByteStream stream = open(new Heard(), false).fromFirst();
            give(stream, new Frames(true).header(0x81, length).bytes());
            for (int i = 0; i < 300; i++) {
                assertEquals(Verdict.WAITING, give(stream, new byte[1 << 12]));
            }
        }
        int most = MessageParts.MOST_BYTES;
        ByteStream stream = open(new Heard(), false).fromFirst();
        give(stream, new Frames(true).header(0x81, most + 1).bytes());
        assertEquals(Verdict.WAITING, give(stream, new byte[most]));
        assertEquals(Verdict.NOTHING, give(stream, new byte[1]));
        assertEquals(UnreadReason.WEBSOCKET_TOO_LONG, stream.unreadReason());
        ByteStream negative = open(new Heard(), false).fromFirst();
        assertEquals(
                Verdict.FOREIGN,
                give(negative, new Frames(true).header(0x81, Long.MIN_VALUE).bytes()));
    }

    @Test
    void messageBehindATooLongOneIsRead() {
        shakeHands("");
        String tooLong = "x".repeat(MessageParts.MOST_BYTES - 5);
        Frames frames = new Frames(true).frame(1, Frames.ascii(tooLong));
        give(client, frames.frame(0, new byte[3]).frame(0x80, new byte[9]).bytes());
        assertEquals(UnreadReason.WEBSOCKET_TOO_LONG, client.unreadReason());
        assertEquals(Verdict.GAVE, give(client, new Frames(true).message(REQUEST).bytes()));
        assertEquals(List.of(REQUEST), heard.first().messages());
    }

    @Test
    void readingGoesOnAfterALossWithinAFrame() {
        shakeHands("");
        byte[] said = new Frames(true).message(LONG).message(REQUEST).bytes();
        give(client, said, 0, 100);
        client.gap(arrival, 5_000);
        give(client, said, 5_100, said.length);
        assertEquals(List.of(REQUEST), heard.first().messages());
        assertEquals(1, heard.first().gaps());
    }

    @Test
    void readingGoesOnAfterALossAtAFrameWithAStartLine() {
        shakeHands("");
        byte[] said = new Frames(true).message(LONG).message(REQUEST).bytes();
        int second = said.length - REQUEST.length() - 6;
        give(client, said, 0, 100);
        client.gap(arrival, second - 150);
        give(client, said, second - 50, second);
        assertEquals(Verdict.GAVE, give(client, said, second, said.length));
        assertEquals(List.of(REQUEST), heard.first().messages());
    }

    @Property(tries = 200)
    void cutsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int most) {
        Heard inside = new Heard();
        ByteStream stream = open(inside, true).fromFirst();
        Frames frames = new Frames(true).message(REQUEST).fragments(LONG.substring(0, 600), 44);
        byte[] said = frames.compressed(REQUEST).compressed(REQUEST).bytes();
        List<byte[]> all = new ArrayList<>();
        EARLIER_REQUESTS.forEach(earlier -> all.add(Frames.ascii(earlier)));
        all.addAll(List.of(Frames.request(), said));
        Random random = new Random(seed);
        for (byte[] bytes : all) {
            for (int at = 0; at < bytes.length; ) {
                int to = Math.min(bytes.length, at + 1 + random.nextInt(most));
                give(stream, bytes, at, to);
                at = to;
            }
        }
        assertEquals(
                List.of(REQUEST, LONG.substring(0, 600), REQUEST, REQUEST),
                inside.first().messages());
    }

    @Property(tries = 200)
    void cutsOfEarlierResponsesChangeNothing(@ForAll long seed) {
        Heard inside = new Heard();
        ByteStream stream = open(inside, true).fromOther();
        byte[] before = Frames.ascii(String.join("", EARLIER_RESPONSES));
        byte[] said =
                join(before, Frames.response(""), new Frames(false).message(RESPONSE).bytes());
        Random random = new Random(seed);
        for (int at = 0; at < said.length; ) {
            int to = Math.min(said.length, at + 1 + random.nextInt(9));
            give(stream, said, at, to);
            at = to;
        }
        assertEquals(List.of(RESPONSE), inside.other().messages());
    }

    @Property(tries = 1_000)
    void anyBytesNeverThrow(
            @ForAll @Size(max = 20) List<byte[]> parts, @ForAll boolean fromItsBeginning) {
        ByteStream stream = open(new Heard(), fromItsBeginning).fromFirst();
        if (fromItsBeginning) {
            give(stream, Frames.request());
        }
        int gaps = 0;
        for (byte[] part : parts) {
            give(stream, part);
            if (part.length % 5 == 0) {
                stream.gap(arrival, gaps++);
            }
        }
        stream.end();
    }
}
