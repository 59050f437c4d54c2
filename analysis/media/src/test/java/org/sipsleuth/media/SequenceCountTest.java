package org.sipsleuth.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SequenceCountTest {

    /// Whatever the first number, packets that are lost, and disorder within a few: exactly those
    /// that are missing are counted.
    @Property(tries = 300)
    void lostAreThoseThatAreMissing(@ForAll @IntRange(max = 65_535) int first,
            @ForAll @IntRange(min = 1, max = 150_000) int packets, @ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> arrived = new ArrayList<>();
        int lost = 0;
        for (int i = 0; i < packets; i++) {
            boolean isInside = i > 0 && i < packets - 1;
            if (isInside && random.nextInt(50) == 0) {
                lost++;
            } else {
                arrived.add(i);
            }
        }
        for (int i = 2; i < arrived.size() - 1; i++) {
            if (random.nextInt(20) == 0) {
                Collections.swap(arrived, i, i - 1);
            }
        }
        SequenceCount count = new SequenceCount();
        arrived.forEach(i -> count.add(first + i & 0xffff));
        assertEquals(packets, count.expected());
        assertEquals(lost, count.lost());
    }

    @Test
    void sourceThatBeginsAnewIsNoLoss() {
        SequenceCount count = new SequenceCount();
        for (int i : new int[]{10, 11, 12, 40_000, 40_001, 40_002}) {
            count.add(i);
        }
        assertEquals(6, count.expected());
        assertEquals(0, count.lost());
    }

    @Test
    void whatComesBetweenTwoFilesIsNotLost() {
        SequenceCount count = new SequenceCount();
        for (int i : new int[]{10, 11, 13}) {
            count.add(i);
        }
        count.cut();
        assertEquals(4, count.expected());
        for (int i : new int[]{500, 501, 503}) {
            count.add(i);
        }
        assertEquals(8, count.expected());
        assertEquals(2, count.lost());
    }

    @Test
    void oneStrayNumberIsPassedOver() {
        SequenceCount count = new SequenceCount();
        for (int i : new int[]{10, 11, 40_000, 12, 13}) {
            count.add(i);
        }
        assertEquals(4, count.expected());
        assertEquals(0, count.lost());
    }

    @Test
    void duplicatesAreNoNegativeLoss() {
        SequenceCount count = new SequenceCount();
        for (int i : new int[]{1, 1, 1, 2}) {
            count.add(i);
        }
        assertEquals(0, count.lost());
        assertEquals(2, count.duplicates());
    }

    /// A capture that saw each packet twice, as a mirror port does of both of its sides.
    @Test
    void whatIsLostIsCountedBesideDuplicates() {
        SequenceCount count = new SequenceCount();
        for (int i = 65_000; i < 66_000; i++) {
            if (i % 10 != 3) {
                count.add(i & 0xffff);
                count.add(i & 0xffff);
            }
        }
        assertEquals(1_000, count.expected());
        assertEquals(100, count.lost());
        assertEquals(900, count.duplicates());
    }
}
