package org.sipsleuth.view.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of a chart. A canvas knows no style sheet, so they are read from nodes that do:
/// regions that are never seen, each with a style class named after what has the colour.
public final class ChartColours {

    /// Behind everything.
    public static final String GROUND = "chart-ground";

    /// Letters.
    public static final String TEXT = "chart-text";

    /// Lines of the grid.
    public static final String GRID = "chart-grid";

    /// What is chosen.
    public static final String ACCENT = "chart-accent";

    /// A line of data where there is but one.
    public static final String LINE = "chart-line";

    private final Group samples = new Group();
    private final Map<String, Region> regions = new HashMap<>();
    private final Runnable changed;

    /// @param changed called when a colour has changed, as all do with the theme
    public ChartColours(Runnable changed) {
        this.changed = changed;
        samples.setVisible(false);
        samples.setManaged(false);
        samples.getStyleClass().add("chart-colours");
        fx(GROUND);
    }

    /// The nodes that the colours are read from; to be put into the scene.
    public Group samples() {
        return samples;
    }

    /// The colour of this style class.
    public Color fx(String styleClass) {
        Region region = regions.computeIfAbsent(styleClass, this::sample);
        return region.getBackground() != null && !region.getBackground().getFills().isEmpty()
                && region.getBackground().getFills().getFirst().getFill() instanceof Color colour ? colour : Color.GRAY;
    }

    private Region sample(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.backgroundProperty().addListener(_ -> changed.run());
        samples.getChildren().add(region);
        return region;
    }

    /// The same for JFreeChart.
    public java.awt.Color awt(String styleClass) {
        return awt(styleClass, 1);
    }

    /// The same, so opaque.
    ///
    /// @param opacity from 0 to 1
    public java.awt.Color awt(String styleClass, double opacity) {
        Color colour = fx(styleClass);
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(),
                (float) (colour.getOpacity() * opacity));
    }
}
