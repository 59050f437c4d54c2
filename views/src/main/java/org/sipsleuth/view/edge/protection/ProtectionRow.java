package org.sipsleuth.view.edge.protection;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.view.edge.run.Effect;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.text.EdgeText;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.explain.Explain;

/// The switch of a protection with what it does alone.
final class ProtectionRow extends HBox {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    /// Hears of switches.
    interface Switched {
        void set(Protection protection, boolean isOn);
    }

    private final Protection protection;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label setting = new Label();
    private final EffectBars bars;
    private final Tooltip tip = new Tooltip();
    private boolean isShowing;
    private List<Explanation> explained = List.of();

    ProtectionRow(Protection protection, ChartColours colours, Switched switched) {
        this.protection = protection;
        bars = new EffectBars(colours);
        getStyleClass().add("edge-row");
        String word = protection.word();
        toggle.setId("edge-switch-" + word);
        toggle.setAccessibleText(EdgeText.name(protection));
        toggle.selectedProperty().addListener((_, _, is) -> {
            if (!isShowing) {
                switched.set(protection, is);
            }
        });
        Label name = new Label(EdgeText.name(protection));
        name.getStyleClass().add("edge-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setOnMouseClicked(_ -> toggle.fire());
        setting.getStyleClass().add("edge-note");
        setting.setMinWidth(0);
        VBox words = new VBox(name, setting);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(toggle, words, bars);
        toggle.setTooltip(tip);
        setting.setTooltip(tip);
        Tooltip.install(bars, tip);
        bars.setId("edge-effect-" + word);
        Explain.on(bars, () -> explained);
        Tooltip.install(name, tip);
    }

    void showSettings(EdgeSettings settings, Optional<ReplayInput> input) {
        boolean isOn = settings.has(protection);
        isShowing = true;
        toggle.setSelected(isOn);
        isShowing = false;
        pseudoClassStateChanged(ON, isOn);
        setting.setText(input.filter(traffic -> !hasFacts(traffic)).isPresent()
                ? text("protection." + protection.word() + ".nothing")
                : EdgeText.setting(protection, settings));
    }

    /// Whether scanners found anything that it could act on.
    private boolean hasFacts(ReplayInput input) {
        return switch (protection) {
            case GRAMMAR -> !input.facts().malformed().isEmpty();
            case SIGNATURES -> !input.facts().matching().isEmpty();
            case ANOMALY -> !input.facts().anomalous().isEmpty();
            case NORMALISATION -> !input.facts().irregular().isEmpty();
            case ACCESS_LIST, FILTER, FAILURE_BAN, TARGET_LIMIT, DIGEST, QUEUES, SANDBOX -> true;
        };
    }

    void showEffect(Optional<Effect> effect, ClassWords words, boolean hasAttack) {
        explained = effect.map(Effect::explanations).orElse(List.of());
        bars.show(effect, hasAttack);
        String does = EdgeText.sentence(protection);
        String first = setting.getText() + "\n" + does;
        tip.setText(effect.map(change -> first + "\n"
                + words.words("effect.calls", EdgeText.percent(change.callsWithout().share()),
                        EdgeText.percent(change.calls().share()))
                + (hasAttack
                        ? "\n" + words.words("effect.attack", EdgeText.percent(change.attackWithout().share()),
                                EdgeText.percent(change.attack().share()))
                        : ""))
                .orElse(first));
        bars.setAccessibleText(tip.getText());
        toggle.setAccessibleHelp(tip.getText());
    }

    void recolour() {
        bars.requestLayout();
    }

    Protection protection() {
        return protection;
    }
}
