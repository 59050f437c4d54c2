package org.sipsleuth.dialog.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GapTallyTest {

    private static long usual(long... gaps) {
        GapTally tally = new GapTally();
        Arrays.stream(gaps).forEach(tally::add);
        return tally.usualNanos();
    }

    @Test
    void withoutGapsThereIsNone() {
        assertEquals(0, usual());
    }

    @Test
    void gapsThatAreEqualAreUsual() {
        assertEquals(20_000_000, usual(20_000_000, 20_000_000, 20_000_000));
    }

    @Test
    void oneLongPauseIsNotUsual() {
        assertEquals(20_000_000, usual(20_000_000, 3_600_000_000_000L, 20_000_000));
    }

    @Test
    void theLongestGapsAreCounted() {
        assertEquals(Long.MAX_VALUE, usual(Long.MAX_VALUE));
        assertEquals(0, usual(0, 0, 0, Long.MAX_VALUE));
    }

    @Test
    void gapsOfOneLengthTakeLittleMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertEquals(1, usual(1)); // loads the classes
        long before = threads.getCurrentThreadAllocatedBytes();
        GapTally tally = new GapTally();
        tally.add(20_000_000);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(20_000_000, tally.usualNanos());
        assertTrue(bytes < 600, () -> bytes + " bytes");
    }

    @Property
    void theUsualGapIsNearTheMedian(
            @ForAll @Size(min = 1, max = 99) List<@LongRange(min = 0, max = 1_000_000_000_000_000L) Long> gaps) {
        long[] sorted = gaps.stream().mapToLong(Long::longValue).toArray();
        long usual = usual(sorted);
        Arrays.sort(sorted);
        double median = sorted[(sorted.length - 1) / 2];
        assertTrue(usual >= median / 1.25 - 1 && usual <= median * 1.25 + 1, usual + " instead of about " + median);
    }
}
