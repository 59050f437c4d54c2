package org.sipsleuth.hostile;

import static org.sipsleuth.hostile.Linear.assertLinear;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.capture.websocket.Frames;

/// The work with connections grows with what they carry, however it is cut into segments.
@Tag("long")
class StreamWorkTest {

    private static final String BEGIN = "INVITE sip:a SIP/2.0\r\n";
    private static final String MESSAGE = BEGIN + "i:1\r\nl:3\r\n\r\nabc";
    private static final byte[] PIECE = bytes("x".repeat(20));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Behind the bar is what comes again and again.
    @ParameterizedTest
    @ValueSource(strings = {
        "l:9999999\r\n\r\n|x",
        "X:|x",
        "|a:b\r\n",
        "X:a\r\n |b\r\n ",
        "c:a/b\r\n\r\n|x",
        "\r\n|x",
        "\r\n|x\r\n",
        "l:9999999\r\n\r\n|" + BEGIN,
        "c:text/plain\r\n\r\n|" + BEGIN,
        "|" + BEGIN,
        "\r\n|" + BEGIN + "\r\n",
        "\r\n|\r\n",
        "\r\n|A A ",
        "\r\n|A A A\r\n",
        "\r\n|SIP/2.0 ",
        "|X\r",
        "\r\n|" + MESSAGE})
    void streamsOfOneThing(String shape) {
        String begin = BEGIN + shape.substring(0, shape.indexOf('|'));
        String again = shape.substring(shape.indexOf('|') + 1);
        for (int segment : List.of(1, 7, 1_400)) {
            assertLinear(Job.CAPTURE, 3_000 * Math.min(segment, 10), size -> {
                String text = begin + again.repeat(size / again.length() + 1);
                return new Talk().says(text, segment).bytes();
            });
        }
    }

    /// Two thousand segments behind the beginning of a message, and four times as many.
    private static void assertLinearBehindBegin(ObjIntConsumer<Talk> segments) {
        assertLinear(Job.CAPTURE, 2_000, size -> {
            Talk talk = new Talk().says(BEGIN, 100);
            segments.accept(talk, size);
            return talk.bytes();
        });
    }

    @Test
    void segmentsInReverse() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = size; i >= 0; i--) {
                talk.ahead(20 * i, PIECE);
            }
        });
    }

    @Test
    void segmentsBehindOneThatNeverComes() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = 1; i <= size; i++) {
                talk.ahead(20 * i, PIECE);
            }
        });
    }

    @Test
    void segmentsThatAllComeTwice() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = 0; i < size; i++) {
                talk.ahead(-20, PIECE).sends(0, PIECE, 20);
            }
        });
    }

    @Test
    void oneSegmentAgainAndAgain() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = 0; i < size; i++) {
                talk.ahead(40, PIECE);
            }
        });
    }

    @Test
    void segmentsThatOverlapTheOneBefore() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = 1; i <= size; i++) {
                talk.ahead(10 * i, PIECE);
            }
        });
    }

    @Test
    void longSegmentsOverManyShortOnes() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = 1; i <= size; i++) {
                talk.ahead(2 * i, new byte[1]);
            }
            for (int at = 0; at < 2 * size; at += 50) {
                talk.ahead(at + 1, new byte[60]);
            }
        });
    }

    @Test
    void segmentsBetweenLossesThatNeverEnd() {
        assertLinearBehindBegin((talk, size) -> {
            for (int i = 0; i < size; i++) {
                talk.ahead(5_000 * i, bytes(MESSAGE));
            }
        });
    }

    private static void assertLinearFrames(int size, int segment, ObjIntConsumer<Frames> frames) {
        assertLinear(Job.CAPTURE, size, count -> {
            Frames all = new Frames(true);
            frames.accept(all, count);
            return webSocket().sends(0, all.bytes(), segment).bytes();
        });
    }

    private static Talk webSocket() {
        String extension = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
        return new Talk().sends(0, Frames.request(), 1_400).sends(1, Frames.response(extension), 1_400);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_400})
    void webSocketFrames(int segment) {
        assertLinearFrames(20_000, segment, (frames, size) -> frames.message(MESSAGE + "x".repeat(size)));
        assertLinearFrames(3_000, segment, (frames, size) -> {
            for (int i = 0; i < size; i++) {
                frames.frame(0x89, new byte[0]).compressed(MESSAGE);
            }
        });
    }

    /// Many messages come out of one that came in many frames.
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_400})
    void messagesInOneWebSocketMessage(int segment) {
        assertLinearFrames(100, segment, (frames, size) -> frames.fragments(MESSAGE.repeat(size), 1));
    }

    @Test
    void webSocketFramesThatAreLookedForAfterLosses() {
        assertLinear(Job.CAPTURE, 1_000, size -> {
            Talk talk = webSocket();
            for (int i = 0; i < size; i++) {
                talk.ahead(5_000 * i, bytes("\u0081\u00fe".repeat(500)));
            }
            return talk.bytes();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_400})
    void tlsRecordsThatNothingOpens(int segment) {
        byte[] hello = Transcript.of(Transcript.OPEN.getFirst()).flights().getFirst().bytes();
        String data = "\u0017\u0003\u0003\0\u0014" + "x".repeat(20);
        String handshake = "\u0016\u0003\u0001\0\u0001\u0001";
        assertLinear(Job.CAPTURE, 500,
                size -> new Talk().sends(0, hello, segment).says(data.repeat(size), segment).bytes());
        assertLinear(Job.CAPTURE, 500, size -> new Talk().says(handshake.repeat(size), segment).bytes());
    }
}
