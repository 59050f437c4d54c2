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
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Listed;
import org.sipsleuth.view.sequence.state.Listing;
import org.sipsleuth.view.sequence.state.NoveltyRow;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.chart.DataTable;

/// What is listed: the groups that are unknown per hop where the model knows hops, else whole
/// sequences; in the laboratory whole sequences, which follow the threshold lines.
public final class GroupList {

    private final Lines lines;
    private final ObservableList<Listed> listed = FXCollections.observableArrayList();
    private final ObjectProperty<Listing> listing = new SimpleObjectProperty<>(Listing.NEW);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<SequenceRows> rows = Optional.empty();
    private Optional<Comparator<Listed>> order = Optional.empty();

    /// @param rows what can be listed
    public GroupList(ObservableValue<Optional<SequenceRows>> rows, Lines lines) {
        this.lines = lines;
        rows.subscribe(now -> {
            this.rows = now;
            follow();
        });
        listing.subscribe(_ -> follow());
        lines.axesProperty().subscribe(_ -> follow());
        lines.skewnessProperty().subscribe(_ -> follow());
        lines.kurtosisProperty().subscribe(_ -> follow());
    }

    /// The groups or sequences, in order.
    public ObservableList<Listed> listed() {
        return listed;
    }

    /// Which are listed in the laboratory.
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
    void sort(Optional<Comparator<Listed>> other) {
        order = other;
        follow();
    }

    private void follow() {
        List<Listed> now = new ArrayList<>(isByHop() ? groups() : sequences());
        order.ifPresent(now::sort); // what is equal stays in the order of suspicion
        if (!now.equals(listed)) {
            listed.setAll(now);
        }
        changes.set(changes.get() + 1);
    }

    /// Whether groups are listed that are unknown per hop.
    public boolean isByHop() {
        return !lines.axesProperty().get().isLaboratory() && rows.filter(SequenceRows::isByHop).isPresent();
    }

    private List<NoveltyRow> groups() {
        return rows.map(SequenceRows::novelties)
                .orElse(List.of())
                .stream()
                .sorted(lines.axesProperty().get().suspicionPerHop())
                .toList();
    }

    private List<SequenceRow> sequences() {
        Axes axes = lines.axesProperty().get();
        Listing wanted = axes.isLaboratory() ? listing.get() : Listing.NEW;
        return rows.map(SequenceRows::all)
                .orElse(List.of())
                .stream()
                .filter(row -> wanted.has(row, lines.network(row)))
                .sorted(axes.suspicion())
                .toList();
    }

    /// All that is listed, to be copied.
    DataTable data() {
        List<GroupColumn> columns = List.of(GroupColumn.values());
        return new DataTable(columns.stream().map(column -> column.title(isByHop())).toList(),
                listed.stream().map(row -> columns.stream().map(c -> c.value(row, lines)).toList()).toList());
    }
}
