package org.sipsleuth.view.dialogs.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.sipsleuth.view.ui.MessageClass;

/// One row of a ladder: lifelines at equal distances, and an arrow between two of them, or none.
///
/// Made of nodes, not drawn with the parts of a ladder: it is a cell of a list, whose label has a
/// tooltip and whose colours follow the cell's state by CSS. No file shows it.
final class LadderStrip extends Pane {

    static final double HEIGHT = 32;
    static final double PAUSE_WIDTH = 78;

    private static final double ARROW = 22;
    private static final double TIP_LENGTH = 8;
    private static final double TIP_HALF = 4;
    private static final double LOOP_WIDTH = 24;

    private final List<Line> lifelines = new ArrayList<>();
    private final int lanes;
    private final int source;
    private final int target;
    private final Label pause;
    private final Label label;
    private final Polyline shaft = new Polyline();
    private final Polygon tip = new Polygon();

    /// A message of a strip.
    ///
    /// @param source the lane it comes from, or -1 if there is no message
    /// @param target the lane it goes to
    /// @param pause the time since the message before
    /// @param label what it is
    /// @param messageClass its class
    record Arrow(int source, int target, String pause, String label, MessageClass messageClass) {

        /// That there is no message.
        static final Arrow NOTHING = new Arrow(-1, -1, "", "", MessageClass.REQUEST);
    }

    /// @param hasLine of each lane whether there is a lifeline
    LadderStrip(List<Boolean> hasLine, Arrow arrow) {
        lanes = hasLine.size();
        source = arrow.source();
        target = arrow.target();
        pause = new Label(arrow.pause());
        pause.getStyleClass().add("comparison-pause");
        label = new Label(arrow.label());
        label.getStyleClass().add("comparison-label");
        label.setTooltip(new Tooltip(arrow.label())); // lanes may be narrow
        for (boolean isThere : hasLine) {
            Line line = new Line();
            line.getStyleClass().add("comparison-lifeline");
            line.setVisible(isThere);
            lifelines.add(line);
        }
        getChildren().addAll(lifelines);
        if (source >= 0) {
            boolean request = arrow.messageClass() == MessageClass.REQUEST;
            String kind = arrow.messageClass().styleClass();
            shaft.getStyleClass().addAll("comparison-arrow", kind);
            tip.getStyleClass().addAll("comparison-tip", kind);
            if (!request) {
                shaft.getStyleClass().add("response");
            }
            getChildren().addAll(shaft, tip, label, pause);
        }
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
    }

    /// The middle of a lane on a strip of this width.
    static double laneX(double width, int lanes, int lane) {
        double room = Math.max(0, width - PAUSE_WIDTH);
        return Math.floor(PAUSE_WIDTH + (lane + 0.5) * room / Math.max(1, lanes)) + 0.5;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        for (int lane = 0; lane < lanes; lane++) {
            Line line = lifelines.get(lane);
            double x = laneX(width, lanes, lane);
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(0);
            line.setEndY(getHeight());
        }
        if (source < 0) {
            return;
        }
        double from = laneX(width, lanes, source);
        double to = laneX(width, lanes, target);
        if (source == target) {
            double right = from + LOOP_WIDTH;
            shaft.getPoints().setAll(from, ARROW - 10, right, ARROW - 10, right, ARROW, from, ARROW);
            point(from, -1);
        } else {
            double forward = Math.signum(to - from);
            shaft.getPoints().setAll(from, ARROW, to - forward * (TIP_LENGTH - 1), ARROW);
            point(to, forward);
        }
        placeLabel(width, from, to);
        layoutInArea(pause, 0, ARROW - 11, PAUSE_WIDTH - 10, 16, 0, HPos.RIGHT, VPos.CENTER);
    }

    private void point(double x, double forward) {
        double back = x - forward * TIP_LENGTH;
        tip.getPoints().setAll(x, ARROW, back, ARROW - TIP_HALF, back, ARROW + TIP_HALF);
    }

    private void placeLabel(double width, double from, double to) {
        double all = Math.max(0, width - PAUSE_WIDTH);
        double wanted = Math.min(all, label.prefWidth(Region.USE_COMPUTED_SIZE));
        double middle = source == target ? from + LOOP_WIDTH + 6 + wanted / 2 : (from + to) / 2;
        double left = Math.clamp(middle - wanted / 2, PAUSE_WIDTH, Math.max(PAUSE_WIDTH, width - wanted));
        label.resizeRelocate(left, 1, wanted, 17);
    }
}
