package org.sipsleuth.view.sequence.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Listing;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.chart.DataTable;

/// The sequences that are listed, which follow the threshold lines.
public final class GroupList {

    private final Lines lines;
    private final ObservableList<SequenceRow> listed = FXCollections.observableArrayList();
    private final ObjectProperty<Listing> listing = new SimpleObjectProperty<>(Listing.NEW);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<SequenceRows> rows = Optional.empty();
    private Optional<Comparator<SequenceRow>> order = Optional.empty();

    /// @param rows what can be listed
    public GroupList(ObservableValue<Optional<SequenceRows>> rows, Lines lines) {
        this.lines = lines;
        rows.subscribe(
                now -> {
                    this.rows = now;
                    follow();
                });
        listing.subscribe(_ -> follow());
        lines.axesProperty().subscribe(_ -> follow());
        lines.skewnessProperty().subscribe(_ -> follow());
        lines.kurtosisProperty().subscribe(_ -> follow());
    }

    /// The sequences, in order.
    public ObservableList<SequenceRow> listed() {
        return listed;
    }

    /// Which are listed.
    public ObjectProperty<Listing> listingProperty() {
        return listing;
    }

    /// Grows whenever the marks of listed sequences may have changed.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Whether it is known what the dialogs really are.
    boolean hasTruth() {
        return rows.flatMap(SequenceRows::truth).isPresent();
    }

    /// What holds the marks.
    Lines lines() {
        return lines;
    }

    /// Lists them in this order from now on; the most suspicious first if it is empty.
    void sort(Optional<Comparator<SequenceRow>> other) {
        order = other;
        follow();
    }

    private void follow() {
        List<SequenceRow> now = new ArrayList<>();
        for (SequenceRow row : rows.map(SequenceRows::all).orElse(List.of())) {
            if (listing.get().has(row, lines.mark(row.score()))) {
                now.add(row);
            }
        }
        Comparator<SequenceRow> suspicion = lines.axesProperty().get().suspicion();
        now.sort(order.map(its -> its.thenComparing(suspicion)).orElse(suspicion));
        if (!now.equals(listed)) {
            listed.setAll(now);
        }
        changes.set(changes.get() + 1);
    }

    /// All that is listed, to be copied.
    DataTable data() {
        List<GroupColumn> columns = List.of(GroupColumn.values());
        return new DataTable(
                columns.stream().map(GroupColumn::title).toList(),
                listed.stream()
                        .map(row -> columns.stream().map(c -> c.value(row, lines)).toList())
                        .toList());
    }
}
