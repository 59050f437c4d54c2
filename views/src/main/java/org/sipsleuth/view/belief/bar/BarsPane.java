package org.sipsleuth.view.belief.bar;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.tree.TrafficClass;
import org.sipsleuth.view.belief.state.BeliefWords;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.fx.chart.ChartCopies;
import org.sipsleuth.view.fx.chart.DataTable;

/// The beliefs in the six classes as thick bars, with what they are of and what they are worth.
public final class BarsPane {

    private final VBox root = new VBox();
    private final ScrollPane scroll;
    private final Label name = new Label();
    private final Label period = new Label();
    private final Label verdict = new Label();
    private final Label whatIf = new Label(text("beliefs.what.if.mark"));
    private final Map<TrafficClass, Bar> bars = new EnumMap<>(TrafficClass.class);
    private Optional<Shown> shown = Optional.empty();

    /// @param open shows the reasoning of a class
    public BarsPane(Consumer<TrafficClass> open) {
        root.setId("beliefs-bars");
        root.getStyleClass().add("bars");
        name.setId("beliefs-name");
        name.getStyleClass().add("bars-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(name.textProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        whatIf.setId("beliefs-what-if");
        whatIf.getStyleClass().add("what-if-mark");
        whatIf.setMinWidth(Label.USE_PREF_SIZE);
        MenuButton copies = new MenuButton();
        copies.getStyleClass().addAll("small", "flat", "button-icon");
        copies.setMinWidth(MenuButton.USE_PREF_SIZE);
        ChartCopies.installData(copies, this::data);
        HBox head = new HBox(name, whatIf, copies);
        head.getStyleClass().add("bars-head");
        period.getStyleClass().add("part-note");
        period.setTooltip(new Tooltip());
        period.getTooltip().textProperty().bind(period.textProperty());
        verdict.setId("beliefs-verdict");
        verdict.getStyleClass().add("bars-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Label.USE_PREF_SIZE);
        root.getChildren().addAll(head, period, verdict);
        for (TrafficClass each : TrafficClass.all()) {
            Bar bar = new Bar(each, () -> open.accept(each));
            bars.put(each, bar);
            root.getChildren().add(bar.root());
        }
        scroll = new ScrollPane(root);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        show(Optional.empty());
    }

    /// The node.
    public Node root() {
        return scroll;
    }

    /// Shows what is believed of a period.
    public void show(Optional<Shown> now) {
        shown = now;
        boolean isTried = now.map(its -> its.whatIf().isAny()).orElse(false);
        whatIf.setVisible(isTried);
        whatIf.setManaged(isTried);
        name.setText(now.map(its -> BeliefWords.name(its.row().periods())).orElse(""));
        period.setText(now.map(BeliefWords::period).orElse(""));
        verdict.setText(now.map(BeliefWords::verdict).orElse(text("beliefs.no.period")));
        boolean isDoubtful = now.map(its -> its.standing() != Standing.BELIEVED).orElse(false);
        verdict.getStyleClass().removeAll("doubtful");
        root.getStyleClass().removeAll("tried", "faint");
        if (isDoubtful) {
            verdict.getStyleClass().add("doubtful");
            root.getStyleClass().add("faint");
        }
        if (isTried) {
            root.getStyleClass().add("tried");
        }
        bars.forEach(
                (each, bar) ->
                        bar.show(
                                now.map(its -> its.belief().classes().get(each)).orElse(0.0),
                                now.filter(its -> its.belief().leading() == each)
                                        .filter(its -> !its.belief().isContradiction())
                                        .isPresent()));
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        shown.ifPresent(
                its ->
                        TrafficClass.all()
                                .forEach(
                                        each ->
                                                rows.add(
                                                        List.of(
                                                                each.name(),
                                                                its.belief()
                                                                        .classes()
                                                                        .get(each)))));
        return new DataTable(List.of("class", "belief"), rows);
    }
}
