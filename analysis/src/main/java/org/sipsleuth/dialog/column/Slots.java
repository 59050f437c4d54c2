package org.sipsleuth.dialog.column;

import java.util.Arrays;

/// The slots of a hash table whose entries live in columns: finds the row that has a key, by open
/// addressing. Half of the slots stay free.
public final class Slots {

    private static final int FREE = -1;
    private static final int FIRST = 1 << 10;

    /// Whether a row has the key that is looked for.
    @FunctionalInterface
    public interface Match {
        boolean isAt(int row);
    }

    private int[] rows = free(FIRST);
    private int used;

    /// The row with this key, or -1.
    public int find(long hash, Match match) {
        int slot = slot(hash);
        while (rows[slot] != FREE) {
            if (match.isAt(rows[slot])) {
                return rows[slot];
            }
            slot = (slot + 1) & (rows.length - 1);
        }
        return FREE;
    }

    /// Puts a row in whose key is not there yet.
    ///
    /// @param hashes the hashes of all rows, that of the new one included
    public void add(int row, LongColumn hashes) {
        if (used * 2 >= rows.length) {
            int[] old = rows;
            rows = free(old.length * 2);
            for (int moved : old) {
                if (moved != FREE) {
                    put(moved, hashes.get(moved));
                }
            }
        }
        put(row, hashes.get(row));
        used++;
    }

    private void put(int row, long hash) {
        int slot = slot(hash);
        while (rows[slot] != FREE) {
            slot = (slot + 1) & (rows.length - 1);
        }
        rows[slot] = row;
    }

    private int slot(long hash) {
        return (int) hash & (rows.length - 1);
    }

    private static int[] free(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
