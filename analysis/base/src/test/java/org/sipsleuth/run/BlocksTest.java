package org.sipsleuth.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final int PIECES = 5_000;

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();

    private Blocks.Work work() {
        return piece -> {
            if (piece % 1_000 == 7) {
                throw new IllegalStateException("a seeded fault");
            }
            done.incrementAndGet();
        };
    }

    @Test
    void aPieceThatFailsCostsItself() {
        Blocks.run(PIECES, "", this::work, RunMonitor.NONE, (_, _) -> faults.incrementAndGet());
        assertEquals(5, faults.get());
        assertEquals(PIECES - 5, done.get());
    }

    @Test
    void aFaultThatNobodyTakesEndsAll() {
        assertThrows(IllegalStateException.class, () -> Blocks.run(PIECES, "", this::work, RunMonitor.NONE));
    }
}
