package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.capture.CaptureFormatException;

class OpenFailureTest {

    private static final List<Path> ONE = List.of(Path.of("/evidence/{0}'s.pcap"));

    static Stream<Throwable> causes() {
        return Stream.of(new CaptureFormatException("It is empty.", 0),
                new NoSuchFileException(ONE.getFirst().toString()),
                new AccessDeniedException(ONE.getFirst().toString()), new IOException("Input/output error"),
                new IOException(), new OutOfMemoryError(), new NotEnoughMemoryException(640),
                new IllegalStateException("a mistake"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyFailureSaysWhatItMeansAndWhatToDo(Throwable cause) {
        OpenFailure failure = OpenFailure.of(cause, ONE);
        assertTrue(failure.what().contains("{0}'s.pcap"), failure.what());
        assertTrue(failure.meaning().endsWith(".") || failure.meaning().contains(":"));
        assertTrue(failure.advice().length() > 40, failure.advice());
        for (String words : List.of(failure.meaning(), failure.advice())) {
            assertFalse(words.contains("{"), words);
        }
    }

    @Test
    void theFileAtFaultIsNamedAmongMany() {
        List<Path> files = List.of(Path.of("/a.pcap"), Path.of("/b.pcap"));
        assertEquals("b.pcap not found", OpenFailure.of(new NoSuchFileException("/b.pcap"), files).what());
    }

    @Test
    void theByteOfAFormatErrorIsReported() {
        OpenFailure failure = OpenFailure.of(new CaptureFormatException("It ends.", 24_000), ONE);
        assertEquals("Reading stopped at byte 24,000: It ends.", failure.meaning());
    }
}
