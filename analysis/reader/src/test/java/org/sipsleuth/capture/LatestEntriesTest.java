package org.sipsleuth.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestEntriesTest {

    @Test
    void keepsWhatWasPutLast() {
        assertEquals(Map.of("b", 2, "c", 3), filled(LatestEntries.lastPut(2)));
    }

    @Test
    void keepsWhatWasUsedLast() {
        assertEquals(Map.of("a", 1, "c", 3), filled(LatestEntries.lastUsed(2)));
    }

    private static Map<String, Integer> filled(LatestEntries<String, Integer> entries) {
        entries.put("a", 1);
        entries.put("b", 2);
        assertEquals(1, entries.get("a"));
        entries.put("c", 3);
        return entries;
    }
}
