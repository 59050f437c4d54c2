package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;

/// Says that work grows with the input and no faster, by counting it.
final class Linear {

    private static final int LARGER = 4;

    /// Work that grew with the square of the input would be sixteen times as much.
    private static final double MOST = 4.4;

    /// Less than that would say that nothing looks at the input.
    private static final double LEAST = 1.5;

    private Linear() {}

    /// Fails if an input of four times the size is much more than four times the work.
    ///
    /// @param size so large that what does not depend on it hardly counts
    static void assertLinear(Job job, int size, IntFunction<byte[]> input) {
        byte[] small = input.apply(size);
        Steps.of(job, small); // so that no class is loaded later
        Steps few = Steps.of(job, small);
        byte[] large = input.apply(LARGER * size);
        assertTrue(large.length > 2 * small.length, "the input itself must grow");
        Steps many = Steps.of(job, large);
        assertTrue(many.taken() >= LEAST * few.taken(), () -> "idle: " + few + ", " + many);
        assertTrue(many.taken() <= MOST * few.taken(), () -> "steps: " + few + ", " + many);
        assertTrue(many.moved() <= MOST * few.moved(), () -> "moved: " + few + ", " + many);
    }
}
