package org.sipsleuth.view.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;

/// Shows a chart of two axes, and above it what changes more often: lines that are dragged, what
/// is chosen. Both are drawn at most once a frame.
public final class ChartPane extends Region {

    private static final double LEAST_SIDE = 60;
    private static final double TIP_GAP = 14;

    private final JFreeChart chart;
    private final Canvas ground = new Canvas();
    private final Canvas above = new Canvas();
    private final Label tip = new Label();
    private final ChartColours colours;
    private final ChartRenderingInfo drawn = new ChartRenderingInfo(null);
    private Consumer<ChartColours> recolour = _ -> {};
    private Consumer<GraphicsContext> overlay = _ -> {};
    private boolean isChartStale = true;
    private boolean isOverlayStale = true;

    /// @param chart with an [XYPlot]
    public ChartPane(JFreeChart chart) {
        this.chart = chart;
        colours = new ChartColours(this::redraw);
        getStyleClass().add("chart-pane");
        tip.getStyleClass().add("chart-tip");
        tip.setManaged(false);
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        getChildren().addAll(colours.samples(), ground, above, tip);
        chart.addChangeListener(_ -> redraw());
        setFocusTraversable(true);
        focusedProperty().subscribe(_ -> redrawOverlay());
    }

    /// Gives series their colours, called before the chart is drawn.
    public void setRecolour(Consumer<ChartColours> giver) {
        recolour = giver;
        redraw();
    }

    /// Draws above the chart.
    public void setOverlay(Consumer<GraphicsContext> painter) {
        overlay = painter;
        redrawOverlay();
    }

    /// The colours now.
    public ChartColours colours() {
        return colours;
    }

    /// The chart's plot.
    public XYPlot plot() {
        return chart.getXYPlot();
    }

    /// Draws all of it in the next frame.
    public void redraw() {
        isChartStale = true;
        redrawOverlay();
    }

    /// Draws what lies above the chart in the next frame.
    public void redrawOverlay() {
        isOverlayStale = true;
        requestLayout();
    }

    /// Where the data is drawn, in pixels of this node.
    public Rectangle2D dataArea() {
        return drawn.getPlotInfo().getDataArea();
    }

    /// The place of a value of the horizontal axis, in pixels.
    public double xPixel(double value) {
        return plot().getDomainAxis().valueToJava2D(value, dataArea(), plot().getDomainAxisEdge());
    }

    /// The place of a value of the vertical axis, in pixels.
    public double yPixel(double value) {
        return plot().getRangeAxis().valueToJava2D(value, dataArea(), plot().getRangeAxisEdge());
    }

    /// The value of the horizontal axis at a pixel.
    public double xValue(double pixel) {
        return plot().getDomainAxis().java2DToValue(pixel, dataArea(), plot().getDomainAxisEdge());
    }

    /// The value of the vertical axis at a pixel.
    public double yValue(double pixel) {
        return plot().getRangeAxis().java2DToValue(pixel, dataArea(), plot().getRangeAxisEdge());
    }

    /// Shows words beside a point.
    public void showTip(String words, double x, double y) {
        tip.setText(words);
        tip.setVisible(true);
        tip.applyCss();
        tip.autosize();
        double left = x + TIP_GAP + tip.getWidth() > getWidth() ? x - TIP_GAP - tip.getWidth() : x + TIP_GAP;
        double top = Math.min(y + TIP_GAP, getHeight() - tip.getHeight());
        tip.relocate(Math.max(0, Math.rint(left)), Math.max(0, Math.rint(top)));
    }

    /// Shows no words any more.
    public void hideTip() {
        tip.setVisible(false);
    }

    /// The words that are shown, or empty.
    public String tip() {
        return tip.isVisible() ? tip.getText() : "";
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_SIDE;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (ground.getWidth() != width || ground.getHeight() != height) {
            for (Canvas canvas : new Canvas[]{ground, above}) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            isChartStale = true;
            isOverlayStale = true;
        }
        if (width < LEAST_SIDE || height < LEAST_SIDE) {
            return;
        }
        if (isChartStale) {
            drawChart(width, height);
        }
        if (isOverlayStale) {
            isOverlayStale = false;
            GraphicsContext graphics = above.getGraphicsContext2D();
            graphics.clearRect(0, 0, width, height);
            graphics.save();
            overlay.accept(graphics);
            graphics.restore();
        }
    }

    private void drawChart(double width, double height) {
        chart.setNotify(false); // colours are set below, which is no reason to draw again
        ChartLook.apply(chart, colours);
        recolour.accept(colours);
        GraphicsContext graphics = ground.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        graphics.save();
        FXGraphics2D pen = new FXGraphics2D(graphics);
        pen.setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, true);
        chart.draw(pen, new Rectangle2D.Double(0, 0, width, height), null, drawn);
        graphics.restore();
        isChartStale = false;
        quietly();
    }

    /// Listens to the chart again; its report about the drawing is not new.
    private void quietly() {
        boolean stale = isChartStale;
        chart.setNotify(true);
        isChartStale = stale;
    }
}
