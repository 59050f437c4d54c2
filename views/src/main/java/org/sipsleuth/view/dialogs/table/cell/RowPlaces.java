package org.sipsleuth.view.dialogs.table.cell;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;

/// Where the columns of a table are now.
final class RowPlaces {

    private final TableView<Integer> table;
    private final Runnable changed;
    private final InvalidationListener widthListener = _ -> forget();
    private final ReadOnlyDoubleWrapper width = new ReadOnlyDoubleWrapper();
    private @Nullable List<ColumnPlace> places;

    /// @param changed called when they are elsewhere
    RowPlaces(TableView<Integer> table, Runnable changed) {
        this.table = table;
        this.changed = changed;
        table.getVisibleLeafColumns().forEach(column -> column.widthProperty().addListener(widthListener));
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Integer, ?>>) this::columnsChanged);
        forget();
    }

    private void columnsChanged(ListChangeListener.Change<? extends TableColumn<Integer, ?>> change) {
        while (change.next()) {
            change.getRemoved().forEach(column -> column.widthProperty().removeListener(widthListener));
            change.getAddedSubList().forEach(column -> column.widthProperty().addListener(widthListener));
        }
        forget();
    }

    private void forget() {
        places = null;
        width.set(all().isEmpty() ? 0 : all().getLast().right());
        changed.run();
    }

    /// All of them, from left to right.
    List<ColumnPlace> all() {
        List<ColumnPlace> known = places;
        if (known == null) {
            known = ColumnPlace.of(table);
            places = known;
        }
        return known;
    }

    /// The one at `x` pixels from the left of the row; none behind the last.
    Optional<ColumnPlace> at(double x) {
        return all().stream().filter(place -> x >= place.left() && x < place.right()).findFirst();
    }

    /// That of a column, if it is shown.
    Optional<ColumnPlace> placeOf(TableColumn<Integer, ?> column) {
        return all().stream().filter(place -> place.column().equals(column)).findFirst();
    }

    /// Whether a column is shown.
    boolean has(DialogColumn column) {
        return all().stream().anyMatch(place -> place.meant().equals(column));
    }

    /// The width of all of them in pixels.
    ReadOnlyDoubleProperty widthProperty() {
        return width.getReadOnlyProperty();
    }
}
