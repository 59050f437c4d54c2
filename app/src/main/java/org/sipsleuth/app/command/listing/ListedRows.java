package org.sipsleuth.app.command.listing;

import java.util.List;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// What is listed with a row for each thing of a list.
///
/// @param <T> the things
public abstract class ListedRows<T> implements Listing {

    private final List<Column> columns;
    private final List<T> things;

    protected ListedRows(List<Column> columns, List<T> things) {
        this.columns = columns;
        this.things = List.copyOf(things);
    }

    @Override
    public final List<Column> columns() {
        return columns;
    }

    @Override
    public final int size() {
        return things.size();
    }

    /// The thing of a row.
    final T thing(int row) {
        return things.get(row);
    }

    @Override
    public final String[] row(int row) {
        return cells(things.get(row));
    }

    /// The cells of a thing, one for each column; empty where there is no value.
    protected abstract String[] cells(T thing);
}
