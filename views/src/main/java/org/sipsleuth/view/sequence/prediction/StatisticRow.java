package org.sipsleuth.view.sequence.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.ui.Texts;

/// A statistic of the output: its value as a bar, with the threshold marked.
final class StatisticRow extends VBox {

    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final double HEIGHT = 9;
    private static final double LINE = 2;
    private static final double OVERHANG = 3;

    private final Label value = new Label();
    private final Label verdict = new Label();
    private final Bar bar = new Bar();
    private final Tooltip tip = new Tooltip();
    private final String name;

    /// @param key of its name among the texts, and of its nodes
    StatisticRow(String key) {
        name = Texts.text("sequence.prediction." + key);
        getStyleClass().add("statistic");
        Label title = new Label(name);
        title.getStyleClass().add("statistic-name");
        value.getStyleClass().add("statistic-value");
        value.setId("prediction-" + key);
        verdict.getStyleClass().add("statistic-verdict");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(title, value, verdict);
        line.getStyleClass().add("statistic-line");
        getChildren().addAll(line, bar);
        Tooltip.install(this, tip);
    }

    void show(Moment.Statistic statistic) {
        value.setText(number(statistic.value()));
        verdict.setText(Texts.text(statistic.isBelow() ? "sequence.prediction.below" : "sequence.prediction.reaches",
                number(statistic.threshold())));
        pseudoClassStateChanged(BELOW, statistic.isBelow());
        NinesScale scale = NinesScale.around(statistic.threshold());
        bar.show(scale, statistic);
        tip.setText(Texts.text(
                scale.nines() == 0 ? "sequence.prediction.statistic.tip" : "sequence.prediction.statistic.tip.nines",
                name, Double.toString(statistic.value()), Double.toString(statistic.threshold())));
    }

    /// Enough digits to distinguish values close to 1.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /// The bar itself; laid out by hand, since its parts lie on each other.
    private static final class Bar extends Region {
        private final Region track = part("statistic-track");
        private final Region fill = part("statistic-fill");
        private final Region threshold = part("statistic-threshold");
        private final List<Region> ticks = new ArrayList<>();
        private NinesScale scale = new NinesScale(0);
        private double value;
        private double limit;

        Bar() {
            getStyleClass().add("statistic-bar");
            setMinHeight(HEIGHT + 2 * OVERHANG);
            setPrefHeight(HEIGHT + 2 * OVERHANG);
            getChildren().addAll(track, fill, threshold);
        }

        private static Region part(String style) {
            Region region = new Region();
            region.getStyleClass().add(style);
            region.setManaged(false);
            return region;
        }

        void show(NinesScale shown, Moment.Statistic statistic) {
            if (!shown.equals(scale) || ticks.isEmpty()) {
                scale = shown;
                getChildren().removeAll(ticks);
                ticks.clear();
                scale.ticks().forEach(_ -> ticks.add(part("statistic-tick")));
                getChildren().addAll(getChildren().indexOf(threshold), ticks);
            }
            value = statistic.value();
            limit = statistic.threshold();
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            track.resizeRelocate(0, OVERHANG, width, HEIGHT);
            fill.resizeRelocate(0, OVERHANG, width * scale.place(value), HEIGHT);
            List<Double> places = scale.ticks();
            for (int i = 0; i < ticks.size(); i++) {
                ticks.get(i).resizeRelocate(Math.floor(places.get(i) * width), OVERHANG, 1, HEIGHT);
            }
            double at = Math.min(width - LINE, Math.floor(width * scale.place(limit)));
            threshold.resizeRelocate(at, 0, LINE, HEIGHT + 2 * OVERHANG);
        }
    }
}
