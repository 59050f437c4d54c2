package org.sipsleuth.view.message.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StyleLayersTest {

    @Test
    void rangesOverEachOtherAreAllInTheRuns() {
        assertEquals(
                List.of(new StyledRun(0, 2, List.of()), new StyledRun(2, 4, List.of("a")),
                        new StyledRun(4, 6, List.of("a", "b")), new StyledRun(6, 8, List.of("a")),
                        new StyledRun(8, 10, List.of())),
                StyleLayers.flatten(List.of(new StyledRange(2, 8, "a"), new StyledRange(4, 6, "b")), 10));
    }

    @Test
    void runsHaveNoGapsAndEachCharacterItsStyles() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int length = 1 + random.nextInt(40);
            List<StyledRange> ranges = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                int from = random.nextInt(length);
                int to = from + 1 + random.nextInt(length - from);
                ranges.add(new StyledRange(from, to, "s" + i));
            }
            int at = 0;
            for (StyledRun run : StyleLayers.flatten(ranges, length)) {
                assertEquals(at, run.from());
                assertTrue(run.to() > at);
                for (; at < run.to(); at++) {
                    int place = at;
                    assertEquals(ranges.stream()
                            .filter(range -> range.from() <= place && place < range.to())
                            .map(StyledRange::style)
                            .toList(), run.styles());
                }
            }
            assertEquals(length, at);
        }
    }

    @Test
    void anEmptyTextHasNoRuns() {
        assertEquals(List.of(), StyleLayers.flatten(List.of(), 0));
    }
}
