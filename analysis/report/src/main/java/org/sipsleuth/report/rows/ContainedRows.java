package org.sipsleuth.report.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.run.FaultSink;

/// A listing in which a fault costs its own cell only, or its row where all cells are computed
/// together: there stands [Column#FAILED].
public final class ContainedRows implements Listing {

    private final Listing all;
    private final FaultSink faults;

    /// @param faults takes the faults
    public ContainedRows(Listing all, FaultSink faults) {
        this.all = all;
        this.faults = faults;
    }

    @Override
    public List<Column> columns() {
        return all.columns();
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Map<String, Long> leftOut() {
        return all.leftOut();
    }

    @Override
    public String[] row(int row) {
        try {
            return all.row(row);
        } catch (RuntimeException fault) {
            return cells(row, fault);
        }
    }

    private String[] cells(int row, RuntimeException ofRow) {
        List<Column> columns = columns();
        String[] cells = new String[columns.size()];
        List<Runnable> reports = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            int column = i;
            FaultSink sink = (name, fault) -> reports.add(() -> faults.failed(name, fault));
            cells[i] = sink.contain("column " + columns.get(i).name(), Column.FAILED, () -> all.cell(row, column));
        }
        if (reports.size() == cells.length) {
            faults.failed("row", ofRow);
        } else {
            reports.forEach(Runnable::run);
        }
        return cells;
    }
}
