package org.sipsleuth.view.dialogs.table.query;

import java.util.Arrays;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// Numbers as an unchanging list for a table, which boxes only the rows in view.
public final class IntRows extends ObservableListBase<Integer> {

    /// No rows.
    public static final IntRows NONE = new IntRows(new int[0]);

    private final int[] values;
    private int @Nullable [] places;

    /// Keeps the array.
    public IntRows(int[] values) {
        this.values = values;
    }

    @Override
    public Integer get(int row) {
        return values[row];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public int indexOf(@Nullable Object value) {
        return value instanceof Integer number ? rowOf(number) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object value) {
        return indexOf(value);
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return indexOf(value) >= 0;
    }

    /// The row that has this number, or -1; negative numbers are never found. Costs a pass over all
    /// rows, the first time.
    public int rowOf(int number) {
        if (places == null) {
            int[] fresh = new int[Math.max(-1, Arrays.stream(values).max().orElse(-1)) + 1];
            Arrays.fill(fresh, -1);
            for (int row = 0; row < values.length; row++) {
                if (values[row] >= 0) {
                    fresh[values[row]] = row;
                }
            }
            places = fresh;
        }
        return number >= 0 && number < places.length ? places[number] : -1;
    }
}
