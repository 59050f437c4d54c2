package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Shown;

/// The tree as a picture: the root with the belief in the middle, the leaves at both sides, in the
/// same places in every period. The line of a leaf is solid where it is evidence for the first
/// class, dashed where it is for the other, dotted where it is neutral, and the thicker the more
/// evidence it is. A leaf pressed selects the messages behind its value.
final class TreePane extends Pane {

    private static final double LEAF_WIDTH = 178;
    private static final double WIDEST_LEAF = 290;
    private static final double LEAF_HEIGHT = 38;
    private static final double GAP = 5;
    private static final double ROOT_WIDTH = 136;
    private static final double LEAST_LINES = 40;
    private static final double MARGIN = 8;
    private static final double THICKEST = 7;
    private static final double LEGEND_HEIGHT = 20;
    private static final double SAMPLE = 26;

    private final Focus focus;
    private final VBox root = new VBox();
    private final Label belief = new Label();
    private final Label rootClass = new Label();
    private final Label odds = new Label();
    private final HBox legend = new HBox();
    private final List<Leaf> leaves = new ArrayList<>();

    private record Leaf(Button box, CubicCurve line) {}

    TreePane(Focus focus) {
        this.focus = focus;
        setId("beliefs-tree");
        getStyleClass().addAll("belief-tree", "reasoning-view");
        root.getStyleClass().add("tree-root");
        root.setId("beliefs-tree-root");
        root.setFocusTraversable(true);
        rootClass.getStyleClass().add("tree-name");
        belief.getStyleClass().add("tree-belief");
        odds.getStyleClass().add("part-note");
        root.getChildren().addAll(rootClass, belief, odds);
        legend.getStyleClass().addAll("belief-legend", "tree-legend");
    }

    void show(Shown now, Compared compared) {
        Reasoning reasoning = now.reasoning();
        double scale = compared.scale(reasoning);
        leaves.clear();
        for (Variable each : EvidencePane.leaves(now)) {
            leaves.add(leaf(now, reasoning.leaf(each), compared, scale));
        }
        String first = BeliefText.of(compared.first()).text();
        String against = text("belief.tree.against", EvidencePane.shortly(compared.other()),
                Compared.text(compared.sum(reasoning)));
        rootClass.setText(first);
        belief.setText(reasoning.belief().isContradiction() ? text("belief.standing.CONTRADICTION")
                : Probability.text(reasoning.belief().classes().get(compared.first())));
        odds.setText(against + "\n" + text("belief.tree.prior", Compared.text(compared.ofPrior(reasoning))));
        root.setAccessibleText(String.join(", ", first, belief.getText(), odds.getText().replace("\n", ", ")));
        legend.getChildren()
                .setAll(sample(text("belief.tree.for", first), "for", compared.first()),
                        sample(text("belief.tree.for", BeliefText.of(compared.other()).text()), "against",
                                compared.other()),
                        sample(text("belief.tree.none"), "none", compared.first()));
        getChildren().clear();
        leaves.forEach(each -> getChildren().add(each.line()));
        getChildren().add(root);
        leaves.forEach(each -> getChildren().add(each.box()));
        getChildren().add(legend);
        requestLayout();
    }

    private Leaf leaf(Shown now, LeafReasoning leaf, Compared compared, double scale) {
        Variable variable = leaf.variable();
        double evidence = compared.of(leaf);
        Label name = new Label(BeliefText.of(variable).text());
        name.getStyleClass().add("tree-name");
        Label value = new Label(LeafWords.observed(now, leaf));
        value.getStyleClass().add("part-note");
        value.setMinWidth(0);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        Label number = new Label(leaf.speaks() ? Compared.text(evidence) : "");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox second = new HBox(value, number);
        second.getStyleClass().add("tree-value");
        Button box = new Button();
        box.setId("tree-" + variable.word());
        box.getStyleClass().addAll("tree-leaf", "flat");
        VBox words = new VBox(name, second);
        words.setMinWidth(0);
        words.prefWidthProperty().bind(box.widthProperty().subtract(2 * MARGIN));
        box.setGraphic(words);
        String all = text("belief.tree.leaf", LeafWords.evidence(variable, leaf, compared), value.getText());
        name.setTooltip(new Tooltip(name.getText() + "\n" + all));
        value.setTooltip(new Tooltip(value.getText() + "\n" + all));
        box.setAccessibleText(all);
        box.setOnAction(_ -> focus.chooseEvidence(variable));
        return new Leaf(box, line(evidence, leaf.speaks(), compared, scale));
    }

    private static CubicCurve line(double evidence, boolean speaks, Compared compared, double scale) {
        CubicCurve line = new CubicCurve();
        boolean isNone = !speaks || evidence == 0 || Double.isNaN(evidence);
        line.getStyleClass()
                .addAll("tree-line", isNone ? "none" : evidence > 0 ? "for" : "against",
                        "line-" + (evidence > 0 ? compared.first() : compared.other()).word());
        double share = isNone ? 0 : Math.min(1, Math.abs(evidence) / scale);
        line.setStrokeWidth(1 + (THICKEST - 1) * share);
        line.setMouseTransparent(true);
        return line;
    }

    private static Label sample(String words, String direction, TrafficClass trafficClass) {
        Line line = new Line(0, 0, SAMPLE, 0);
        line.getStyleClass().addAll("tree-line", direction, "line-" + trafficClass.word());
        line.setStrokeWidth(direction.equals("none") ? 1 : 3);
        return new Label(words, line);
    }

    private int rows() {
        return Math.ceilDiv(leaves.size(), 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * MARGIN + 2 * LEAF_WIDTH + ROOT_WIDTH + 2 * LEAST_LINES;
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(2, rows()) * (LEAF_HEIGHT + GAP) + LEGEND_HEIGHT + 2 * MARGIN;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double free = getWidth() - 2 * MARGIN - ROOT_WIDTH - 2 * LEAST_LINES;
        double leafWidth = Math.clamp(free / 2, LEAF_WIDTH, WIDEST_LEAF);
        double lines = (getWidth() - 2 * MARGIN - ROOT_WIDTH - 2 * leafWidth) / 2;
        double widest = Math.min(lines, WIDEST_LEAF / 2);
        double left = MARGIN + lines - widest;
        double middle = left + leafWidth + widest;
        double height = rows() * (LEAF_HEIGHT + GAP);
        double rootHeight = root.prefHeight(ROOT_WIDTH);
        double centre = MARGIN + Math.max(height, rootHeight) / 2;
        root.resizeRelocate(middle, centre - rootHeight / 2, ROOT_WIDTH, rootHeight);
        for (int i = 0; i < leaves.size(); i++) {
            boolean isLeft = i < rows();
            double x = isLeft ? left : middle + ROOT_WIDTH + widest;
            double y = MARGIN + (isLeft ? i : i - rows()) * (LEAF_HEIGHT + GAP);
            Leaf leaf = leaves.get(i);
            leaf.box().resizeRelocate(x, y, leafWidth, LEAF_HEIGHT);
            double from = isLeft ? x + leafWidth : x;
            double to = isLeft ? middle : middle + ROOT_WIDTH;
            double bend = (to - from) / 2;
            CubicCurve line = leaf.line();
            line.setStartX(from);
            line.setStartY(y + LEAF_HEIGHT / 2);
            line.setControlX1(from + bend);
            line.setControlY1(y + LEAF_HEIGHT / 2);
            line.setControlX2(to - bend);
            line.setControlY2(centre);
            line.setEndX(to);
            line.setEndY(centre);
        }
        double bottom = MARGIN + Math.max(height, rootHeight);
        legend.resizeRelocate(left, bottom + GAP, legend.prefWidth(-1), LEGEND_HEIGHT);
    }
}
