package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SteadySplitTest {

    private static final double SHARE = 0.6;
    private static final double LEAST = 240;

    private final Region upper = new Region();
    private final Region lower = new Region();
    private SteadySplit split;

    @Start
    void start(Stage stage) {
        upper.setMinHeight(0);
        lower.setMinHeight(LEAST);
        split = new SteadySplit();
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(upper, lower);
        split.setDividerPositions(SHARE);
        split.setManaged(false);
        FxStage.show(stage, new Pane(split), 400, 1_200);
    }

    /// How high the lower part is once the pane was so high, one height after the other.
    private double lower(FxRobot robot, double... heights) {
        robot.interact(() -> {
            for (double height : heights) {
                split.resize(300, height);
                split.applyCss();
                split.layout();
            }
        });
        return lower.getHeight();
    }

    @Test
    void heightsBeforeMakeNoDifference(FxRobot robot) {
        double direct = lower(robot, 900);
        assertTrue(direct > LEAST, "the share decides: " + direct);
        assertEquals(direct, lower(robot, 300, 900), 1);
        assertEquals(direct, lower(robot, 880, 915, 870, 900), 1);
        assertEquals(direct, lower(robot, 260, 500, 1_100, 900), 1);
    }

    @Test
    void aLineBesideItMovesNoDividerWhereALeastSizeDecides(FxRobot robot) {
        assertEquals(LEAST, lower(robot, 455), 1);
        assertEquals(LEAST, lower(robot, 440, 455), 1);
        assertEquals(LEAST, lower(robot, 389, 455, 440, 455), 1);
    }

    @Test
    void whereTheUserDragsItIsTheShare(FxRobot robot) {
        double before = lower(robot, 900);
        robot.drag(".split-pane-divider").dropBy(0, -100);
        double dragged = lower(robot, 900);
        assertEquals(before + 100, dragged, 3);
        assertEquals(dragged, lower(robot, 300, 1_000, 900), 2);
        assertEquals(dragged * 2 / 3, lower(robot, 600), 4);
    }
}
