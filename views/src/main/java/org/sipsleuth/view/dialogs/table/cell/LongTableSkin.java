package org.sipsleuth.view.dialogs.table.cell;

import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// Shows a table of very many rows, all as high, that scrolls at its end about as fast as at its
/// beginning, and measures only the rows in view for the width of a column.
public final class LongTableSkin extends TableViewSkin<Integer> {

    private static final double SORT_ARROW = 24;

    private final TableView<Integer> table;
    private final RowPainter painter;

    /// @param painter draws the rows
    public LongTableSkin(TableView<Integer> table, RowPainter painter) {
        super(table);
        this.table = table;
        this.painter = painter;
        getChildren().add(painter.samples());
    }

    /// While it is laid out, the flow asks the table for another layout if the number of rows is
    /// another one. The parents, who are being laid out as well, do not hear of that, and what the
    /// rows ask for later would get no further than the table.
    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        if (table.isNeedsLayout()) {
            Platform.runLater(table::requestLayout);
        }
    }

    @Override
    protected VirtualFlow<TableRow<Integer>> createVirtualFlow() {
        return new LongFlow<>();
    }

    @Override
    protected TableHeaderRow createTableHeaderRow() {
        return new FittingHeads(this, this::fit);
    }

    private void fit(TableColumnBase<?, ?> wanted) {
        for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
            if (column.equals(wanted)) {
                fit(column);
                return;
            }
        }
    }

    private void fit(TableColumn<Integer, ?> column) {
        VirtualFlow<TableRow<Integer>> flow = getVirtualFlow();
        if (flow.getFirstVisibleCell() == null || flow.getLastVisibleCell() == null) {
            return;
        }
        IntStream rows =
                IntStream.rangeClosed(flow.getFirstVisibleCell().getIndex(), flow.getLastVisibleCell().getIndex())
                        .filter(row -> row < table.getItems().size())
                        .map(table.getItems()::get);
        double head = column.getGraphic() == null ? 0 : column.getGraphic().prefWidth(-1) + SORT_ARROW;
        double wanted = Math.min(table.getWidth(), Math.ceil(Math.max(head, painter.texts().wanted(column, rows))));
        table.resizeColumn(column, wanted - column.getWidth());
    }

    /// For a step of the wheel, JavaFX adds up the heights of all rows above those in view, a
    /// dozen times. Where the scroll bar is moved it does so a few times only, and they are all
    /// the same.
    private static final class LongFlow<R extends IndexedCell<?>> extends VirtualFlow<R> {

        private final ScrollBar bar = bar();
        private final Node sight = lookup(".clipped-container");

        private ScrollBar bar() {
            return getChildren().stream()
                    .filter(ScrollBar.class::isInstance)
                    .map(ScrollBar.class::cast)
                    .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public double scrollPixels(double pixels) {
            double hidden = getCellCount() * getFixedCellSize() - sight.getLayoutBounds().getHeight();
            if (getFixedCellSize() <= 0 || hidden <= 0 || !bar.isVisible()) {
                return super.scrollPixels(pixels);
            }
            double before = getPosition() * hidden; // touchpads scroll by parts of a pixel
            double after = Math.clamp(before + pixels, 0, hidden);
            bar.setValue(after / hidden);
            return after - before;
        }
    }
}
