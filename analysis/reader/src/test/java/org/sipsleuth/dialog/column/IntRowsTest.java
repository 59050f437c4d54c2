package org.sipsleuth.dialog.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class IntRowsTest {

    private static final int CELLS = 4;
    private static final int ROWS = 100_000;

    private final IntRows rows = new IntRows(CELLS);

    private void fill() {
        for (int row = 0; row < ROWS; row++) {
            rows.add();
            rows.set(row, 1, row);
        }
    }

    @Test
    void aCopyStaysWhatItIs() {
        fill();
        IntRows copy = rows.copy();
        for (int row = 0; row < ROWS; row += 7) {
            rows.set(row, 1, -1);
            rows.increment(row, 2);
        }
        IntRows later = rows.copy();
        rows.set(rows.add(), 1, 9);
        rows.set(0, 1, 5);
        assertEquals(ROWS, copy.size());
        assertEquals(ROWS + 1, rows.size());
        for (int row = 0; row < ROWS; row++) {
            assertEquals(row, copy.get(row, 1));
            assertEquals(0, copy.get(row, 2));
            assertEquals(row % 7 == 0 ? -1 : row, later.get(row, 1));
            assertEquals(row % 7 == 0 ? 1 : 0, later.get(row, 2));
        }
        assertEquals(5, rows.get(0, 1));
        assertEquals(9, rows.get(ROWS, 1));
    }

    @Test
    void aCopyTakesTheMemoryOfWhatChangesAfterIt() {
        fill();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10; i++) {
            assertEquals(ROWS, rows.copy().size());
            rows.set(i, 1, i);
        }
        long took = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(took < CELLS * Integer.BYTES * ROWS, () -> took + " bytes");
    }
}
