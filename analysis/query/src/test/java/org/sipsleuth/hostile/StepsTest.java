package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// That work is counted, and that work which grows too fast is seen.
class StepsTest {

    @Test
    void workIsTheSameOnEveryRun() {
        Steps.of(Job.ONCE, new byte[10]);
        Steps first = Steps.of(Job.ONCE, new byte[1_000]);
        assertEquals(first, Steps.of(Job.ONCE, new byte[1_000]));
        assertTrue(first.taken() > 2_000, () -> "two loops, one within the other: " + first);
        assertEquals(0, first.moved());
    }

    @Test
    void workThatGrowsWithTheSquareIsSeen() {
        Linear.assertLinear(Job.ONCE, 1_000, byte[]::new);
        assertThrows(AssertionError.class, () -> Linear.assertLinear(Job.FOR_EACH, 1_000, byte[]::new));
    }

    @Test
    void copiesThatGrowWithTheSquareAreSeen() {
        assertEquals(160_000, Steps.of(Job.COPIES, new byte[1_600]).moved());
        assertThrows(AssertionError.class, () -> Linear.assertLinear(Job.COPIES, 1_600, byte[]::new));
    }
}
