package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// Some rows of a listing, in their order.
public final class ChosenRows implements Listing {

    private final Listing all;
    private final int[] rows;

    /// @param rows their numbers in the whole listing
    public ChosenRows(Listing all, IntStream rows) {
        this.all = all;
        this.rows = rows.toArray();
    }

    @Override
    public List<Column> columns() {
        return all.columns();
    }

    @Override
    public Map<String, Long> leftOut() {
        return all.leftOut();
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public String[] row(int row) {
        return all.row(rows[row]);
    }

    @Override
    public String cell(int row, int column) {
        return all.cell(rows[row], column);
    }
}
