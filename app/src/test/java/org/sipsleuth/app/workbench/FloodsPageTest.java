package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import javafx.geometry.VerticalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.view.flood.lane.LanePane;
import org.sipsleuth.view.ui.chart.ThresholdCurve;
import org.testfx.api.FxRobot;

/// The page of floods with the bundled model.
class FloodsPageTest {

    private static final int MOST_STEPS = 150;

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow();

    private final TestWindow window = SHARED.window();

    private void open(String sample, FxRobot robot) throws Exception {
        window.openOnce(sample);
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        window.run(() -> window.workbench().openPage("floods"));
        waitUntil(() -> robot.lookup("#floods-headline").tryQuery().isPresent());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    @Test
    void lanesZoomAndBrushAndWindowsFollowTheKeys(FxRobot robot) throws Exception {
        open("flood.pcap", robot);
        waitUntil(() -> !words(robot, "#floods-window").isEmpty());
        LanePane lanes = robot.lookup(".flood-lanes").queryAs(LanePane.class);
        waitUntil(() -> !lanes.data().rows().isEmpty());
        window.checkLegible("floods");
        robot.moveTo("#floods-plot").scroll(3, VerticalDirection.UP);
        waitUntil(() -> lanes.sight().isZoomed());
        robot.drag("#floods-plot", MouseButton.PRIMARY).moveBy(60, 0).drop();
        waitUntil(() -> window.workbench().selection().get().time().isPresent());
        robot.type(KeyCode.DELETE);
        waitUntil(() -> window.workbench().selection().get().time().isEmpty());
        int first = window(robot);
        robot.push(KeyCode.SHIFT, KeyCode.V);
        waitUntil(() -> window(robot) < first);
        assertEquals(10, window.workbench().selection().get().messages().size());
        int second = window(robot);
        robot.push(KeyCode.V);
        waitUntil(() -> window(robot) > second);
    }

    @Test
    void thePageOpensOnTheFlood(FxRobot robot) throws Exception {
        window.open(window.sample("flood.pcap"));
        open("flood.pcap", robot);
        LanePane lanes = robot.lookup(".flood-lanes").queryAs(LanePane.class);
        waitUntil(() -> lanes.sight().isZoomed());
        waitUntil(() -> !words(robot, "#floods-window").isEmpty());
        assertTrue(window.workbench().selection().get().time().isEmpty());
        String rule = words(robot, "#floods-rule");
        assertTrue(rule.startsWith("Rule of overdue INVITEs: 1 flood known, 1.01 s after the first INVITE. GRU"), rule);
        window.checkLegible("floods-opened");
    }

    private static boolean hasScore(FxRobot robot) {
        return words(robot, ".flood-why .flood-strong").startsWith("Log-odds");
    }

    /// The number of the window that is looked at.
    private static int window(FxRobot robot) {
        return Integer.parseInt(words(robot, "#floods-window").split(" of ")[0]);
    }

    @Test
    void theThresholdAndTheTruthAreShown(FxRobot robot) throws Exception {
        open("flood.pcap", robot);
        robot.clickOn("#truth");
        robot.clickOn("#floods-threshold-tab");
        waitUntil(() -> words(robot, "#floods-counts").contains("Found:"));
        String before = words(robot, "#floods-counts");
        robot.interact(() -> robot.lookup("#floods-threshold").query().requestFocus());
        robot.push(KeyCode.HOME); // everything reaches 0
        waitUntil(() -> words(robot, "#floods-threshold-title").endsWith("0.000"));
        robot.push(KeyCode.END);
        waitUntil(() -> words(robot, "#floods-threshold-title").endsWith("1.000"));
        waitUntil(() -> words(robot, "#floods-counts").startsWith("0 of "));
        robot.clickOn("#floods-threshold-reset");
        waitUntil(() -> words(robot, "#floods-counts").equals(before));
        window.checkLegible("floods-threshold");
    }

    @Test
    void theHandleOfTheThresholdIsAtItsAxis(FxRobot robot) throws Exception {
        open("flood.pcap", robot);
        Slider slider = robot.lookup("#floods-threshold").queryAs(Slider.class);
        ThresholdCurve curve = robot.lookup("#flood-curve").queryAs(ThresholdCurve.class);
        for (int width : new int[]{1280, 1440, 1920}) {
            window.run(() -> window.stage().setWidth(width));
            window.run(() -> robot.lookup("#floods-threshold-tab").queryAs(ButtonBase.class).fire());
            waitUntil(() -> curve.isVisible() && slider.getWidth() > 0);
            for (double value : new double[]{0, 0.25, 0.6, 0.983, 1}) {
                window.run(() -> slider.setValue(value));
                assertEquals(curve.localToScene(curve.axisPixel(value).orElseThrow(), 0).getX(), thumb(slider), 1.0,
                        value + " at " + width);
                assertEquals(curve.localToScene(curve.workingPoint()).getX(), thumb(slider), 1.0,
                        value + " on the curve at " + width);
            }
        }
        robot.interact(() -> robot.lookup("#floods-threshold-reset").queryAs(ButtonBase.class).fire());
    }

    /// The middle of a slider's thumb, in pixels of the window.
    private static double thumb(Slider slider) {
        return slider.localToScene(slider.lookup(".thumb").getBoundsInParent()).getCenterX();
    }

    @Test
    void whyIsShownOfTheWindowThatIsLookedAt(FxRobot robot) throws Exception {
        open("flood.pcap", robot);
        robot.clickOn("#floods-list-tab");
        robot.clickOn("#floods-list .list-cell");
        waitUntil(() -> window.workbench().selection().get().time().isPresent());
        waitUntil(() -> robot.lookup("#floods-dialogs").query().isVisible());
        window.checkLegible("floods-list");
        robot.clickOn("#floods-why-tab");
        waitUntil(() -> !words(robot, ".flood-why .flood-strong").isEmpty());
        robot.interact(() -> robot.lookup("#floods-network").queryComboBox().getSelectionModel().selectLast());
        waitUntil(() -> words(robot, "#floods-why-title").endsWith("Logistic"));
        for (int i = 0; i < MOST_STEPS && !hasScore(robot); i++) {
            robot.push(KeyCode.V); // the first windows have too little history
        }
        waitUntil(() -> words(robot, ".flood-note").startsWith("Exact"));
        window.checkLegible("floods-why");
    }

    @Test
    void aCaptureWithoutCallsSaysSo(FxRobot robot) throws Exception {
        open("register.pcap", robot);
        waitUntil(() -> words(robot, "#floods-page-title").equals("No INVITEs"));
        assertTrue(words(robot, "#floods-headline").isEmpty());
    }
}
