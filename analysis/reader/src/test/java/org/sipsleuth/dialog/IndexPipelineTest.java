package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.dialog.part.BlockWork;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.MessageBatch;
import org.sipsleuth.dialog.part.MessageConsumer;
import org.sipsleuth.sip.SipParser;

class IndexPipelineTest {

    private static final byte[] MESSAGE = "OPTIONS sip:a SIP/2.0\r\ni:a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// More than can be on their encapsulation at once.
    private static final int MANY = 10_000;

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("one"), new OutOfMemoryError("two"),
                new UncheckedIOException(new IOException("three")));
    }

    private static MessageConsumer failing(Throwable failure, AtomicInteger asked) {
        return (_, _) -> {
            asked.incrementAndGet();
            switch (failure) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new AssertionError(failure);
            }
        };
    }

    private static void add(IndexPipeline pipeline) {
        MessageBatch batch = pipeline.room();
        ExtractedMessage found = batch.next(MESSAGE.length);
        System.arraycopy(MESSAGE, 0, batch.buffer(), found.from, MESSAGE.length);
        SipParser.begin(batch.buffer(), found.from, found.from + MESSAGE.length, found.layout);
        batch.keep(new Arrival());
        pipeline.add(found, batch);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aBatchThatFailsFailsWhereItIsWaitedForAsWhatItIs(Throwable failure) {
        IndexPipeline pipeline = new IndexPipeline(failing(failure, new AtomicInteger()), List.of(), new BlockWork(1));
        add(pipeline);
        assertSame(failure, assertThrows(Throwable.class, pipeline::flush));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itFailsAlsoWhereAnotherIsFilledAndNoLaterOneIsTaken(Throwable failure) {
        AtomicInteger asked = new AtomicInteger();
        IndexPipeline pipeline = new IndexPipeline(failing(failure, asked), List.of(), new BlockWork(1));
        assertSame(failure, assertThrows(Throwable.class, () -> {
            for (int i = 0; i < MANY; i++) {
                add(pipeline);
            }
        }));
        assertSame(failure, assertThrows(Throwable.class, pipeline::flush));
        assertEquals(1, asked.get());
    }
}
