package org.sipsleuth.dialog.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSnapshotTest {

    /// Also rows in a chunk that the snapshot shares are none of its own.
    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, 2_047, 2_048, 4_096})
    void aSnapshotHasOnlyTheRowsOfItsTime(int row) {
        IntColumn ints = new IntColumn();
        LongColumn longs = new LongColumn();
        IntRows rows = new IntRows(1);
        IntColumn intsThen = ints;
        LongColumn longsThen = longs;
        IntRows rowsThen = rows;
        for (int i = 0; i < 10_000; i++) {
            if (i == 3) {
                intsThen = ints.snapshot();
                longsThen = longs.snapshot();
                rowsThen = rows.copy();
            }
            ints.add(i);
            longs.add(i);
            rows.set(rows.add(), 0, i);
        }
        IntColumn some = intsThen;
        LongColumn others = longsThen;
        IntRows copied = rowsThen;
        assertThrows(IndexOutOfBoundsException.class, () -> some.get(row));
        assertThrows(IndexOutOfBoundsException.class, () -> others.get(row));
        assertThrows(IndexOutOfBoundsException.class, () -> copied.get(row, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> some.set(row, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> others.set(row, 0));
    }

    @Test
    void everyRowOfASnapshotIsThere() {
        IntColumn ints = new IntColumn();
        for (int i = 0; i < 5_000; i++) {
            ints.add(i);
        }
        IntColumn then = ints.snapshot();
        ints.add(0);
        assertEquals(4_999, then.get(4_999));
    }
}
