package org.sipsleuth.view.dialogs.table.cell;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.ui.StageStyle;

/// Draws the rows of a table of dialogs, and requests redrawing. It asks the newest snapshot, so
/// that numbers go on rising while a file is read.
public final class RowPainter {

    private final TableView<Integer> table;
    private final ObservableValue<@Nullable ColumnReader> reader;
    private final RowStyles styles = new RowStyles(this::changed);
    private final ValuePainter values = new ValuePainter(styles);
    private final RowPlaces places;
    private final RowTexts texts;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    /// @param table each of its columns has a
    ///     [column of dialogs][org.sipsleuth.view.dialogs.table.query.DialogColumn] as user data
    /// @param reader reads the values of what is listed now
    public RowPainter(TableView<Integer> table, ObservableValue<@Nullable ColumnReader> reader) {
        this.table = table;
        this.reader = reader;
        places = new RowPlaces(table, this::changed);
        texts = new RowTexts(reader, places, values);
        reader.subscribe(_ -> changed());
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /// Grows whenever rows have to be drawn again: other values, columns, widths, colours.
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Nodes to be put into the table, where its style sheets hold: colours are read from them.
    Node samples() {
        return styles.samples();
    }

    /// The table.
    TableView<Integer> table() {
        return table;
    }

    /// What is in the rows.
    RowTexts texts() {
        return texts;
    }

    /// The width in pixels that a column in view needs for what is in these rows.
    public double wanted(TableColumn<Integer, ?> column, IntStream rows) {
        return texts.wanted(column, rows);
    }

    /// The width of all columns in pixels.
    ReadOnlyDoubleProperty widthProperty() {
        return places.widthProperty();
    }

    /// The column at `x` pixels from the left of the row; none behind the last.
    Optional<TableColumn<Integer, ?>> columnAt(double x) {
        return places.at(x).map(ColumnPlace::column);
    }

    /// Whether the arrow of a group's head is at `x` pixels from the left of what is in view.
    boolean isArrow(double x) {
        return x < values.arrowEnd();
    }

    /// Draws the values of a dialog.
    ///
    /// @param scrolled how many pixels of the row are left of the canvas
    void paint(Canvas canvas, int dialog, double scrolled) {
        GraphicsContext pen = cleared(canvas);
        ColumnReader now = reader.getValue();
        if (now == null || !now.isDialog(dialog)) {
            return;
        }
        pen.save();
        try {
            pen.translate(-scrolled, 0);
            for (ColumnPlace place : places.all()) {
                if (place.right() > scrolled && place.left() < scrolled + canvas.getWidth()) {
                    paint(pen, now, dialog, place, canvas.getHeight());
                }
            }
        } finally {
            pen.restore();
        }
    }

    /// Draws the head of a group over all columns.
    void paintHead(Canvas canvas, String text, boolean isOpen) {
        values.head(cleared(canvas), text, isOpen, canvas.getWidth(), canvas.getHeight());
    }

    /// Draws nothing.
    void paintNothing(Canvas canvas) {
        cleared(canvas);
    }

    private static GraphicsContext cleared(Canvas canvas) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return pen;
    }

    static OutcomeSign sign(ColumnReader now, int dialog) {
        return new OutcomeSign(now.outcome(dialog).outcome(), now.incident(dialog).isPresent());
    }

    private void paint(GraphicsContext pen, ColumnReader now, int dialog, ColumnPlace place, double height) {
        boolean isPainted = now.contain(place.meant(), true, false, () -> {
            paintValue(pen, now, dialog, place, height);
            return true;
        });
        if (!isPainted) {
            values.write(pen, FaultSink.FAILED, place, height);
        }
    }

    private void paintValue(GraphicsContext pen, ColumnReader now, int dialog, ColumnPlace place, double height) {
        switch (place.meant()) {
            case OwnColumn.MARK -> now.problemBehindGoodOutcome(dialog)
                    .ifPresentOrElse(problem -> values.severity(pen, problem.severity(), place, height),
                            () -> values.outcome(pen, sign(now, dialog), place, height));
            case OwnColumn.KNOWN ->
                    now.listed().marks().of(dialog).ifPresent(mark -> values.mark(pen, mark, place, height));
            case OwnColumn.NETWORK ->
                    now.listed().marks().network(dialog).ifPresent(mark -> values.network(pen, mark, place, height));
            case OwnColumn.NOTE -> values.note(pen, now.note(dialog), place, height);
            case OwnColumn.TRUTH -> values.truth(pen,
                    now.listed().truth().flatMap(truth -> truth.ofDialog(dialog)).map(TruthLabel::trafficClass),
                    ShownValue.inRow(place.meant(), now, dialog), place, height);
            case OwnColumn.INCIDENT -> values.stage(pen, now.stage(dialog).map(stage -> StageStyle.of(stage.kind())),
                    ShownValue.inRow(place.meant(), now, dialog), place, height);
            case OwnColumn.PROBLEM -> now.problem(dialog)
                    .ifPresent(problem -> values.problem(pen, problem.severity(),
                            ShownValue.inRow(place.meant(), now, dialog), place, height));
            default -> {
                String text = ShownValue.inRow(place.meant(), now, dialog);
                if (ShownValue.isHinted(place.meant(), now, dialog, places.has(OwnColumn.PROBLEM))) {
                    values.hinted(pen, text, place, height);
                } else {
                    values.write(pen, text, place, height);
                }
            }
        }
    }
}
