package org.sipsleuth.view.dialogs.table.cell;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;

/// What is in rows, for those who cannot read it there: in tooltips, read aloud, and in columns
/// that are made as wide as it is.
final class RowTexts {

    private final ObservableValue<@Nullable ColumnReader> reader;
    private final RowPlaces places;
    private final ValuePainter values;

    RowTexts(ObservableValue<@Nullable ColumnReader> reader, RowPlaces places, ValuePainter values) {
        this.reader = reader;
        this.places = places;
        this.values = values;
    }

    /// The whole value at `x` pixels from the left of the row, where it cannot be read in the row.
    Optional<String> hint(int dialog, double x) {
        ColumnReader now = reader.getValue();
        Optional<ColumnPlace> place = places.at(x);
        if (now == null || place.isEmpty() || !now.isDialog(dialog)) {
            return Optional.empty();
        }
        ColumnPlace its = place.get();
        String whole = ShownValue.whole(its.meant(), now, dialog);
        boolean isRead = !isSign(its) && whole.equals(ShownValue.inRow(its.meant(), now, dialog))
                && wanted(its, now, dialog) <= its.width();
        return whole.isEmpty() || isRead ? Optional.empty() : Optional.of(whole);
    }

    /// The head of a group, where it cannot be read in a row of that width.
    Optional<String> headHint(String head, double width) {
        return values.headFits(head, width) ? Optional.empty() : Optional.of(head);
    }

    /// All values of a dialog with the names of their columns.
    String aloud(int dialog) {
        ColumnReader now = reader.getValue();
        return now == null || !now.isDialog(dialog) ? ""
                : places.all()
                        .stream()
                        .map(ColumnPlace::meant)
                        .map(column -> named(column, ShownValue.whole(column, now, dialog)))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String named(DialogColumn column, String value) {
        return value.isEmpty() ? "" : column.title() + ": " + value;
    }

    /// The width in pixels that a column needs for what is in these rows.
    double wanted(TableColumn<Integer, ?> column, IntStream rows) {
        ColumnReader now = reader.getValue();
        Optional<ColumnPlace> place = places.placeOf(column);
        return now == null || place.isEmpty() ? 0
                : rows.filter(now::isDialog).mapToDouble(dialog -> wanted(place.get(), now, dialog)).max().orElse(0);
    }

    private double wanted(ColumnPlace place, ColumnReader now, int dialog) {
        if (isSign(place)) {
            return values.wantedBySign();
        }
        double text = values.wanted(ShownValue.inRow(place.meant(), now, dialog));
        if (ShownValue.isHinted(place.meant(), now, dialog, places.has(OwnColumn.PROBLEM))) {
            return text + values.wantedByHint();
        }
        if (place.meant() == OwnColumn.PROBLEM) {
            return text + values.wantedBySeverity();
        }
        return place.meant() == OwnColumn.TRUTH || place.meant() == OwnColumn.INCIDENT ? text + values.wantedBySwatch()
                : text;
    }

    /// Whether the column shows a sign instead of its words.
    private static boolean isSign(ColumnPlace place) {
        return place.meant() == OwnColumn.MARK || place.meant() == OwnColumn.KNOWN || place.meant() == OwnColumn.NETWORK
                || place.meant() == OwnColumn.NOTE;
    }
}
