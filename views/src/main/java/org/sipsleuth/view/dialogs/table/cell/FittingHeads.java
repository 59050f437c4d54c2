package org.sipsleuth.view.dialogs.table.cell;

import java.util.function.Consumer;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkinBase;

/// The heads of a table's columns, of which the edge is double-clicked to fit a column's width to
/// its values. JavaFX goes through all rows of the table for that.
final class FittingHeads extends TableHeaderRow {

    private final Consumer<TableColumnBase<?, ?>> fit;

    /// @param fit makes a column as wide as it should be
    FittingHeads(TableViewSkinBase<?, ?, ?, ?, ?> skin, Consumer<TableColumnBase<?, ?>> fit) {
        super(skin);
        this.fit = fit;
    }

    @Override
    protected NestedTableColumnHeader createRootHeader() {
        return new NestedTableColumnHeader(null) {
            @Override
            @SuppressWarnings("rawtypes") // as JavaFX has it
            protected TableColumnHeader createTableColumnHeader(TableColumnBase column) {
                return column == null ? super.createTableColumnHeader(column) : new Head(column);
            }
        };
    }

    private final class Head extends TableColumnHeader {

        Head(TableColumnBase<?, ?> column) {
            super(column);
        }

        @Override
        protected void resizeColumnToFitContent(int maxRows) {
            if (maxRows < 0) { // else the head has just been made, and nobody asked
                fit.accept(getTableColumn());
            }
        }
    }
}
