package org.sipsleuth.call.record;

/// Sorts rows without an object for each: 8 bytes a row while it sorts. Rows that are in order
/// already cost one look each.
final class RowOrder {

    private static final int SHORT = 12; // so few are inserted

    /// Which of two rows comes first.
    @FunctionalInterface
    interface Order {
        /// Below 0 if the first row comes first, above 0 if the other does.
        int compare(int one, int other);
    }

    private RowOrder() {}

    /// The rows in order; equal ones stay as they are.
    ///
    /// @param count how many rows there are
    static int[] of(int count, Order order) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        sort(rows, new int[(count + 1) / 2], 0, count, order);
        return rows;
    }

    private static void sort(int[] rows, int[] spare, int from, int end, Order order) {
        if (end - from <= SHORT) {
            insert(rows, from, end, order);
            return;
        }
        int middle = (from + end) >>> 1;
        sort(rows, spare, from, middle, order);
        sort(rows, spare, middle, end, order);
        if (order.compare(rows[middle - 1], rows[middle]) > 0) {
            merge(rows, spare, from, middle, end, order);
        }
    }

    private static void insert(int[] rows, int from, int end, Order order) {
        for (int i = from + 1; i < end; i++) {
            int row = rows[i];
            int place = i;
            while (place > from && order.compare(rows[place - 1], row) > 0) {
                rows[place] = rows[place - 1];
                place--;
            }
            rows[place] = row;
        }
    }

    private static void merge(int[] rows, int[] spare, int from, int middle, int end, Order order) {
        int count = middle - from;
        System.arraycopy(rows, from, spare, 0, count);
        int left = 0;
        int right = middle;
        int into = from;
        while (left < count && right < end) {
            rows[into++] = order.compare(spare[left], rows[right]) <= 0 ? spare[left++] : rows[right++];
        }
        System.arraycopy(spare, left, rows, into, count - left);
    }
}
