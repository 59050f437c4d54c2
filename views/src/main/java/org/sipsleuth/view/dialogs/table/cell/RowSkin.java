package org.sipsleuth.view.dialogs.table.cell;

import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableRow;

/// Lays the one cell of a row over what is in view of the row.
public final class RowSkin extends SkinBase<TableRow<Integer>> {

    private final RowCell cell;
    private final RowPainter painter;

    /// @param painter draws the cell
    public RowSkin(TableRow<Integer> row, RowCell cell, RowPainter painter) {
        super(row);
        this.cell = cell;
        this.painter = painter;
        cell.updateTableRow(row);
        cell.updateIndex(row.getIndex());
        getChildren().add(cell);
        consumeMouseEvents(false); // the table takes the focus by them
        registerChangeListener(row.indexProperty(), _ -> cell.updateIndex(row.getIndex()));
        registerChangeListener(painter.table().widthProperty(), _ -> row.requestLayout());
        registerChangeListener(painter.widthProperty(), _ -> row.requestLayout());
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        double scrolled = scrolled();
        cell.scrollTo(scrolled);
        cell.resizeRelocate(scrolled, y, painter.table().getWidth(), h);
    }

    /// How far the row is scrolled to the left: all rows are moved together, with what holds them.
    private double scrolled() {
        Parent rows = getSkinnable().getParent();
        return rows == null || rows.getParent() == null ? 0 : Math.max(0, -rows.getParent().getLayoutX());
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return painter.widthProperty().get();
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return painter.table().getFixedCellSize();
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return painter.table().getFixedCellSize();
    }

    @Override
    protected Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case CELL_AT_ROW_COLUMN, FOCUS_ITEM -> cell;
            case SELECTED_ITEMS -> getSkinnable().isSelected() ? FXCollections.observableArrayList(cell)
                    : FXCollections.observableArrayList();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
