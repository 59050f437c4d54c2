package org.sipsleuth.view.dialogs.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.view.dialogs.table.cell.RowPainter;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.SortKey;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.WindowFaults;

/// The columns of the table of dialogs: made as they are chosen, asked for the order of rows.
public final class DialogColumns {

    private static final DialogColumn START = DialogColumn.of(DialogField.START);

    private static final double NARROWEST = 34;
    private static final double DATE_WIDTH = 172;
    private static final double HEAD_PADDING = 8;
    private static final double HEAD_HEIGHT = 20;

    /// Enough for an outcome of a Call-ID that was used several times.
    private static final double LONG_OUTCOME = 320;

    private final TableView<Integer> table;
    private final ColumnChoice choice;
    private final ObservableValue<@Nullable ColumnReader> reader;
    private final ColumnWidths widths;
    private final Map<DialogColumn, TableColumn<Integer, Integer>> made = new HashMap<>();
    private boolean arranging;

    private DialogColumns(TableView<Integer> table, ColumnChoice choice, ObservableValue<@Nullable ColumnReader> reader,
            RowPainter painter) {
        this.table = table;
        this.choice = choice;
        this.reader = reader;
        widths = ColumnWidths.share(table, choice, painter::wanted);
    }

    /// Shows the chosen columns in the table, now and from now on.
    ///
    /// @param painter draws the rows
    public static void install(TableView<Integer> table, ColumnChoice choice,
            ObservableValue<@Nullable ColumnReader> reader, RowPainter painter) {
        DialogColumns columns = new DialogColumns(table, choice, reader, painter);
        choice.layoutProperty().subscribe(columns::arrange);
        reader.subscribe(_ -> columns.known());
        table.itemsProperty().subscribe(_ -> columns.measure());
        table.sceneProperty().subscribe(columns::seen);
        table.widthProperty().addListener((_, _, _) -> columns.offer());
        table.getColumns().addListener((ListChangeListener<TableColumn<Integer, ?>>) _ -> columns.reordered());
    }

    private void arrange(ColumnLayout layout) {
        List<TableColumn<Integer, ?>> columns = new ArrayList<>();
        for (ColumnLayout.Place place : layout.places()) {
            TableColumn<Integer, Integer> column = made.computeIfAbsent(place.column(), this::make);
            if (place.width() > 0) {
                column.setPrefWidth(place.width());
            } else if (!place.column().isElastic()) {
                column.setPrefWidth(ownWidth(place.column()));
            }
            columns.add(column);
        }
        if (!columns.equals(table.getColumns())) {
            arranging = true;
            List<TableColumn<Integer, ?>> order = new ArrayList<>(table.getSortOrder());
            table.getColumns().setAll(columns);
            order.retainAll(columns);
            table.getSortOrder().setAll(order);
            arranging = false;
        }
        offer();
        widths.fill();
    }

    /// Somebody dragged a head to another place.
    private void reordered() {
        if (arranging) {
            return;
        }
        ColumnLayout now = choice.layoutProperty().get();
        List<ColumnLayout.Place> places = new ArrayList<>();
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            now.places().stream().filter(place -> place.column().equals(column.getUserData())).forEach(places::add);
        }
        if (places.size() == now.places().size()) {
            choice.use(new ColumnLayout(places));
        }
    }

    /// Some columns are there only while there is something to show in them.
    private void offer() {
        ColumnReader now = reader.getValue();
        Set<DialogColumn> dropped = dropped(now);
        made.forEach(
                (column, tableColumn) -> tableColumn.setVisible(isPossible(column, now) && !dropped.contains(column)));
        if (widths.measureFresh()) {
            widths.fill();
        }
        TableColumn<Integer, Integer> start = made.get(START);
        boolean isPresent = choice.layoutProperty()
                .get()
                .places()
                .stream()
                .anyMatch(place -> place.column().equals(START) && place.width() > 0);
        if (start != null && !isPresent) {
            start.setPrefWidth(ownWidth(START));
            widths.fill();
        }
    }

    /// Something else is known of the rows: there may be other columns, which need other widths.
    private void known() {
        offer();
        measure();
    }

    /// Heads and values have no style before the first layout in a window.
    private void seen(@Nullable Scene scene) {
        widths.setStyled(false);
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (scene.equals(table.getScene())) {
                        widths.setStyled(true);
                        known();
                    }
                }
            });
        }
    }

    /// Other rows may need more room.
    private void measure() {
        if (widths.measure(reader.getValue())) {
            offer();
            widths.fill();
        }
    }

    /// Columns that a narrow list does without, unless the user chose the columns.
    private Set<DialogColumn> dropped(@Nullable ColumnReader now) {
        if (table.getWidth() <= 0 || !choice.layoutProperty().get().equals(ColumnLayout.first())) {
            return Set.of();
        }
        List<DialogColumn> left = new ArrayList<>(
                ColumnLayout.first().columns().stream().filter(column -> isPossible(column, now)).toList());
        Set<DialogColumn> dropped = new HashSet<>();
        drop(fields(DialogField.HINTS), // whose icon is before the outcome
                wish -> wish.isLeading() ? Math.min(wish.need(), LONG_OUTCOME) : wish.least(), left, dropped);
        drop(fields(DialogField.DURATION, DialogField.METHOD), wish -> wish.isLeading() ? wish.usual() : wish.least(),
                left, dropped);
        drop(fields(DialogField.MESSAGES), wish -> wish.isLeading() ? wish.usual() : wish.narrowest(), left, dropped);
        if (left.contains(OwnColumn.PROBLEM)) {
            drop(List.of(START, OwnColumn.KNOWN, OwnColumn.PROBLEM), // whose icon is before the outcome then
                    wish -> wish.isLeading() ? Math.min(wish.usual(), widths.unexplained()) : wish.narrowest(), left,
                    dropped);
            if (dropped.contains(OwnColumn.PROBLEM)) {
                dropped.removeAll(List.of(START, OwnColumn.KNOWN)); // they gave way to no avail
            }
        }
        return dropped;
    }

    private static List<DialogColumn> fields(DialogField... fields) {
        return Stream.of(fields).map(DialogColumn::of).toList();
    }

    /// Drops columns one after the other until the others have room.
    ///
    /// @param wanted the width of a column of text
    private void drop(List<DialogColumn> columns, ToDoubleFunction<WidthShares.Wish> wanted, List<DialogColumn> left,
            Set<DialogColumn> dropped) {
        for (DialogColumn each : columns) {
            double all = left.stream()
                    .mapToDouble(
                            column -> column.isElastic() ? wanted.applyAsDouble(widths.wish(column)) : ownWidth(column))
                    .sum();
            if (all + ColumnWidths.SCROLL_BAR > table.getWidth()) {
                left.remove(each);
                dropped.add(each);
            }
        }
    }

    private static boolean isPossible(DialogColumn column, @Nullable ColumnReader now) {
        if (!(column instanceof OwnColumn own)) {
            return true;
        }
        if (now == null) {
            return own == OwnColumn.MARK;
        }
        Listed listed = now.listed();
        return switch (own) {
            case MARK -> true;
            case TRUTH -> listed.truth().isPresent();
            case NOTE, TAGS, COMMENT -> !listed.notes().isEmpty();
            case LEGS, CALL -> listed.legs().isPresent();
            case KNOWN -> listed.marks().areKnown();
            case NETWORK, MAXIMUM, SKEWNESS, KURTOSIS -> listed.marks().areScored();
            case INCIDENT -> !listed.incidents().all().isEmpty();
            case PROBLEM, PROBLEM_SEVERITY -> listed.problems().hasDialogs();
            case FINDING, FINDINGS, FINDING_CLASS, FINDING_TITLE, FINDING_DETECTOR ->
                    listed.findings().isOf(listed.index());
        };
    }

    private double ownWidth(DialogColumn column) {
        ColumnReader now = reader.getValue();
        boolean isDated = column.equals(START) && now != null && UtcTime.spansDays(now.listed().index());
        return isDated ? DATE_WIDTH : column.width();
    }

    /// What the user has chosen to sort by.
    public static List<SortKey> sortKeys(TableView<Integer> table) {
        List<SortKey> keys = new ArrayList<>();
        for (TableColumn<Integer, ?> column : table.getSortOrder()) {
            if (column.getUserData() instanceof DialogColumn meant) {
                boolean ascending = column.getSortType() == TableColumn.SortType.ASCENDING;
                keys.add(new SortKey(meant, ascending));
            }
        }
        return keys;
    }

    /// Lets the heads show what the list is sorted by.
    public static void showSort(TableView<Integer> table, List<SortKey> keys) {
        if (keys.equals(sortKeys(table))) {
            return;
        }
        List<TableColumn<Integer, ?>> order = new ArrayList<>();
        for (SortKey key : keys) {
            for (TableColumn<Integer, ?> column : table.getColumns()) {
                if (key.column().equals(column.getUserData())) {
                    column.setSortType(
                            key.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                    order.add(column);
                }
            }
        }
        table.getSortOrder().setAll(order);
    }

    /// The columns in view with a text, from left to right.
    public static List<DialogColumn> shown(TableView<Integer> table) {
        List<DialogColumn> columns = new ArrayList<>();
        for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() instanceof DialogColumn meant && meant != OwnColumn.MARK) {
                columns.add(meant);
            }
        }
        return columns;
    }

    private TableColumn<Integer, Integer> make(DialogColumn column) {
        TableColumn<Integer, Integer> fresh = new TableColumn<>();
        Label head = new Label(column.head());
        head.setTooltip(new Tooltip(column.title() + "\n" + column.description()));
        head.setAccessibleText(column.title());
        if (column.head().length() <= 1) { // a sign, or nothing: too small to be pointed at
            head.setAlignment(Pos.CENTER);
            head.prefWidthProperty().bind(fresh.widthProperty().subtract(HEAD_PADDING));
            head.setPrefHeight(HEAD_HEIGHT);
        }
        fresh.setGraphic(head);
        fresh.setUserData(column);
        fresh.setId("column-" + column.key());
        fresh.setMinWidth(NARROWEST);
        fresh.setPrefWidth(ownWidth(column));
        WindowFaults.values(fresh, row -> row);
        if (column.isNumeric()) {
            fresh.getStyleClass().add("numeric");
        }
        return fresh;
    }
}
