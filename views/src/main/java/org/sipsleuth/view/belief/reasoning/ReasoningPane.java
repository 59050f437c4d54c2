package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.WhatIf;

/// The table of the calculation: a row for each leaf, then the product and what becomes of it.
public final class ReasoningPane {

    private final VBox root = new VBox();
    private final GridPane grid = new GridPane();
    private final HBox whatIfBar;
    private final Figures heads = new Figures("heading");
    private final List<LeafRow> leaves = new ArrayList<>();
    private final Figures prior = new Figures("sum");
    private final Figures product = new Figures("sum");
    private final Figures likelihood = new Figures("sum");
    private final Figures belief = new Figures("sum");
    private Optional<Shown> shown = Optional.empty();
    private Optional<TrafficClass> chosen = Optional.empty();

    public ReasoningPane(Focus focus) {
        root.setId("beliefs-reasoning");
        root.getStyleClass().add("drawer-body");
        Button reset = new Button(text("beliefs.what.if.reset"));
        reset.setId("beliefs-what-if-reset");
        reset.getStyleClass().add("small");
        reset.setMinWidth(Button.USE_PREF_SIZE);
        reset.setOnAction(_ -> focus.whatIfProperty().set(WhatIf.NOTHING));
        Label notice = new Label(text("beliefs.what.if.notice"));
        notice.setMinWidth(Label.USE_PREF_SIZE);
        whatIfBar = new HBox(notice, reset);
        whatIfBar.getStyleClass().add("what-if-bar");
        fill(focus);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(whatIfBar, scroll);
    }

    private void fill(Focus focus) {
        grid.getStyleClass().add("leaves");
        int without = LeafRow.FIRST_CLASS + TrafficClass.all().size();
        grid.add(heading("beliefs.reasoning.leaf"), 0, 0);
        grid.add(heading("beliefs.reasoning.value"), 1, 0);
        grid.add(heading("beliefs.reasoning.state"), LeafRow.FIRST_CLASS - 1, 0);
        heads.add(grid, LeafRow.FIRST_CLASS, 0);
        heads.showClasses();
        grid.add(heading("beliefs.reasoning.without"), without, 0);
        int row = 1;
        for (Variable each : Variable.all()) {
            LeafRow leaf = new LeafRow(each, focus);
            leaf.add(grid, row++);
            leaves.add(leaf);
        }
        addSum("product", product, row++);
        addSum("likelihood", likelihood, row++);
        addSum("prior", prior, row++);
        addSum("belief", belief, row);
    }

    private void addSum(String key, Figures figures, int row) {
        Label name = new Label(text("beliefs.reasoning." + key));
        name.getStyleClass().add("sum");
        name.setMinWidth(Label.USE_PREF_SIZE);
        grid.add(name, 0, row, LeafRow.FIRST_CLASS, 1);
        figures.add(grid, LeafRow.FIRST_CLASS, row);
    }

    private static Label heading(String key) {
        Label label = new Label(text(key));
        label.getStyleClass().add("heading");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Shows how the belief of a period comes about.
    public void show(Optional<Shown> now) {
        shown = now;
        boolean isTried = now.map(its -> its.whatIf().isAny()).orElse(false);
        whatIfBar.setVisible(isTried);
        whatIfBar.setManaged(isTried);
        grid.setVisible(now.isPresent());
        now.ifPresent(this::fill);
    }

    /// Marks the column of a class.
    public void mark(TrafficClass trafficClass) {
        chosen = Optional.of(trafficClass);
        shown.ifPresent(this::fill);
    }

    private void fill(Shown now) {
        leaves.forEach(leaf -> leaf.show(now, chosen));
        Reasoning reasoning = now.reasoning();
        prior.show(reasoning.prior());
        product.show(reasoning.product());
        likelihood.show(reasoning.likelihood().classes());
        belief.showProbabilities(reasoning.belief().classes());
        for (Figures each : List.of(heads, prior, product, likelihood, belief)) {
            each.mark(chosen);
        }
    }
}
