package org.sipsleuth.view.dialogs.column;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;

/// Shares the width of the table among its columns: numbers and the few words of the truth keep
/// theirs, texts take what is left, but are not squeezed below what can be read. A column that was
/// dragged keeps the width it was given.
final class ColumnWidths {

    static final double SCROLL_BAR = 16;

    private final TableView<Integer> table;
    private final ColumnChoice choice;

    private ColumnWidths(TableView<Integer> table, ColumnChoice choice) {
        this.table = table;
        this.choice = choice;
    }

    /// Shares the width now and whenever the table or its choice of columns changes.
    static ColumnWidths share(TableView<Integer> table, ColumnChoice choice) {
        ColumnWidths widths = new ColumnWidths(table, choice);
        table.setColumnResizePolicy(
                features -> {
                    if (features.getColumn() == null) {
                        widths.fill();
                        return false;
                    }
                    boolean isDone = TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
                    widths.dragged(features.getColumn());
                    return isDone;
                });
        table.getVisibleLeafColumns()
                .addListener((ListChangeListener<TableColumn<Integer, ?>>) _ -> widths.fill());
        return widths;
    }

    private void dragged(TableColumn<?, ?> column) {
        if (column.getUserData() instanceof DialogColumn meant) {
            choice.use(choice.layoutProperty().get().resized(meant, column.getWidth()));
        }
    }

    /// Shares the width now.
    void fill() {
        List<TableColumn<Integer, ?>> texts =
                table.getVisibleLeafColumns().stream().filter(this::isElastic).toList();
        double fixed =
                table.getVisibleLeafColumns().stream()
                        .filter(column -> !isElastic(column))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        double room = table.getWidth() - fixed - SCROLL_BAR;
        if (table.getWidth() <= 0) {
            return;
        }
        boolean isEnough = texts.stream().mapToDouble(ColumnWidths::least).sum() <= room;
        if (isEnough) {
            share(texts, room, ColumnWidths::wanted, ColumnWidths::least);
        } else {
            share(texts, room, ColumnWidths::least, ColumnWidths::narrowest);
        }
    }

    /// Columns that would be narrower than allowed get their least width; the others share what is
    /// left.
    private static void share(
            List<TableColumn<Integer, ?>> texts,
            double room,
            ToDoubleFunction<TableColumn<Integer, ?>> weight,
            ToDoubleFunction<TableColumn<Integer, ?>> least) {
        double share = room / texts.stream().mapToDouble(weight).sum();
        List<TableColumn<Integer, ?>> narrow =
                texts.stream()
                        .filter(
                                column ->
                                        share * weight.applyAsDouble(column)
                                                < least.applyAsDouble(column))
                        .toList();
        if (narrow.isEmpty()) {
            texts.forEach(
                    column ->
                            column.setPrefWidth(Math.floor(share * weight.applyAsDouble(column))));
            return;
        }
        narrow.forEach(column -> column.setPrefWidth(least.applyAsDouble(column)));
        share(
                texts.stream().filter(column -> !narrow.contains(column)).toList(),
                room - narrow.stream().mapToDouble(least).sum(),
                weight,
                least);
    }

    private boolean isElastic(TableColumn<Integer, ?> column) {
        return column.getUserData() instanceof DialogColumn meant
                && meant.isElastic()
                && choice.layoutProperty().get().places().stream()
                        .filter(place -> place.column().equals(meant))
                        .mapToDouble(ColumnLayout.Place::width)
                        .allMatch(width -> width == 0);
    }

    /// The least width of a column whose width nobody chose.
    static double least(DialogColumn column, double own) {
        return column.isElastic() ? column.leastWidth() : own;
    }

    private static double least(TableColumn<Integer, ?> column) {
        return column.getUserData() instanceof DialogColumn meant ? meant.leastWidth() : 0;
    }

    /// The width of a list without enough room for what can be read: less, before it is scrolled.
    private static double narrowest(TableColumn<Integer, ?> column) {
        return Math.min(least(column), wanted(column) / 2);
    }

    private static double wanted(TableColumn<Integer, ?> column) {
        return column.getUserData() instanceof DialogColumn meant ? meant.width() : 0;
    }
}
