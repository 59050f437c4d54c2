package org.sipsleuth.hostile;

import static org.sipsleuth.hostile.Linear.assertLinear;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.capture.websocket.Frames;

/// The work with connections grows with what they carry, however it is cut into segments.
class StreamWorkTest {

    private static final String BEGIN = "INVITE sip:a SIP/2.0\r\n";
    private static final String MESSAGE = BEGIN + "i:1\r\nl:3\r\n\r\nabc";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Behind `|` is what comes again and again.
    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "\r\n|" + MESSAGE
            })
    void streamsOfOneThing(String shape) {
        int bar = shape.indexOf('|');
        String again = shape.substring(bar + 1);
        for (int segment : List.of(1, 7, 1_400)) {
            assertLinear(
                    Job.CAPTURE,
                    3_000 * Math.min(segment, 10),
                    size -> {
                        String text = again.repeat(size / again.length() + 1);
                        return new Talk()
                                .says(BEGIN + shape.substring(0, bar) + text, segment)
                                .bytes();
                    });
        }
    }

    static Stream<Map.Entry<String, IntFunction<Talk>>> orders() {
        byte[] piece = bytes("x".repeat(20));
        Map<String, IntFunction<Talk>> orders =
                Map.of(
                        "the last first",
                        size -> {
                            Talk talk = new Talk().says(BEGIN, 100);
                            for (int i = size; i >= 0; i--) {
                                talk.ahead(20 * i, piece);
                            }
                            return talk;
                        },
                        "the first never",
                        size -> {
                            Talk talk = new Talk().says(BEGIN, 100);
                            for (int i = 1; i <= size; i++) {
                                talk.ahead(20 * i, piece);
                            }
                            return talk;
                        },
                        "each once more",
                        size -> {
                            Talk talk = new Talk().says(BEGIN, 100);
                            for (int i = 0; i < size; i++) {
                                talk.ahead(-20, piece).sends(0, piece, 20);
                            }
                            return talk;
                        },
                        "the same again and again",
                        size -> {
                            Talk talk = new Talk().says(BEGIN, 100);
                            for (int i = 0; i < size; i++) {
                                talk.ahead(40, piece);
                            }
                            return talk;
                        },
                        "each over half of the one before",
                        size -> {
                            Talk talk = new Talk().says(BEGIN, 100);
                            for (int i = 1; i <= size; i++) {
                                talk.ahead(10 * i, piece);
                            }
                            return talk;
                        },
                        "long ones over many short ones",
                        size -> {
                            Talk talk = new Talk().says(BEGIN, 100);
                            for (int i = 1; i <= size; i++) {
                                talk.ahead(2 * i, new byte[1]);
                            }
                            for (int at = 0; at < 2 * size; at += 50) {
                                talk.ahead(at + 1, new byte[60]);
                            }
                            return talk;
                        },
                        "with losses that never end",
                        size -> {
                            Talk talk = new Talk();
                            for (int i = 0; i < size; i++) {
                                talk.ahead(5_000 * i, bytes(MESSAGE));
                            }
                            return talk;
                        });
        return orders.entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void segmentsInOddOrders(Map.Entry<String, IntFunction<Talk>> order) {
        assertLinear(Job.CAPTURE, 2_000, size -> order.getValue().apply(size).bytes());
    }

    private static Talk webSocket(Frames frames, int segment) {
        return new Talk()
                .sends(0, Frames.request(), 1_400)
                .sends(
                        1,
                        Frames.response("Sec-WebSocket-Extensions: permessage-deflate\r\n"),
                        1_400)
                .sends(0, frames.bytes(), segment);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_400})
    void webSocketFrames(int segment) {
        assertLinear(
                Job.CAPTURE,
                3_000,
                size ->
                        webSocket(new Frames(true).fragments(MESSAGE.repeat(size / 30), 1), segment)
                                .bytes());
        assertLinear(
                Job.CAPTURE,
                20_000,
                size ->
                        webSocket(new Frames(true).message(MESSAGE + "x".repeat(size)), segment)
                                .bytes());
        assertLinear(
                Job.CAPTURE,
                1_000,
                size -> {
                    Frames frames = new Frames(true);
                    for (int i = 0; i < size; i++) {
                        frames.compressed(MESSAGE);
                    }
                    return webSocket(frames, segment).bytes();
                });
        assertLinear(
                Job.CAPTURE,
                3_000,
                size -> {
                    Frames frames = new Frames(true);
                    for (int i = 0; i < size; i++) {
                        frames.frame(0x89, new byte[0]);
                    }
                    return webSocket(frames, segment).bytes();
                });
    }

    @Test
    void webSocketFramesThatAreLookedForAfterLosses() {
        assertLinear(
                Job.CAPTURE,
                1_000,
                size -> {
                    Talk talk = webSocket(new Frames(true), 1);
                    for (int i = 0; i < size; i++) {
                        talk.ahead(5_000 * i, bytes("\u0081\u00fe".repeat(500)));
                    }
                    return talk.bytes();
                });
    }

    @Test
    void tlsRecordsThatNothingOpens() {
        byte[] hello = Transcript.of(Transcript.OPEN.getFirst()).flights().getFirst().bytes();
        for (int segment : List.of(1, 7, 1_400)) {
            assertLinear(
                    Job.CAPTURE,
                    500,
                    size ->
                            new Talk()
                                    .sends(0, hello, segment)
                                    .sends(
                                            0,
                                            bytes(
                                                    "\u0017\u0003\u0003\0\u0014"
                                                            .repeat(5)
                                                            .repeat(size)),
                                            segment)
                                    .bytes());
            assertLinear(
                    Job.CAPTURE,
                    500,
                    size ->
                            new Talk()
                                    .sends(
                                            0,
                                            bytes("\u0016\u0003\u0001\0\u0001\u0001".repeat(size)),
                                            segment)
                                    .bytes());
        }
    }
}
