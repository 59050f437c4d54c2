package org.sipsleuth.view.edge.protection;

import static org.sipsleuth.view.edge.text.EdgeText.percent;
import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.explained.ReplayExplanation;
import org.sipsleuth.edge.replay.Served;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.ui.explain.Explain;

/// The two numbers of the protections that are on: calls completed, and the attack that passes.
public final class NumberPane extends HBox {

    private final BigNumber calls = new BigNumber("edge-calls");
    private final BigNumber attack = new BigNumber("edge-attack");

    public NumberPane() {
        getStyleClass().add("edge-numbers");
        setAlignment(Pos.BOTTOM_LEFT);
        setFillHeight(false);
        getChildren().setAll(calls, attack);
    }

    /// A number with its band, and the same without protection.
    private static final class BigNumber extends VBox {

        private final Label caption = new Label();
        private final Label number = new Label();
        private final Label band = new Label();
        private final Label without = new Label();
        private final Tooltip tip = new Tooltip();
        private List<Explanation> explained = List.of();

        BigNumber(String id) {
            number.setId(id);
            band.setId(id + "-band");
            without.setId(id + "-without");
            number.getStyleClass().add("edge-number");
            caption.getStyleClass().add("edge-note");
            without.getStyleClass().add("edge-note");
            band.getStyleClass().add("edge-band");
            caption.setWrapText(true);
            caption.setMinHeight(Region.USE_PREF_SIZE);
            for (Label each : new Label[]{number, band, without}) {
                each.setMinWidth(Region.USE_PREF_SIZE);
            }
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(0);
            getChildren().setAll(caption, number, band, without);
            Tooltip.install(this, tip);
            Explain.on(number, () -> explained);
        }

        /// @param its how the number came about
        void show(String name, Comparison.Range range, List<Explanation> its, String more) {
            boolean isThere = !its.isEmpty();
            explained = its;
            number.setDisable(!isThere);
            caption.setText(name);
            number.setText(isThere ? percent(range.with()) : "–");
            band.setText(isThere ? text("numbers.band", percent(range.low()), percent(range.high())) : "");
            without.setText(isThere ? text("numbers.without", percent(range.without())) : "");
            tip.setText(more);
        }
    }

    /// Shows the numbers of a comparison, or nothing.
    public void show(Optional<Comparison> comparison) {
        setVisible(comparison.isPresent());
        comparison.ifPresent(this::show);
    }

    private void show(Comparison its) {
        Served served = its.with().calls(MessageClass.LEGITIMATE);
        Served registrations = its.with().registrations(MessageClass.LEGITIMATE);
        calls.show(its.words().words("numbers.calls"), its.calls(), ReplayExplanation.calls(its.band()),
                text("numbers.calls.tip", served.replayed(), served.captured(), served.unknown(),
                        registrations.replayed(), registrations.captured()) + "\n" + text("numbers.band.tip"));
        attack.setVisible(its.hasAttack());
        Served accepted = its.with().accepted(MessageClass.ATTACK);
        attack.show(its.words().words("numbers.attack"), its.attack(), ReplayExplanation.passed(its.band()),
                text("numbers.attack.tip", accepted.replayed(), accepted.captured()) + "\n" + text("numbers.band.tip"));
    }
}
