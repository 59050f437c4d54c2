package org.sipsleuth.view.dialogs.column;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;

/// Shares the width of the table among its columns: numbers and the few words of the truth keep
/// theirs, texts get what their values need, and where that is too much the others give way to the
/// outcome first. A column that was dragged keeps the width it was given.
final class ColumnWidths {

    static final double SCROLL_BAR = 16;

    /// How many rows are measured from the first on, and as many of all: enough for what a capture
    /// usually has, and quick.
    private static final int MEASURED = 100;

    /// What the head has beside its words.
    private static final double HEAD_INSETS = 20;

    private static final DialogColumn OUTCOME = DialogColumn.of(DialogField.OUTCOME);

    /// Measures values.
    interface Measure {
        /// The width in pixels that a column needs for what is in these rows, 0 if it is unknown.
        double wanted(TableColumn<Integer, ?> column, IntStream rows);
    }

    private final TableView<Integer> table;
    private final ColumnChoice choice;
    private final Measure measure;
    private final Map<DialogColumn, Double> needs = new HashMap<>();
    private List<Path> capture = List.of();
    private ProblemList problems = ProblemList.NONE;
    private double unexplained;
    private boolean isStyled;

    private ColumnWidths(TableView<Integer> table, ColumnChoice choice, Measure measure) {
        this.table = table;
        this.choice = choice;
        this.measure = measure;
    }

    /// Shares the width now and whenever the table or its choice of columns changes.
    static ColumnWidths share(TableView<Integer> table, ColumnChoice choice, Measure measure) {
        ColumnWidths widths = new ColumnWidths(table, choice, measure);
        table.setColumnResizePolicy(features -> {
            if (features.getColumn() == null) {
                widths.fill();
                return false;
            }
            boolean isDone = TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
            widths.dragged(features.getColumn());
            return isDone;
        });
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Integer, ?>>) _ -> widths.fill());
        return widths;
    }

    private void dragged(TableColumn<?, ?> column) {
        if (column.getUserData() instanceof DialogColumn meant) {
            choice.use(choice.layoutProperty().get().resized(meant, column.getWidth()));
        }
    }

    /// Shares the width now.
    void fill() {
        if (table.getWidth() <= 0) {
            return;
        }
        List<TableColumn<Integer, ?>> texts = table.getVisibleLeafColumns().stream().filter(this::isElastic).toList();
        double fixed = table.getVisibleLeafColumns()
                .stream()
                .filter(column -> !isElastic(column))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        double[] widths = WidthShares.of(table.getWidth() - fixed - SCROLL_BAR,
                texts.stream().map(column -> wish(meant(column))).toList());
        for (int i = 0; i < widths.length; i++) {
            texts.get(i).setPrefWidth(widths[i]);
        }
    }

    /// Whether the table is in a window and its heads and values have the style of it.
    void setStyled(boolean styled) {
        isStyled = styled;
    }

    /// Measures what the rows need; returns whether that is more than was known. Of one capture a
    /// column needs no less than it once did, so that it keeps its place while rows are sorted or
    /// filtered. Nothing is measured before heads and values have a style.
    ///
    /// @param now what is read of, null if nothing is
    boolean measure(@Nullable ColumnReader now) {
        List<Path> shown =
                now == null ? List.of() : now.listed().index().files().stream().map(CaptureSummary::path).toList();
        if (!shown.equals(capture)) {
            capture = shown;
            needs.clear();
        }
        boolean isMore = measure(_ -> true);
        return measureUnexplained(now) || isMore;
    }

    /// Measures the columns that were not in view before; returns whether there are any.
    boolean measureFresh() {
        return measure(column -> !needs.containsKey(column));
    }

    private boolean measure(Predicate<DialogColumn> which) {
        if (!isStyled) {
            return false;
        }
        boolean isMore = false;
        for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
            if (isElastic(column) && which.test(meant(column))) {
                double values = Math.ceil(measure.wanted(column, measured()));
                double need = Math.max(values, head(column));
                isMore |= need > needs.getOrDefault(meant(column), 0.0);
                needs.merge(meant(column), need, Math::max);
            }
        }
        return isMore;
    }

    /// The width in pixels of the outcomes that no problem explains.
    double unexplained() {
        return unexplained;
    }

    /// Of the same problems they need no less than they once did.
    private boolean measureUnexplained(@Nullable ColumnReader now) {
        double before = unexplained;
        if (isStyled && now != null) {
            if (!now.listed().problems().equals(problems)) {
                problems = now.listed().problems();
                unexplained = 0;
            }
            table.getVisibleLeafColumns()
                    .stream()
                    .filter(column -> meant(column).equals(OUTCOME))
                    .mapToDouble(column -> measure.wanted(column,
                            measured().filter(row -> now.problem(row).filter(Problem::isFailure).isEmpty())))
                    .forEach(width -> unexplained = Math.max(unexplained, Math.ceil(width)));
        }
        return unexplained != before;
    }

    private IntStream measured() {
        int rows = table.getItems().size();
        int stride = Math.max(1, rows / MEASURED);
        return IntStream.range(0, rows).filter(row -> row < MEASURED || row % stride == 0).map(table.getItems()::get);
    }

    private static double head(TableColumn<Integer, ?> column) {
        return column.getGraphic() == null ? 0 : Math.ceil(column.getGraphic().prefWidth(-1)) + HEAD_INSETS;
    }

    private boolean isElastic(TableColumn<Integer, ?> column) {
        return column.getUserData() instanceof DialogColumn meant && meant.isElastic()
                && choice.layoutProperty()
                        .get()
                        .places()
                        .stream()
                        .filter(place -> place.column().equals(meant))
                        .mapToDouble(ColumnLayout.Place::width)
                        .allMatch(width -> width == 0);
    }

    private static DialogColumn meant(TableColumn<Integer, ?> column) {
        return (DialogColumn) column.getUserData();
    }

    /// What a column of text whose width nobody chose asks for. An outcome that is cut says
    /// nothing, the beginning of a number or a name does.
    WidthShares.Wish wish(DialogColumn column) {
        return wish(column, needs.getOrDefault(column, 0.0));
    }

    /// @param known the width that its values are known to need, 0 if it is not
    static WidthShares.Wish wish(DialogColumn column, double known) {
        double least = column.leastWidth();
        boolean isStage = column == OwnColumn.INCIDENT; // whose longer words come later
        boolean isWhole = isStage || column.kind() == DialogColumn.Kind.ENDPOINT;
        return WidthShares.Wish.of(isStage ? Math.max(known, least) : known, column.width(), least,
                isWhole ? least : Math.min(least, column.width() / 2), column.equals(OUTCOME));
    }
}
