package org.sipsleuth.view.sequence.confusion;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.confusion.Confusion.Classifier;
import org.sipsleuth.view.sequence.confusion.Confusion.Marks;
import org.sipsleuth.view.sequence.confusion.Confusion.Rates;
import org.sipsleuth.view.sequence.state.Chosen;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// The table of how many dialogs of each class are unknown, in the laboratory also how many the
/// network flags. Each cell chooses its dialogs.
public final class ConfusionPane {

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Lines thresholds;
    private final Chosen chosen;
    private final GridPane grid = new GridPane();
    private final Label reference = new Label(text("sequence.reference.truth"));
    private final Map<Classifier, Label> rates = new EnumMap<>(Classifier.class);
    private final List<Cell> cells = new ArrayList<>();
    private final VBox root;
    private Optional<SequenceRows> rows = Optional.empty();
    private Confusion shown = new Confusion(List.of());

    /// @param rows what is counted
    public ConfusionPane(ObservableValue<Optional<SequenceRows>> rows, Lines thresholds, Chosen chosen) {
        this.thresholds = thresholds;
        this.chosen = chosen;
        for (Classifier each : Classifier.values()) {
            rates.put(each, new Label());
        }
        Label title = new Label(text("sequence.confusion"));
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
        grid.getStyleClass().add("confusion-grid");
        VBox body = new VBox(grid, reference);
        body.getStyleClass().add("confusion-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head, scroll);
        root.getStyleClass().addAll("part", "confusion");
        rows.subscribe(now -> {
            this.rows = now;
            count();
        });
        thresholds.skewnessProperty().subscribe(_ -> count());
        thresholds.kurtosisProperty().subscribe(_ -> count());
        thresholds.axesProperty().subscribe(_ -> {
            build();
            count();
        });
    }

    /// The table.
    public Node root() {
        return root;
    }

    private void count() {
        Confusion before = shown;
        shown = rows.map(now -> Confusion.of(now, thresholds)).orElse(new Confusion(List.of()));
        rates.forEach((each, label) -> label.setText(words(shown.rates(each))));
        if (!categories(shown).equals(categories(before))) {
            build();
        }
        for (Cell cell : cells) {
            cell.show(shown);
        }
    }

    private static List<TrafficClass> categories(Confusion confusion) {
        return confusion.lines().stream().map(Confusion.Line::category).toList();
    }

    /// Makes a row for each classifier: how many dialogs of each class it flags, and how well that
    /// finds what is not normal. Cells stay when only numbers change, so that a line can
    /// be dragged without delay.
    private void build() {
        cells.clear();
        List<Node> nodes = new ArrayList<>();
        int columns = shown.lines().size();
        place(nodes, heading(text("sequence.confusion.called")), 0, 0, 1);
        for (int line = 0; line < columns; line++) {
            Label head = heading(TruthWords.of(shown.lines().get(line).category()));
            place(nodes, head, 1 + line, 0, 1);
            GridPane.setHalignment(head, HPos.RIGHT);
        }
        place(nodes, heading(text("sequence.confusion.rates")), 1 + columns, 0, 1);
        int row = 0;
        for (Map.Entry<Classifier, Label> of : rates.entrySet()) {
            Classifier each = of.getKey();
            if (each != Classifier.VERDICT && !thresholds.axesProperty().get().isLaboratory()) {
                continue;
            }
            row++;
            Label name = new Label(text("sequence.by." + each.name()));
            name.setMinWidth(Region.USE_PREF_SIZE);
            place(nodes, name, 0, row, 1);
            for (int line = 0; line < columns; line++) {
                TrafficClass category = shown.lines().get(line).category();
                Cell cell = new Cell(line, each);
                cell.button.setOnAction(_ -> choose(category, each));
                cells.add(cell);
                place(nodes, cell.button, 1 + line, row, 1);
            }
            Label its = of.getValue();
            its.setId("confusion-rates-" + each.name());
            its.setMinWidth(Region.USE_PREF_SIZE);
            place(nodes, its, 1 + columns, row, 1);
        }
        grid.getChildren().setAll(nodes);
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("confusion-heading");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A number with what it counts.
    private static final class Cell {

        private final Button button = new Button();
        private final Tooltip tip = new Tooltip();
        private final int line;
        private final Classifier classifier;

        Cell(int line, Classifier classifier) {
            this.line = line;
            this.classifier = classifier;
            button.setId("confusion-" + line + "-" + classifier.name());
            button.getStyleClass().addAll("flat", "small", "confusion-cell");
            button.setTooltip(tip);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }

        void show(Confusion confusion) {
            Confusion.Line its = confusion.lines().get(line);
            Marks counts = its.of(classifier);
            int unknown = counts.flagged();
            boolean isRight = its.category() != TrafficClass.NORMAL;
            button.pseudoClassStateChanged(RIGHT, isRight);
            button.pseudoClassStateChanged(WRONG, !isRight && unknown > 0);
            button.setText(text("sequence.confusion.of", unknown, counts.all()));
            String words = text(
                    classifier == Classifier.VERDICT ? "sequence.confusion.cell" : "sequence.confusion.cell.network",
                    unknown, TruthWords.of(its.category()), counts.between(), share(unknown, counts.all()));
            tip.setText(words);
            button.setAccessibleText(words);
        }
    }

    /// Chooses what a classifier flags, of a class.
    private void choose(TrafficClass category, Classifier classifier) {
        rows.ifPresent(now -> chosen.chooseDialogs(
                Confusion.dialogs(now, thresholds, category, classifier).stream().sorted().toList(), false));
    }

    private static String share(int count, int all) {
        return percent(all == 0 ? Double.NaN : (double) count / all);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String words(Rates rates) {
        return text("sequence.rates", percent(rates.precision()), percent(rates.recall()),
                Double.isNaN(rates.f1()) ? "–" : String.format(Locale.ROOT, "%.3f", rates.f1()));
    }

    private static void place(List<Node> cells, Node cell, int column, int row, int columns) {
        GridPane.setConstraints(cell, column, row, columns, 1);
        cells.add(cell);
    }

    private DataTable data() {
        List<List<Object>> table = new ArrayList<>();
        for (Confusion.Line line : shown.lines()) {
            Marks moments = line.moments();
            table.add(List.of(line.category().text(), line.verdict().usual(), line.verdict().unusual(), moments.usual(),
                    moments.between(), moments.unusual(), line.maximum().usual(), line.maximum().unusual()));
        }
        return new DataTable(List.of("truth", "known", "unknown", "moments_within", "moments_between",
                "moments_outside", "maximum_within", "maximum_outside"), table);
    }
}
