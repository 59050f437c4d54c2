package org.sipsleuth.capture.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.ByteStream.Verdict;

/// Which messages WebSocket frames give.
class WebSocketTest {

    private static final String REQUEST = "OPTIONS sip:b@example.org SIP/2.0\r\n\r\n";
    private static final String RESPONSE = "SIP/2.0 200 OK\r\n\r\n";
    private static final String LONG = "MESSAGE sip:b SIP/2.0\r\n\r\n" + "x".repeat(70_000);

    private final TestSocket socket = new TestSocket(true);

    @Test
    void eachMessageIsGivenAsAWholeWithItsEnd() {
        socket.shakeHands("");
        byte[] said = new Frames(true).message(REQUEST).message(LONG).bytes();
        assertEquals(Verdict.GAVE, socket.give(socket.client, said));
        assertEquals(Verdict.GAVE, socket.give(socket.server, new Frames(false).message(RESPONSE).bytes()));
        assertEquals(List.of(REQUEST, LONG), socket.heard.first().messages());
        assertEquals(List.of(RESPONSE), socket.heard.other().messages());
    }

    @Test
    void fragmentsAreJoinedAroundPings() {
        socket.shakeHands("");
        socket.give(socket.client, new Frames(true).fragments(REQUEST, 7).bytes());
        socket.give(socket.server, new Frames(false).fragments(RESPONSE, 5).bytes());
        assertEquals(List.of(REQUEST), socket.heard.first().messages());
        assertEquals(List.of(RESPONSE), socket.heard.other().messages());
    }

    @Test
    void onlyUnmaskedBytesAreVerbatim() {
        socket.shakeHands("");
        socket.give(socket.client, new Frames(true).message(REQUEST).bytes());
        long at = socket.given();
        socket.give(socket.server, new Frames(false).fragments(RESPONSE, 10).bytes());
        assertFalse(socket.heard.first().origins().getFirst().verbatim());
        Provenance verbatim = socket.heard.other().origins().getFirst();
        assertTrue(verbatim.verbatim());
        assertEquals(List.of(new Provenance.Piece(0, at + 2, 10, 1, 0),
                new Provenance.Piece(0, at + 12 + 6 + 2, RESPONSE.length() - 10, 1, 0)), verbatim.pieces());
    }

    @Test
    void compressedMessagesReferToThoseBeforeThem() {
        socket.shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        Frames frames = new Frames(true).compressed(REQUEST).message(RESPONSE);
        socket.give(socket.client, frames.compressed(REQUEST).compressed(LONG).bytes());
        assertEquals(List.of(REQUEST, RESPONSE, REQUEST, LONG), socket.heard.first().messages());
    }

    @Test
    void messageMarkedCompressedWithoutAgreementIsReadAsItIs() {
        socket.shakeHands("");
        Frames frames = new Frames(true).frame(0xc1, Frames.ascii(REQUEST)).compressed(REQUEST);
        assertEquals(Verdict.GAVE, socket.give(socket.client, frames.message(LONG).bytes()));
        assertEquals(3, socket.heard.first().messages().size());
        assertEquals(REQUEST, socket.heard.first().messages().getFirst());
        assertEquals(LONG, socket.heard.first().messages().getLast());
    }

    @Test
    void messageThatUnpacksToTooMuchIsNotUnpacked() {
        socket.shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        String bomb = "x".repeat(MessageParts.MOST_BYTES + 1);
        assertEquals(Verdict.NOTHING, socket.give(socket.client, new Frames(true).compressed(bomb).bytes()));
        assertEquals(UnreadReason.WEBSOCKET_COMPRESSED, socket.client.unreadReason());
        assertEquals(List.of(), socket.heard.first().messages());
    }

    @Test
    void afterALossNoCompressedMessageIsReadWrongly() {
        socket.shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        Frames frames = new Frames(true).compressed(LONG).compressed(REQUEST);
        int lostTo = frames.bytes().length;
        frames.compressed(REQUEST);
        socket.give(socket.client, frames.bytes(), 0, 10);
        socket.client.gap(socket.arrival, lostTo - 10);
        socket.give(socket.client, frames.bytes(), lostTo, frames.bytes().length);
        assertEquals(List.of(), socket.heard.first().messages());
    }

    @Test
    void pingsAreCountedAsSuch() {
        socket.shakeHands("");
        assertEquals(Verdict.NOTHING, socket.give(socket.client, new Frames(true).frame(0x89, new byte[3]).bytes()));
        assertEquals(UnreadReason.WEBSOCKET_CONTROL, socket.client.unreadReason());
        Frames begun = new Frames(true).frame(1, Frames.ascii("OPT"));
        assertEquals(Verdict.WAITING, socket.give(socket.client, begun.frame(0x8a, new byte[0]).bytes()));
    }

    @Test
    void messageThatIsNeverCompletedIsNamed() {
        socket.shakeHands("");
        socket.give(socket.client, new Frames(true).header(0x81, 1L << 40).bytes());
        assertEquals(Verdict.NOTHING, socket.client.gap(socket.arrival, 0));
        assertEquals(UnreadReason.WEBSOCKET_UNFINISHED, socket.client.unreadReason());
        socket.give(socket.server, new Frames(false).frame(1, Frames.ascii("SIP/2.0 ")).bytes());
        assertEquals(Verdict.NOTHING, socket.server.gap(socket.arrival, 0));
        assertEquals(UnreadReason.WEBSOCKET_UNFINISHED, socket.server.unreadReason());
        assertEquals(Verdict.WAITING, socket.server.gap(socket.arrival, 0));
    }

    @Test
    void hugeLengthsArePassedOverWithoutKeepingThem() {
        for (long length : new long[]{Long.MAX_VALUE, 1L << 40}) {
            TestSocket inside = new TestSocket(false);
            ByteStream stream = inside.client;
            inside.give(stream, new Frames(true).header(0x81, length).bytes());
            for (int i = 0; i < 300; i++) {
                assertEquals(Verdict.WAITING, inside.give(stream, new byte[1 << 12]));
            }
        }
        int most = MessageParts.MOST_BYTES;
        TestSocket inside = new TestSocket(false);
        ByteStream stream = inside.client;
        inside.give(stream, new Frames(true).header(0x81, most + 1).bytes());
        assertEquals(Verdict.WAITING, inside.give(stream, new byte[most]));
        assertEquals(Verdict.NOTHING, inside.give(stream, new byte[1]));
        assertEquals(UnreadReason.WEBSOCKET_TOO_LONG, stream.unreadReason());
        TestSocket negative = new TestSocket(false);
        byte[] header = new Frames(true).header(0x81, Long.MIN_VALUE).bytes();
        assertEquals(Verdict.FOREIGN, negative.give(negative.client, header));
    }

    @Test
    void messageBehindATooLongOneIsRead() {
        socket.shakeHands("");
        String tooLong = "x".repeat(MessageParts.MOST_BYTES - 5);
        Frames frames = new Frames(true).frame(1, Frames.ascii(tooLong));
        socket.give(socket.client, frames.frame(0, new byte[3]).frame(0x80, new byte[9]).bytes());
        assertEquals(UnreadReason.WEBSOCKET_TOO_LONG, socket.client.unreadReason());
        assertEquals(Verdict.GAVE, socket.give(socket.client, new Frames(true).message(REQUEST).bytes()));
        assertEquals(List.of(REQUEST), socket.heard.first().messages());
    }

    @Test
    void readingGoesOnAfterALossWithinAFrame() {
        socket.shakeHands("");
        byte[] said = new Frames(true).message(LONG).message(REQUEST).bytes();
        socket.give(socket.client, said, 0, 100);
        socket.client.gap(socket.arrival, 5_000);
        socket.give(socket.client, said, 5_100, said.length);
        assertEquals(List.of(REQUEST), socket.heard.first().messages());
        assertEquals(1, socket.heard.first().gaps());
    }

    @Test
    void readingGoesOnAfterALossAtAFrameWithAStartLine() {
        socket.shakeHands("");
        byte[] said = new Frames(true).message(LONG).message(REQUEST).bytes();
        int second = said.length - REQUEST.length() - 6;
        socket.give(socket.client, said, 0, 100);
        socket.client.gap(socket.arrival, second - 150);
        socket.give(socket.client, said, second - 50, second);
        assertEquals(Verdict.GAVE, socket.give(socket.client, said, second, said.length));
        assertEquals(List.of(REQUEST), socket.heard.first().messages());
    }

    @Test
    void frameThatALossBeganIsNamedIfItNeverEnds() {
        socket.shakeHands("");
        byte[] said = new Frames(true).message(LONG).bytes();
        socket.give(socket.client, said, 0, 100);
        socket.client.gap(socket.arrival, 5_000);
        assertEquals(Verdict.WAITING, socket.give(socket.client, said, 5_100, 6_000));
        assertEquals(Verdict.NOTHING, socket.client.gap(socket.arrival, 0));
        assertEquals(UnreadReason.WEBSOCKET_UNFINISHED, socket.client.unreadReason());
    }

    @Test
    void messageInTooManyFramesIsPassedOver() {
        socket.shakeHands("");
        for (int frames : List.of(16_384, 16_385)) {
            Frames said = new Frames(false).frame(1, Frames.ascii("x"));
            for (int i = 2; i < frames; i++) {
                said.frame(0, Frames.ascii("x"));
            }
            socket.give(socket.server, said.frame(0x80, Frames.ascii("x")).message(RESPONSE).bytes());
        }
        assertEquals(UnreadReason.WEBSOCKET_TOO_LONG, socket.server.unreadReason());
        assertEquals(List.of("x".repeat(16_384), RESPONSE, RESPONSE), socket.heard.other().messages());
    }

    @Property(tries = 200)
    void cutsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int most) {
        TestSocket inside = new TestSocket(true);
        ByteStream stream = inside.client;
        Frames frames = new Frames(true).message(REQUEST).fragments(LONG.substring(0, 600), 44);
        byte[] said = frames.compressed(REQUEST).compressed(REQUEST).bytes();
        Random random = new Random(seed);
        inside.give(stream, Frames.request());
        for (int at = 0; at < said.length;) {
            int to = Math.min(said.length, at + 1 + random.nextInt(most));
            inside.give(stream, said, at, to);
            at = to;
        }
        assertEquals(List.of(REQUEST, LONG.substring(0, 600), REQUEST, REQUEST), inside.heard.first().messages());
    }

    @Property(tries = 1_000)
    void anyBytesNeverThrow(@ForAll @Size(max = 20) List<byte[]> parts, @ForAll boolean fromItsBeginning) {
        TestSocket inside = new TestSocket(fromItsBeginning);
        ByteStream stream = inside.client;
        if (fromItsBeginning) {
            inside.give(stream, Frames.request());
        }
        int gaps = 0;
        for (byte[] part : parts) {
            inside.give(stream, part);
            if (part.length % 5 == 0) {
                stream.gap(inside.arrival, gaps++);
            }
        }
        stream.end();
    }
}
