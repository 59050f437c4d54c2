package org.sipsleuth.view.sequence.chart;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Listed;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.sipsleuth.view.ui.chart.DataTable;

/// A chart with a title, a legend and a menu to copy it.
public final class PartHead {

    /// A line of a legend.
    ///
    /// @param words what it is
    /// @param styleClass gives the words their colour; empty for none
    /// @param swatchClass gives a square before them its colour; empty for no square
    public record Entry(String words, String styleClass, String swatchClass) {}

    private final FlowPane legend = new FlowPane();
    private final Label note = new Label();
    private final Label title;
    private final VBox root;

    /// @param id names the menu: `id-copy`
    /// @param data what is copied as text
    public PartHead(String name, String id, ChartPane chart, Supplier<DataTable> data) {
        title = new Label(name);
        title.getStyleClass().add("part-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("part-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuButton copy = new MenuButton();
        copy.setId(id + "-copy");
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        HBox head = new HBox(title, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("part-head");
        legend.getStyleClass().add("part-legend");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox picture = new VBox(legend, chart);
        VBox.setVgrow(picture, Priority.ALWAYS);
        root = new VBox(head, picture);
        root.getStyleClass().add("part");
        ChartCopies.install(copy, picture, () -> chart.colours().fx(ChartColours.GROUND), data);
    }

    /// All of it.
    public Node root() {
        return root;
    }

    /// Names what it shows now.
    public void showTitle(String name) {
        title.setText(name);
    }

    /// Says something behind the legend; nothing if it is empty.
    public void showNote(String words) {
        note.setText(words);
    }

    /// Shows what the series are.
    public void showLegend(List<Entry> entries) {
        legend.getChildren().setAll(entries.stream().map(PartHead::label).toList());
        legend.getChildren().add(note);
    }

    private static Label label(Entry entry) {
        Label label = new Label(entry.words());
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!entry.styleClass().isEmpty()) {
            label.getStyleClass().add(entry.styleClass());
        }
        if (!entry.swatchClass().isEmpty()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("truth-swatch", entry.swatchClass());
            label.setGraphic(swatch);
        }
        return label;
    }

    /// A legend of what dialogs really are, those that are not normal.
    public static List<Entry> classes(SequenceRows rows) {
        return rows.all()
                .stream()
                .flatMap(row -> row.classes().keySet().stream())
                .distinct()
                .filter(trafficClass -> trafficClass != TrafficClass.NORMAL)
                .sorted()
                .map(trafficClass -> new Entry(TruthWords.of(trafficClass), "", TruthWords.styleClass(trafficClass)))
                .toList();
    }

    /// What dialogs really are: `normal, odd dialog 3`.
    public static String classWords(Listed row) {
        boolean several = row.classes().size() > 1;
        return row.classes()
                .entrySet()
                .stream()
                .map(entry -> several ? text("sequence.class.count", TruthWords.of(entry.getKey()), entry.getValue())
                        : TruthWords.of(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
