package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Shown;

/// The evidence for a class against another one: a row for each leaf, the strongest first, then the
/// prior and what all of them add up to; below, how the belief follows from such sums.
final class EvidencePane {

    private static final double WIDEST_BAR = 640;
    private static final double SIDE = 64;

    private final Focus focus;
    private final VBox root = new VBox();
    private final GridPane grid = new GridPane();
    private final Map<Variable, LeafRow> rows = new EnumMap<>(Variable.class);
    private final Total prior = new Total("prior");
    private final Total sum = new Total("sum");
    private final Label conclusion = new Label();

    /// What the rows are in order for; a trial does not move them.
    private Optional<Ordered> ordered = Optional.empty();

    private record Ordered(Object row, int place, Compared compared, List<Variable> leaves) {}

    /// A row that is no leaf's.
    private static final class Total {
        private final Label name = new Label();
        private final Label odds = new Label();
        private final EvidenceBar bar = new EvidenceBar();

        Total(String key) {
            name.setText(text("belief.evidence." + key));
            name.getStyleClass().add("sum");
            name.setMinWidth(Label.USE_PREF_SIZE);
            odds.setId("odds-" + key);
            odds.getStyleClass().addAll("figure", "sum");
            odds.setMaxWidth(Double.MAX_VALUE);
            odds.setMinWidth(Label.USE_PREF_SIZE);
        }

        void add(GridPane grid, int row) {
            grid.add(name, 0, row, LeafRow.ODDS, 1);
            grid.add(odds, LeafRow.ODDS, row);
            grid.add(bar.root(), LeafRow.BAR, row);
        }

        void show(double value, Compared compared, double scale) {
            odds.setText(Compared.text(value));
            bar.show(value, compared, scale);
            bar.root().setAccessibleText(name.getText() + " " + odds.getText());
        }
    }

    EvidencePane(Focus focus) {
        this.focus = focus;
        grid.getStyleClass().add("leaves");
        for (int column = 0; column <= LeafRow.WITHOUT; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == LeafRow.BAR ? Priority.ALWAYS : Priority.NEVER);
            constraints.setFillWidth(true);
            if (column == LeafRow.BAR) {
                constraints.setMaxWidth(WIDEST_BAR);
            }
            grid.getColumnConstraints().add(constraints);
        }
        conclusion.setId("beliefs-conclusion");
        conclusion.setWrapText(true);
        conclusion.setMinHeight(Label.USE_PREF_SIZE);
        conclusion.getStyleClass().add("conclusion");
        root.getStyleClass().add("reasoning-view");
        root.getChildren().addAll(grid, conclusion);
    }

    VBox root() {
        return root;
    }

    void show(Shown now, Compared compared) {
        Reasoning reasoning = now.reasoning();
        List<Variable> leaves = leaves(now);
        Ordered next = new Ordered(now.row(), now.place(), compared, leaves);
        if (!ordered.equals(Optional.of(next))) {
            ordered = Optional.of(next);
            order(leaves, reasoning, compared);
        }
        double scale = compared.scale(reasoning);
        leaves.forEach(each -> row(each).show(now, compared, scale));
        prior.show(compared.ofPrior(reasoning), compared, scale);
        sum.show(compared.sum(reasoning), compared, scale);
        conclusion.setText(conclusion(reasoning, compared));
    }

    /// The leaves of the tables.
    static List<Variable> leaves(Shown now) {
        return Variable.all().stream().filter(each -> now.tables().table(each).isPresent()).toList();
    }

    private LeafRow row(Variable variable) {
        return rows.computeIfAbsent(variable, each -> new LeafRow(each, focus));
    }

    private void order(List<Variable> leaves, Reasoning reasoning, Compared compared) {
        grid.getChildren().clear();
        grid.add(heading(text("belief.reasoning.leaf")), 0, 0);
        grid.add(heading(text("belief.reasoning.value")), 1, 0);
        grid.add(heading(text("belief.reasoning.state")), LeafRow.ODDS - 1, 0);
        grid.add(heading(text("belief.evidence.odds")), LeafRow.ODDS, 0);
        grid.add(sides(compared), LeafRow.BAR, 0);
        grid.add(heading(text("belief.reasoning.without")), LeafRow.WITHOUT, 0);
        List<Variable> sorted = new ArrayList<>(leaves);
        sorted.sort(Comparator.comparing((Variable each) -> !reasoning.leaf(each).speaks())
                .thenComparingDouble(each -> -strength(reasoning, compared, each)));
        int place = 1;
        for (Variable each : sorted) {
            row(each).add(grid, place++);
        }
        prior.add(grid, place++);
        sum.add(grid, place);
    }

    /// Which side of the bars is for which class.
    private static HBox sides(Compared compared) {
        Label left = heading(text("belief.evidence.left", shortly(compared.other())));
        Label right = heading(text("belief.evidence.right", shortly(compared.first())));
        left.setAlignment(Pos.CENTER_RIGHT);
        for (Label each : List.of(left, right)) {
            each.setMinWidth(SIDE);
            each.setPrefWidth(SIDE);
            each.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        HBox sides = new HBox(left, right);
        sides.getStyleClass().add("evidence-sides");
        return sides;
    }

    private static double strength(Reasoning reasoning, Compared compared, Variable variable) {
        double evidence = compared.of(reasoning.leaf(variable));
        return Double.isNaN(evidence) ? Double.POSITIVE_INFINITY : Math.abs(evidence);
    }

    /// How the belief in the first class follows.
    private static String conclusion(Reasoning reasoning, Compared compared) {
        Belief belief = reasoning.belief();
        String first = shortly(compared.first());
        if (belief.isContradiction()) {
            return text("belief.conclusion.contradiction");
        }
        List<Variable> excluding = reasoning.excluding(compared.first());
        if (!excluding.isEmpty()) {
            return text("belief.conclusion.excluded", first,
                    excluding.stream().map(BeliefText::of).map(Sentence::text).collect(Collectors.joining(", ")));
        }
        return text("belief.conclusion", first, Probability.relation(belief.classes().get(compared.first())).text(),
                compared.againstAll()
                        .stream()
                        .map(each -> text("belief.conclusion.against", shortly(each.other()),
                                Compared.text(each.sum(reasoning))))
                        .collect(Collectors.joining(", ")));
    }

    static String shortly(TrafficClass trafficClass) {
        return text("belief.short." + trafficClass.word());
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("heading");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
