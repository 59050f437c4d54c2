package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LegibilityTest {

    private Pane pane;
    private Label label;
    private Scene scene;

    @Start
    void start(Stage stage) {
        label = new Label("INVITE without ACK");
        pane = new Pane(label);
        pane.setStyle("-fx-background-color: white");
        label.setStyle("-fx-text-fill: black");
        scene = new Scene(pane, 300, 100);
        stage.setScene(scene);
        stage.show();
    }

    private void assertFault(String start) {
        AssertionError fault = assertThrows(AssertionError.class, () -> Legibility.check(scene, "fault"));
        assertTrue(fault.getMessage().contains(start), fault.getMessage());
    }

    @Test
    void blackOnWhiteIsLegible() {
        assertDoesNotThrow(() -> Legibility.check(scene, "legible"));
    }

    @Test
    void greyOnWhiteIsFaint(FxRobot robot) {
        robot.interact(() -> label.setStyle("-fx-text-fill: #9a9a9a"));
        assertFault("contrast 2.8");
    }

    @Test
    void greyIsFoundInTheThemeThatIsNotShown(FxRobot robot) {
        Runnable dark = () -> {
            pane.setStyle("-fx-background-color: black");
            label.setStyle("-fx-text-fill: #5a5a5a");
        };
        Runnable light = () -> {
            pane.setStyle("-fx-background-color: white");
            label.setStyle("-fx-text-fill: black");
        };
        AssertionError fault =
                assertThrows(AssertionError.class, () -> Legibility.checkInBothThemes(scene, "fault", dark, light));
        assertTrue(fault.getMessage().contains("contrast 3.0"), fault.getMessage());
        robot.interact(light);
        Runnable white = () -> label.setStyle("-fx-text-fill: white");
        assertDoesNotThrow(() -> Legibility.checkInBothThemes(scene, "legible", () -> both(dark, white), light));
    }

    private static void both(Runnable first, Runnable then) {
        first.run();
        then.run();
    }

    @Test
    void faintIsAllowedWhereDisabled(FxRobot robot) {
        robot.interact(() -> label.setStyle("-fx-text-fill: #9a9a9a"));
        robot.interact(() -> label.setDisable(true));
        assertDoesNotThrow(() -> Legibility.check(scene, "disabled"));
    }

    @Test
    void wordsThatDoNotFitNeedTheirTooltip(FxRobot robot) {
        robot.interact(() -> label.setMaxWidth(60));
        assertFault("cut off: INVITE without ACK");
        robot.interact(() -> label.setTooltip(new Tooltip("INVITE without ACK")));
        assertDoesNotThrow(() -> Legibility.check(scene, "tooltip"));
    }

    @Test
    void textOutsideOfTheWindowIsAFault(FxRobot robot) {
        robot.interact(() -> label.relocate(scene.getWidth() - 50, 10));
        assertFault("outside of the window: INVITE without ACK");
    }

    @Test
    void whatIsScrolledAwayIsNoFault(FxRobot robot) {
        robot.interact(() -> {
            pane.setClip(new Rectangle(300, 100));
            label.relocate(250, 10);
        });
        assertDoesNotThrow(() -> Legibility.check(scene, "scrolled"));
    }

    @Test
    void whatADialogShadesNeedsNoContrast(FxRobot robot) {
        robot.interact(() -> {
            label.setStyle("-fx-text-fill: #9a9a9a");
            Pane shade = new Pane();
            shade.setStyle("-fx-background-color: #00000080");
            shade.setPrefSize(300, 100);
            pane.getChildren().add(shade);
        });
        assertDoesNotThrow(() -> Legibility.check(scene, "shaded"));
    }

    @Test
    void textOverTextIsAFault(FxRobot robot) {
        robot.interact(() -> {
            Label other = new Label("SIP/2.0 200 OK");
            other.setStyle("-fx-text-fill: black");
            other.relocate(20, 4);
            pane.getChildren().add(other);
        });
        assertFault("overlap: INVITE without ACK / SIP/2.0 200 OK");
    }
}
