package org.sipsleuth.view.incident.page;

import javafx.scene.layout.Region;
import org.sipsleuth.finding.Measurement;

/// A measured value as a bar on a logarithmic scale, with a tick at its threshold.
final class MeasureBar extends Region {

    private static final double HEIGHT = 8;
    private static final double TICK_WIDTH = 2;
    private static final double TICK_HEIGHT = 14;
    private static final double LEAST = 0.04;

    private final Region track = new Region();
    private final Region bar = new Region();
    private final Region tick = new Region();
    private final double value;
    private final double threshold;

    /// @param most the value that fills the width; at least 1
    MeasureBar(Measurement measure, double most) {
        value = share(measure.value(), most);
        threshold = share(measure.threshold(), most);
        track.getStyleClass().add("measure-track");
        bar.getStyleClass().add("measure-bar");
        tick.getStyleClass().add("measure-tick");
        getChildren().addAll(track, bar, tick);
        getStyleClass().add("measure");
        setMinHeight(TICK_HEIGHT);
        setPrefHeight(TICK_HEIGHT);
        setMaxWidth(Double.MAX_VALUE);
    }

    /// Where a value lies between nothing and the largest one, 0 to 1.
    private static double share(double value, double most) {
        return value <= 0 ? 0 : Math.min(1, Math.log1p(value) / Math.log1p(most));
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - HEIGHT) / 2;
        track.resizeRelocate(0, top, getWidth(), HEIGHT);
        bar.resizeRelocate(0, top, getWidth() * Math.max(LEAST, value), HEIGHT);
        double at = Math.min(getWidth() - TICK_WIDTH, getWidth() * threshold);
        tick.resizeRelocate(at, (getHeight() - TICK_HEIGHT) / 2, TICK_WIDTH, TICK_HEIGHT);
    }
}
