package org.sipsleuth.dialog.ladder.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What reaches over several rows of a ladder: in columns side by side, in each of which nothing
/// overlaps. Immutable.
public final class RowSpans {

    /// More columns leave no room for the ladder.
    public static final int MOST_COLUMNS = 6;

    private final List<List<Span>> columns;
    private final int leftOut;

    /// A piece of a column.
    ///
    /// @param column from 0, the innermost
    /// @param first its first row
    /// @param last its last row
    /// @param value what it represents
    public record Span(int column, int first, int last, int value) {}

    RowSpans(List<List<Span>> columns, int leftOut) {
        this.columns = columns.stream().map(List::copyOf).toList();
        this.leftOut = leftOut;
    }

    /// None.
    public static RowSpans none() {
        return new RowSpans(List.of(), 0);
    }

    /// How many columns there are.
    public int columns() {
        return columns.size();
    }

    /// How many pieces found no column.
    public int leftOut() {
        return leftOut;
    }

    /// Passes every span that overlaps these rows. Cost: proportional to the spans passed.
    ///
    /// @param end the row after the last one
    public void forEachIn(int from, int end, Consumer<Span> each) {
        for (List<Span> column : columns) {
            for (int i = firstReaching(column, from); i < column.size(); i++) {
                Span span = column.get(i);
                if (span.first() >= end) {
                    break;
                }
                each.accept(span);
            }
        }
    }

    private static int firstReaching(List<Span> column, int row) {
        int low = 0;
        int high = column.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column.get(middle).last() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Puts pieces into columns, each into the first where nothing is in its way.
    static final class Packing {

        private final List<List<Span>> columns = new ArrayList<>();
        private int leftOut;

        /// Adds a piece; those before it began no later.
        void add(int first, int last, int value) {
            for (int column = 0; column < MOST_COLUMNS; column++) {
                if (column == columns.size()) {
                    columns.add(new ArrayList<>());
                }
                List<Span> there = columns.get(column);
                if (there.isEmpty() || there.getLast().last() < first) {
                    there.add(new Span(column, first, last, value));
                    return;
                }
            }
            leftOut++;
        }

        RowSpans spans() {
            return new RowSpans(columns, leftOut);
        }
    }
}
