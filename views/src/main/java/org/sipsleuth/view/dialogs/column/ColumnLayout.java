package org.sipsleuth.view.dialogs.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;

/// Columns from left to right. Immutable.
///
/// @param places at least one
public record ColumnLayout(List<Place> places) {

    /// A column with its width.
    ///
    /// @param width in pixels, 0 for that which the column has by itself
    public record Place(DialogColumn column, double width) {}

    private static final int MOST_COLUMNS = 100;
    private static final double WIDEST = 4_000;

    public ColumnLayout {
        places = List.copyOf(places);
    }

    /// What the list has until somebody chooses other columns: those up to the duration fit beside
    /// a ladder in a window of 1280 pixels. Some of them are there only while there is something to
    /// show.
    public static ColumnLayout first() {
        return of(List.of(OwnColumn.MARK, OwnColumn.KNOWN, OwnColumn.NOTE, OwnColumn.TRUTH,
                DialogColumn.of(DialogField.START), DialogColumn.of(DialogField.METHOD),
                DialogColumn.of(DialogField.CALLER), DialogColumn.of(DialogField.CALLEE),
                DialogColumn.of(DialogField.OUTCOME), OwnColumn.PROBLEM, OwnColumn.INCIDENT,
                DialogColumn.of(DialogField.DURATION), DialogColumn.of(DialogField.HINTS),
                DialogColumn.of(DialogField.MESSAGES), OwnColumn.TAGS));
    }

    /// These columns, each as wide as it is by itself.
    public static ColumnLayout of(List<DialogColumn> columns) {
        return new ColumnLayout(columns.stream().map(column -> new Place(column, 0)).toList());
    }

    /// The columns.
    public List<DialogColumn> columns() {
        return places.stream().map(Place::column).toList();
    }

    /// Whether it has the column.
    public boolean has(DialogColumn column) {
        return columns().contains(column);
    }

    /// The same with a column at its end, or without it.
    public ColumnLayout with(DialogColumn column, boolean isShown) {
        List<Place> changed = new ArrayList<>(places);
        changed.removeIf(place -> place.column().equals(column));
        if (isShown && changed.size() < MOST_COLUMNS) {
            changed.add(new Place(column, 0));
        }
        return changed.isEmpty() ? this : new ColumnLayout(changed);
    }

    /// The same with a column so many places further to the right; negative: to the left.
    public ColumnLayout moved(DialogColumn column, int by) {
        int from = columns().indexOf(column);
        if (from < 0) {
            return this;
        }
        List<Place> changed = new ArrayList<>(places);
        Place moved = changed.remove(from);
        changed.add(Math.clamp((long) from + by, 0, changed.size()), moved);
        return new ColumnLayout(changed);
    }

    /// The same with another width of a column.
    public ColumnLayout resized(DialogColumn column, double width) {
        return new ColumnLayout(places.stream()
                .map(place -> place.column().equals(column) ? new Place(column, width) : place)
                .toList());
    }

    /// As text, for settings: `start:0 caller:180`.
    String encoded() {
        return places.stream()
                .map(place -> place.column().key() + "=" + Math.round(place.width()))
                .collect(Collectors.joining(" "));
    }

    /// Decodes the text of [#encoded]; columns that there are no more are left out. Empty if none
    /// is left.
    static Optional<ColumnLayout> decoded(String text) {
        List<Place> places = new ArrayList<>();
        for (String part : text.split(" ", -1)) {
            int equals = part.lastIndexOf('=');
            Optional<DialogColumn> column =
                    equals < 0 ? Optional.empty() : DialogColumn.ofKey(part.substring(0, equals));
            boolean isFresh = column.isPresent() && places.size() < MOST_COLUMNS
                    && places.stream().noneMatch(p -> p.column().equals(column.get()));
            if (isFresh) {
                places.add(new Place(column.get(), width(part.substring(equals + 1))));
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new ColumnLayout(places));
    }

    /// Whether a text is what [#encoded] writes of a layout.
    public static boolean isEncoded(String text) {
        return decoded(text).filter(layout -> layout.encoded().equals(text)).isPresent();
    }

    private static double width(String digits) {
        try {
            return Math.clamp(Integer.parseInt(digits), 0, WIDEST);
        } catch (NumberFormatException e) {
            return 0; // written by hand
        }
    }
}
