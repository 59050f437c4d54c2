package org.sipsleuth.view.belief.timeline;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.belief.state.ClassStyle;
import org.sipsleuth.view.ui.TruthWords;

/// Names the colours of the stacks, and those of the lane of the ground truth.
final class Legend {

    /// Classes that are believed less than that everywhere cannot be seen.
    private static final double VISIBLE = 0.01;

    private final FlowPane classes = new FlowPane();
    private final FlowPane truth = new FlowPane();

    Legend() {
        classes.setId("beliefs-legend");
        truth.setId("beliefs-truth-legend");
        for (FlowPane each : List.of(classes, truth)) {
            each.getStyleClass().add("belief-legend");
            each.setMinWidth(0);
        }
    }

    /// The classes.
    Node classes() {
        return classes;
    }

    /// The lane of the ground truth.
    Node truth() {
        return truth;
    }

    void show(LaneSeries series) {
        Lane lane = series.lane();
        List<Label> entries = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            if (lane.stacks()
                    .stream()
                    .filter(stack -> !stack.belief().isContradiction())
                    .anyMatch(stack -> stack.belief().classes().get(each) >= VISIBLE)) {
                entries.add(entry(text("belief.short." + each.word()), ClassStyle.styleClass(each)));
            }
        }
        if (lane.stacks().stream().anyMatch(stack -> stack.belief().isContradiction())) {
            entries.add(entry(text("belief.legend.contradiction"), "belief-contradiction"));
        }
        show(classes, text("belief.legend"), entries);
        List<Label> labelled = lane.stacks()
                .stream()
                .flatMap(stack -> stack.truth().stream())
                .distinct()
                .sorted()
                .map(each -> entry(TruthWords.of(each), TruthWords.styleClass(each)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!labelled.isEmpty()) {
            Label title = new Label(text("belief.legend.truth"));
            title.getStyleClass().add("part-note");
            labelled.addFirst(title);
        }
        show(truth, text("belief.legend.truth"), labelled);
    }

    private static void show(FlowPane pane, String title, List<Label> entries) {
        pane.getChildren().setAll(entries);
        pane.setVisible(!entries.isEmpty());
        pane.setManaged(!entries.isEmpty());
        pane.setAccessibleText(title + " " + entries.stream().map(Label::getText).collect(Collectors.joining(", ")));
    }

    private static Label entry(String words, String styleClass) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("belief-swatch", styleClass);
        Label label = new Label(words, swatch);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
