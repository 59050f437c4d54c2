package org.sipsleuth.view.dialogs.table.cell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;

/// Where a column is in a row, in pixels.
///
/// @param meant the column
record ColumnPlace(TableColumn<Integer, ?> column, DialogColumn meant, double left, double width) {

    /// The same place so many pixels further to the right.
    ColumnPlace shifted(double by) {
        return new ColumnPlace(column, meant, left + by, width);
    }

    double right() {
        return left + width;
    }

    /// All columns of a table from left to right, one beside the other.
    static List<ColumnPlace> of(TableView<Integer> table) {
        List<ColumnPlace> places = new ArrayList<>();
        double left = 0;
        for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
            double width = table.snapSizeX(column.getWidth()); // as its head
            if (column.getUserData() instanceof DialogColumn meant) {
                places.add(new ColumnPlace(column, meant, left, width));
            }
            left += width;
        }
        return places;
    }
}
