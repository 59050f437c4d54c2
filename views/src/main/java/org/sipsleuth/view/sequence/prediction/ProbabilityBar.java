package org.sipsleuth.view.sequence.prediction;

import javafx.scene.layout.Region;

/// A bar whose filled part is a probability.
final class ProbabilityBar extends Region {

    private static final double LEAST_FILL = 1;

    private final Region fill = new Region();
    private double probability;

    ProbabilityBar() {
        getStyleClass().add("probability-bar");
        fill.getStyleClass().add("probability-fill");
        fill.setManaged(false);
        getChildren().add(fill);
    }

    /// @param share in [0, 1]
    void show(double share) {
        probability = share;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(LEAST_FILL, getWidth() * Math.clamp(probability, 0, 1));
        fill.resizeRelocate(0, 0, width, getHeight());
    }
}
