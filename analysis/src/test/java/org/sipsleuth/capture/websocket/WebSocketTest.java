package org.sipsleuth.capture.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void compressionThatWasNotAgreedOnIsDamage() {
        shakeHands("");
        assertEquals(Verdict.FOREIGN, give(client, new Frames(true).compressed(REQUEST).bytes()));
        assertEquals(UnreadReason.WEBSOCKET_DAMAGED, client.unreadReason());
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
    void otherHttpIsForeign() {
        assertEquals(
                Verdict.FOREIGN, give(client, Frames.ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n")));
        assertEquals(UnreadReason.HTTP, client.unreadReason());
        assertEquals(Verdict.FOREIGN, give(server, Frames.ascii("HTTP/1.1 404 Not Found\r\n\r\n")));
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
        List<byte[]> all = new ArrayList<>(List.of(Frames.request(), said));
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
