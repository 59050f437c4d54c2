package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Sensitivity.Without;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.WhatIf;

/// A leaf in the table: whether it speaks, its value, the interval or the named counts, its
/// evidence as a number and as a bar, what would be believed without it, its messages.
final class LeafRow {

    static final int ODDS = 4;
    static final int BAR = 5;
    static final int WITHOUT = 6;
    private static final int MESSAGES = 7;

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass TRIED = PseudoClass.getPseudoClass("tried");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");
    private static final int COLUMNS = 6;
    private static final double STATE_WIDTH = 190;
    private static final double MOST_COUNT = 1_000_000_000;

    private final Variable variable;
    private final ObjectProperty<WhatIf> whatIf;
    private final CheckBox speaks = new CheckBox();
    private final TextField value = new TextField();
    private final Label unit = new Label();
    private final Label state = new Label();
    private final Label odds = new Label();
    private final EvidenceBar bar = new EvidenceBar();
    private final Label without = new Label();
    private final Button messages = new Button();
    private String shownValue = "";

    LeafRow(Variable variable, Focus focus) {
        this.variable = variable;
        whatIf = focus.whatIfProperty();
        String name = BeliefText.of(variable).text();
        speaks.setText(name);
        speaks.setId("leaf-" + variable.word());
        speaks.setMinWidth(CheckBox.USE_PREF_SIZE);
        speaks.setTooltip(new Tooltip(text("belief.reasoning.expected.tip", name)));
        speaks.setOnAction(_ -> whatIf.set(whatIf.get().speaking(variable, speaks.isSelected())));
        value.setId("value-" + variable.word());
        value.setPrefColumnCount(COLUMNS);
        value.setMinWidth(TextField.USE_PREF_SIZE);
        value.setAccessibleText(name);
        value.setTooltip(new Tooltip(definition()));
        value.setOnAction(_ -> take());
        value.focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                take();
            }
        });
        value.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && isTried()) {
                whatIf.set(whatIf.get().without(variable));
                event.consume();
            }
        });
        unit.setText(text("belief.unit." + variable.word()));
        unit.getStyleClass().add("heading");
        unit.setMinWidth(Label.USE_PREF_SIZE);
        state.setId("state-" + variable.word());
        state.setMinWidth(0);
        state.setMaxWidth(STATE_WIDTH);
        state.setTooltip(new Tooltip());
        state.getTooltip().textProperty().bind(state.textProperty());
        odds.setId("odds-" + variable.word());
        odds.getStyleClass().add("figure");
        odds.setMaxWidth(Double.MAX_VALUE);
        odds.setMinWidth(Label.USE_PREF_SIZE);
        without.setMinWidth(Label.USE_PREF_SIZE);
        messages.setId("evidence-" + variable.word());
        messages.getStyleClass().addAll("flat", "small");
        messages.setGraphic(new FontIcon("fth-list"));
        messages.setTooltip(new Tooltip(text("belief.reasoning.evidence", name)));
        messages.setAccessibleText(text("belief.reasoning.evidence", name));
        messages.setOnAction(_ -> focus.chooseEvidence(variable));
    }

    private String definition() {
        return variable.isDistribution()
                ? text("belief.reasoning.counts.tip", variable.definition(), String.join(" ", variable.categories()),
                        variable.unit(), variable.section())
                : text("belief.reasoning.value.tip", variable.definition(), variable.unit(), variable.section());
    }

    /// Puts it into a grid.
    void add(GridPane grid, int row) {
        grid.add(speaks, 0, row);
        grid.add(value, 1, row);
        grid.add(unit, 2, row);
        grid.add(state, 3, row);
        grid.add(odds, ODDS, row);
        grid.add(bar.root(), BAR, row);
        grid.add(without, WITHOUT, row);
        grid.add(messages, MESSAGES, row);
    }

    /// Shows the leaf.
    ///
    /// @param scale as much evidence fills half of a bar
    void show(Shown shown, Compared compared, double scale) {
        LeafReasoning leaf = shown.reasoning().leaf(variable);
        speaks.setSelected(!shown.whatIf().silent().contains(variable));
        shownValue = BeliefText.value(variable, shown.reasoning().observation()).text();
        value.setText(shownValue);
        value.pseudoClassStateChanged(ERROR, false);
        value.pseudoClassStateChanged(TRIED, isTried());
        state.setText(LeafWords.state(shown, leaf));
        double evidence = compared.of(leaf);
        odds.setText(leaf.speaks() ? Compared.text(evidence) : "");
        odds.pseudoClassStateChanged(ZERO, !Double.isFinite(evidence));
        state.pseudoClassStateChanged(SILENT, !leaf.speaks());
        bar.show(evidence, compared, scale);
        bar.root().setAccessibleText(LeafWords.evidence(variable, leaf, compared));
        showWithout(shown.sensitivity().without().stream().filter(each -> each.variable() == variable).findFirst());
    }

    private void showWithout(Optional<Without> its) {
        without.getStyleClass().remove("changes");
        if (its.isEmpty()) {
            without.setText("");
            return;
        }
        Belief belief = its.get().belief();
        boolean changes = its.get().changesClass();
        if (changes) {
            without.getStyleClass().add("changes");
        }
        without.setText(belief.isContradiction() ? text("belief.standing.CONTRADICTION")
                : text(changes ? "belief.reasoning.changes" : "belief.reasoning.stays",
                        text("belief.short." + belief.leading().word()), Probability.text(belief.strength())));
    }

    private boolean isTried() {
        return whatIf.get().values().containsKey(variable);
    }

    /// Takes what was typed, if it can be observed.
    private void take() {
        if (value.getText().strip().equals(shownValue)) {
            return;
        }
        Optional<List<Double>> typed = typed();
        value.pseudoClassStateChanged(ERROR, typed.isEmpty());
        typed.ifPresent(numbers -> whatIf.set(whatIf.get().with(variable, numbers)));
    }

    private Optional<List<Double>> typed() {
        try {
            List<Double> numbers = Arrays.stream(value.getText().strip().split("\\s+"))
                    .map(word -> Double.valueOf(word.replace(',', '.')))
                    .toList();
            int size = variable.isDistribution() ? variable.categories().size() : 1;
            boolean isRight = numbers.size() == size
                    && numbers.stream().allMatch(each -> each >= 0 && each <= MOST_COUNT)
                    && (!variable.isDistribution() || numbers.stream().allMatch(each -> each == Math.rint(each)));
            return Optional.of(numbers).filter(_ -> isRight);
        } catch (NumberFormatException _) {
            return Optional.empty(); // what was typed is no number
        }
    }
}
