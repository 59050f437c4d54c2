package org.sipsleuth.dialog.column;

/// The slots of a hash table whose entries are rows of columns: finds the row that has a key, by
/// open addressing. A slot holds half of the hash beside the row, so that a column is looked into
/// only where the row is almost surely the right one. A quarter of the slots stays free.
public final class Slots {

    private static final long FREE = 0;
    private static final int FIRST = 1 << 10;

    /// Whether a row has the key that is searched for.
    @FunctionalInterface
    public interface Match {
        boolean isAt(int row);
    }

    /// Each 0, or half of the hash above the row plus one.
    private long[] slots = new long[FIRST];

    private int used;

    /// The row with this key, or -1.
    public int find(long hash, Match match) {
        int half = half(hash);
        int slot = half & (slots.length - 1);
        while (slots[slot] != FREE) {
            int row = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == half && match.isAt(row)) {
                return row;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /// Puts a row in whose key is not there yet.
    public void add(int row, long hash) {
        if (used * 4L >= slots.length * 3L) {
            long[] old = slots;
            slots = new long[old.length * 2];
            for (long moved : old) {
                if (moved != FREE) {
                    put(moved);
                }
            }
        }
        put(((long) half(hash) << Integer.SIZE) | (row + 1));
        used++;
    }

    private void put(long entry) {
        int slot = (int) (entry >>> Integer.SIZE) & (slots.length - 1);
        while (slots[slot] != FREE) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
    }

    private static int half(long hash) {
        return (int) (hash >>> Integer.SIZE);
    }
}
