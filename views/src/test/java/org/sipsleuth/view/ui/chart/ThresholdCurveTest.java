package org.sipsleuth.view.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.view.ui.FxStage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The working point is at its threshold on the axis, wherever the scores are.
@ExtendWith(ApplicationExtension.class)
class ThresholdCurveTest {

    private ThresholdCurve curve;
    private Stage stage;

    @Start
    void start(Stage window) {
        ChartColours colours = new ChartColours(() -> {});
        curve = new ThresholdCurve(colours, "ngram", ThresholdCurve.Axis.LOGARITHMIC, _ -> {});
        stage = window;
        FxStage.show(stage, new StackPane(colours.samples(), curve), 400, 300);
    }

    @Test
    void aThresholdAboveOrBelowAllScoresIsOnTheAxis(FxRobot robot) {
        double[][] scores = {{0, 0, 0}, {0.01, 0.02}, {1, 5, 9}, {100, 2_000}, {7, 7}};
        for (double[] each : scores) {
            for (int width : new int[]{200, 400, 1_000}) {
                robot.interact(() -> stage.setWidth(width));
                robot.interact(() -> curve.show(counts(each), 7));
                robot.interact(() -> curve.layout());
                double at = curve.axisPixel(7).orElseThrow();
                assertEquals(at, curve.workingPoint().getX(), 0.5);
                assertTrue(curve.axisPixel(6).orElseThrow() <= at, () -> "6 is left of 7");
                assertTrue(curve.axisPixel(6).orElseThrow() < curve.axisPixel(8).orElseThrow(),
                        () -> "7 is not at the end of its axis: " + each[0] + " to " + at);
            }
        }
    }

    private static Optional<ScoreCounts> counts(double[] scores) {
        return Optional.of(ScoreCounts.of(scores, Optional.empty()));
    }
}
