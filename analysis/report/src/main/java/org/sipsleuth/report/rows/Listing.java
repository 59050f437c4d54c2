package org.sipsleuth.report.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Something that is listed row by row.
public interface Listing {

    /// The columns.
    List<Column> columns();

    /// How many rows there are.
    int size();

    /// The cells of a row, one for each column; empty where there is no value.
    String[] row(int row);

    /// How many of what is listed are not among the rows, by the reason; empty where nothing is
    /// ever left out.
    default Map<String, Long> leftOut() {
        return Map.of();
    }

    /// Writes all rows.
    default void writeTo(RowWriter writer) throws IOException {
        int size = size();
        for (int row = 0; row < size; row++) {
            writer.row(row(row));
        }
    }
}
