package org.sipsleuth.view.sequence.confusion;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.view.sequence.confusion.Confusion.Marks;
import org.sipsleuth.view.sequence.confusion.Confusion.Rates;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// The table of what dialogs are and what they are taken for. Each cell chooses its dialogs.
public final class ConfusionPane {

    private static final List<Mark> BY_MOMENTS = List.of(Mark.KNOWN, Mark.BETWEEN, Mark.UNKNOWN);
    private static final List<Mark> BY_MAXIMUM = List.of(Mark.KNOWN, Mark.UNKNOWN);
    private static final int FIRST_ROW = 2;
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Lines thresholds;
    private final Chosen chosen;
    private final GridPane grid = new GridPane();
    private final Label reference = new Label();
    private final Label rates = new Label();
    private final List<Cell> cells = new ArrayList<>();
    private final VBox root;
    private Optional<SequenceRows> rows = Optional.empty();
    private Confusion shown = new Confusion(List.of());

    /// @param rows what is counted
    public ConfusionPane(
            ObservableValue<Optional<SequenceRows>> rows, Lines thresholds, Chosen chosen) {
        this.thresholds = thresholds;
        this.chosen = chosen;
        Label title = new Label(text("unknown.confusion"));
        title.getStyleClass().add("part-title");
        MenuButton copy = new MenuButton();
        copy.setId("confusion-copy");
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        ChartCopies.installData(copy, this::data);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        reference.getStyleClass().add("part-note");
        reference.setWrapText(true);
        rates.getStyleClass().add("part-note");
        rates.setWrapText(true);
        grid.getStyleClass().add("confusion-grid");
        VBox body = new VBox(reference, grid, rates);
        body.getStyleClass().add("confusion-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head, scroll);
        root.getStyleClass().addAll("part", "confusion");
        rows.subscribe(
                now -> {
                    this.rows = now;
                    count();
                });
        thresholds.skewnessProperty().subscribe(_ -> count());
        thresholds.kurtosisProperty().subscribe(_ -> count());
    }

    /// The table.
    public Node root() {
        return root;
    }

    private void count() {
        Confusion before = shown;
        shown = rows.map(now -> Confusion.of(now, thresholds)).orElse(new Confusion(List.of()));
        reference.setText(
                text(
                        rows.flatMap(SequenceRows::truth).isPresent()
                                ? "unknown.reference.truth"
                                : "unknown.reference.tree"));
        rates.setText(
                text("unknown.rates.moments", words(shown.ratesOfMoments()))
                        + "\n"
                        + text("unknown.rates.maximum", words(shown.ratesOfMaximum())));
        if (!categories(shown).equals(categories(before))) {
            build();
        }
        for (Cell cell : cells) {
            cell.show(shown);
        }
    }

    private static List<Category> categories(Confusion confusion) {
        return confusion.lines().stream().map(Confusion.Line::category).toList();
    }

    /// Makes a row for each category. Cells stay when only numbers change, so that a line can be
    /// dragged without delay.
    private void build() {
        cells.clear();
        List<Node> nodes = new ArrayList<>();
        place(nodes, heading("unknown.by.moments"), 1, 0, BY_MOMENTS.size());
        place(nodes, heading("unknown.by.maximum"), 1 + BY_MOMENTS.size(), 0, BY_MAXIMUM.size());
        heads(nodes, BY_MOMENTS, 1);
        heads(nodes, BY_MAXIMUM, 1 + BY_MOMENTS.size());
        for (int line = 0; line < shown.lines().size(); line++) {
            Label name = new Label(shown.lines().get(line).category().words());
            name.setMinWidth(Region.USE_PREF_SIZE);
            place(nodes, name, 0, FIRST_ROW + line, 1);
            addCells(nodes, line, true);
            addCells(nodes, line, false);
        }
        grid.getChildren().setAll(nodes);
    }

    private static Label heading(String key) {
        Label label = new Label(text(key));
        label.getStyleClass().add("confusion-heading");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void heads(List<Node> nodes, List<Mark> marks, int column) {
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Label head = new Label(MarkStyle.words(mark));
            head.getStyleClass().add(MarkStyle.styleClass(mark));
            head.setMinWidth(Region.USE_PREF_SIZE);
            place(nodes, head, column + i, 1, 1);
            GridPane.setHalignment(head, HPos.RIGHT);
        }
    }

    private void addCells(List<Node> nodes, int line, boolean byMoments) {
        List<Mark> marks = byMoments ? BY_MOMENTS : BY_MAXIMUM;
        int column = byMoments ? 1 : 1 + BY_MOMENTS.size();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Category category = shown.lines().get(line).category();
            Cell cell = new Cell(line, byMoments, mark);
            cell.button.setOnAction(_ -> choose(category, byMoments, mark));
            cells.add(cell);
            place(nodes, cell.button, column + i, FIRST_ROW + line, 1);
        }
    }

    /// A number with what it counts.
    private static final class Cell {

        private final Button button = new Button();
        private final Tooltip tip = new Tooltip();
        private final int line;
        private final boolean byMoments;
        private final Mark mark;

        Cell(int line, boolean byMoments, Mark mark) {
            this.line = line;
            this.byMoments = byMoments;
            this.mark = mark;
            button.setId(
                    "confusion-" + line + (byMoments ? "-moments-" : "-maximum-") + mark.word());
            button.getStyleClass().addAll("flat", "small", "confusion-cell");
            button.setTooltip(tip);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }

        void show(Confusion confusion) {
            Confusion.Line its = confusion.lines().get(line);
            Marks counts = byMoments ? its.moments() : its.maximum();
            boolean isRight = (mark == Mark.KNOWN) == its.category().shouldBeKnown();
            boolean isWrong = !isRight && counts.of(mark) > 0;
            button.pseudoClassStateChanged(RIGHT, isRight);
            button.pseudoClassStateChanged(WRONG, isWrong);
            button.setText(String.format(Locale.ENGLISH, "%,d", counts.of(mark)));
            String words =
                    text(
                            "unknown.confusion.cell",
                            counts.of(mark),
                            its.category().words(),
                            text("mark." + mark.word()),
                            share(counts.of(mark), counts.all()));
            tip.setText(words);
            button.setAccessibleText(words);
        }
    }

    private void choose(Category category, boolean byMoments, Mark mark) {
        rows.ifPresent(
                now ->
                        chosen.chooseDialogs(
                                Confusion.dialogs(now, thresholds, category, byMoments, mark),
                                false));
    }

    private static String share(int count, int all) {
        return percent(all == 0 ? Double.NaN : (double) count / all);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String words(Rates rates) {
        return text(
                "unknown.rates",
                Double.isNaN(rates.f1()) ? "–" : String.format(Locale.ROOT, "%.4f", rates.f1()),
                percent(rates.trueNegatives()),
                percent(rates.precision()));
    }

    private static void place(List<Node> cells, Node cell, int column, int row, int columns) {
        GridPane.setConstraints(cell, column, row, columns, 1);
        cells.add(cell);
    }

    private DataTable data() {
        List<List<Object>> table = new ArrayList<>();
        for (Confusion.Line line : shown.lines()) {
            Marks moments = line.moments();
            table.add(
                    List.of(
                            line.category().words(),
                            moments.known(),
                            moments.between(),
                            moments.unknown(),
                            line.maximum().known(),
                            line.maximum().unknown()));
        }
        return new DataTable(
                List.of(
                        "reference",
                        "moments_known",
                        "moments_between",
                        "moments_unknown",
                        "maximum_known",
                        "maximum_unknown"),
                table);
    }
}
