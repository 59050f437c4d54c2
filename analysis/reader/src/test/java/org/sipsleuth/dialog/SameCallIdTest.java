package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.run.RunMonitor;

/// Files that hold the same Call-ID.
class SameCallIdTest {

    private static final double HOUR = 3_600;

    @TempDir Path folder;

    @Test
    void aDayLaterAndInAnotherFileItIsAnotherDialog() throws IOException {
        SipIndex index = index(request(0), request(25 * HOUR), request(26 * HOUR), request(51 * HOUR));
        assertEquals(List.of("OPTIONS", "OPTIONS OPTIONS", "OPTIONS"), sequences(index));
        assertEquals(List.of("one@example.org", "one@example.org", "one@example.org"),
                IntStream.range(0, 3).mapToObj(index.dialogs()::callId).toList());
    }

    @Test
    void itsResponseBelongsToTheLaterOne() throws IOException {
        Scene later = new Scene().at(25 * HOUR).send("a>b", "OPTIONS 1", "o", "f");
        later.at(25 * HOUR + 1).send("b>a", "200 OPTIONS 1", "o", "f/t");
        SipIndex index = index(request(0), later);
        assertEquals(List.of("OPTIONS", "OPTIONS 200"), sequences(index));
        assertEquals(0, index.dialogs().retransmissionCount(1));
    }

    @Test
    void withinADayOrInOneFileItIsTheSame() throws IOException {
        assertEquals(List.of("OPTIONS OPTIONS"), sequences(index(request(0), request(23 * HOUR))));
        Scene one = request(0).at(50 * HOUR).send("a>b", "OPTIONS 2", "p", "f");
        assertEquals(List.of("OPTIONS OPTIONS", "OPTIONS"), sequences(index(one, request(90 * HOUR))));
    }

    private static Scene request(double at) {
        return new Scene().at(at).send("a>b", "OPTIONS " + (1 + (int) at), "o" + (int) at, "f");
    }

    private static List<String> sequences(SipIndex index) {
        return IntStream.range(0, index.dialogs().size()).mapToObj(index.dialogs()::sequenceText).toList();
    }

    private SipIndex index(Scene... scenes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Scene scene : scenes) {
            files.add(Files.write(folder.resolve(files.size() + "-part.pcap"), scene.bytes()));
        }
        return CaptureIndexer.read(files, RunMonitor.NONE);
    }
}
