package org.sipsleuth.report.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sipsleuth.run.FaultSink;

/// Something that is listed row by row.
public interface Listing {

    /// The columns.
    List<Column> columns();

    /// How many rows there are.
    int size();

    /// The cells of a row, one for each column; empty where there is no value.
    String[] row(int row);

    /// One of them. Asked where a row fails: a listing that can compute its cells apart loses only
    /// those that fail.
    default String cell(int row, int column) {
        return row(row)[column];
    }

    /// How many of what is listed are not among the rows, by the reason; empty where nothing is
    /// ever left out.
    default Map<String, Long> leftOut() {
        return Map.of();
    }

    /// Writes all rows.
    ///
    /// @param faults takes those of single cells and rows
    default void writeTo(RowWriter writer, FaultSink faults) throws IOException {
        ContainedRows contained = new ContainedRows(this, faults);
        int size = size();
        for (int row = 0; row < size; row++) {
            writer.row(contained.row(row));
        }
    }
}
