package org.sipsleuth.view.sequence.prediction;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The scale below a list of bars: 0, 0.5 and 1, each with a tick.
final class ProbabilityScale extends Region {

    private static final List<String> PLACES = List.of("0", "0.5", "1");
    private static final double TICK = 4;

    private final List<Label> words = new ArrayList<>();
    private final List<Region> ticks = new ArrayList<>();

    ProbabilityScale() {
        getStyleClass().add("probability-scale");
        for (String place : PLACES) {
            Label word = new Label(place);
            word.getStyleClass().add("prediction-faint");
            words.add(word);
            Region tick = new Region();
            tick.getStyleClass().add("probability-tick");
            ticks.add(tick);
        }
        getChildren().addAll(ticks);
        getChildren().addAll(words);
        setMinWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TICK + words.getFirst().prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double wide = getWidth();
        for (int i = 0; i < words.size(); i++) {
            double at = i * (wide - 1) / (words.size() - 1.0);
            ticks.get(i).resizeRelocate(Math.floor(at), 0, 1, TICK);
            Label word = words.get(i);
            double width = word.prefWidth(-1);
            double left = Math.clamp(at - width / 2, 0, Math.max(0, wide - width));
            word.resizeRelocate(left, TICK, width, word.prefHeight(-1));
        }
    }
}
