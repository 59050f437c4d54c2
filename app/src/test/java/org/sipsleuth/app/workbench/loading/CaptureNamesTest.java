package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaptureNamesTest {

    private static final List<Path> TEN =
            IntStream.range(0, 10).mapToObj(number -> Path.of("/ring/day/hour" + number + ".pcap")).toList();

    @Test
    void aPartOfWhatTheUserWantedSaysSo() {
        OpenRequest all = new OpenRequest(TEN, List.of());
        assertEquals("hour0.pcap and 9 more", CaptureNames.of(all));
        assertEquals("First 4 of 10: hour0.pcap and 3 more", CaptureNames.of(all.first(TEN.subList(0, 4))));
        assertEquals("First of 10: hour0.pcap", CaptureNames.of(all.first(TEN.subList(0, 1))));
    }

    @Test
    void capturesAreSearchedInTheFolderThatHoldsThemAll() {
        assertEquals(Path.of("/ring/day"), CaptureNames.placeOf(TEN));
        assertEquals(Path.of("/ring"), CaptureNames.placeOf(List.of(TEN.getFirst(), Path.of("/ring/night/a.pcap"))));
        assertEquals(Path.of("/"), CaptureNames.placeOf(List.of(TEN.getFirst(), Path.of("/rings/a.pcap"))));
        assertEquals(TEN.getFirst(), CaptureNames.placeOf(TEN.subList(0, 1)));
    }

    @Test
    void aThousandLinesAreFew() {
        List<String> lines = IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();
        assertEquals("0\n1\n2\n3\n4\n5\n6\nand 993 more", CaptureNames.few(lines));
        assertEquals("0\n1\n2\n3\n4\n5\n6\n7", CaptureNames.few(lines.subList(0, 8)));
    }
}
