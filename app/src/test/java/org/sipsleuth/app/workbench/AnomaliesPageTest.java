package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.view.ngram.heat.HeatPane;
import org.sipsleuth.view.ngram.message.PairPane;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.chart.ThresholdCurve;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page of anomalous messages with the bundled model.
@ExtendWith(ApplicationExtension.class)
class AnomaliesPageTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private void open(Path file, FxRobot robot) throws Exception {
        window.run(() -> window.workbench().captures().open(List.of(file)));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        window.run(() -> window.workbench().openPage("anomalies"));
        waitUntil(() -> robot.lookup("#anomalies-headline").tryQuery().isPresent());
        waitUntil(() -> !words(robot, "#anomalies-message-title").isEmpty());
        waitUntil(() -> heat(robot).isComputed(0));
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static HeatPane heat(FxRobot robot) {
        return robot.lookup("#anomalies-heat").queryAs(HeatPane.class);
    }

    private static PairPane pair(FxRobot robot) {
        return robot.lookup("#anomalies-message").queryAs(PairPane.class);
    }

    private static Point2D onScreen(Node node, Point2D point) {
        return node.localToScreen(point);
    }

    @Test
    void aCellLeadsToTheByteAndSelectsItsMessage(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        window.checkLegible("anomalies");
        HeatPane heat = heat(robot);
        String before = words(robot, "#anomalies-message-title");
        robot.clickOn(onScreen(heat, heat.centre(3, 40)));
        waitUntil(() -> !words(robot, "#anomalies-message-title").equals(before));
        assertEquals(3, heat.selected());
        assertEquals(1, window.workbench().selection().get().messages().size());
        waitUntil(() -> pair(robot).marked() / 4 == 10);
        int first = window.workbench().selection().get().messages().getFirst();
        robot.push(KeyCode.DOWN);
        waitUntil(() -> heat.selected() == 4);
        assertNotEquals(first, window.workbench().selection().get().messages().getFirst());
        robot.push(KeyCode.SHIFT, KeyCode.Q);
        waitUntil(() -> heat.selected() == 3);
        waitUntil(() -> pair(robot).marked() > 0);
        window.pause(); // until the message is explained
        int marked = pair(robot).marked();
        robot.clickOn(onScreen(pair(robot), pair(robot).centre(marked)));
        robot.push(KeyCode.LEFT);
        waitUntil(() -> pair(robot).marked() == marked - 1);
        assertFalse(words(robot, "#anomalies-explanation").isEmpty());
    }

    @Test
    void everyZoomIsLegibleAndCopied(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        robot.clickOn("#anomalies-zoom-fields");
        window.checkLegible("anomalies-fields");
        assertTrue(heat(robot).data().columns().contains("Call-ID"));
        robot.clickOn("#anomalies-zoom-letters");
        window.checkLegible("anomalies-letters");
        assertTrue(heat(robot).data().columns().contains("byte 1"));
        assertFalse(heat(robot).data().rows().isEmpty());
    }

    @Test
    void theWorkingPointMovesEverything(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        robot.clickOn("#truth");
        ThresholdCurve curve = robot.lookup("#ngram-curve").queryAs(ThresholdCurve.class);
        waitUntil(() -> !words(robot, "#anomalies-counts").isEmpty());
        String headline = words(robot, "#anomalies-headline");
        String title = words(robot, "#anomalies-curve-title");
        Point2D point = curve.workingPoint();
        robot.drag(onScreen(curve, point)).dropTo(onScreen(curve, point.add(60, 20)));
        waitUntil(() -> !words(robot, "#anomalies-curve-title").equals(title));
        window.checkLegible("anomalies-threshold");
        robot.clickOn("#anomalies-reset");
        waitUntil(() -> words(robot, "#anomalies-headline").equals(headline));
    }

    @Test
    void theSelectionAndTheClusterNarrowTheRows(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        int all = lastRow(robot);
        robot.interact(() -> window.workbench().selection().set(Selection.NONE));
        robot.clickOn("#anomalies-selected");
        waitUntil(() -> robot.lookup("#anomalies-no-rows").query().isVisible());
        window.checkLegible("anomalies-none");
        assertTrue(robot.lookup("#anomalies-headline").query().localToScene(0, 0).getX()
                >= right(robot, "#rail-anomalies"), "the page lies under the rail");
        robot.clickOn("#anomalies-all");
        waitUntil(() -> !robot.lookup("#anomalies-no-rows").query().isVisible());
        assertEquals(all, lastRow(robot));
        robot.push(KeyCode.HOME); // the most anomalous one has a cluster
        waitUntil(() -> heat(robot).selected() == 0);
        robot.clickOn("#anomalies-cluster");
        window.pause();
        assertTrue(lastRow(robot) < all);
    }

    private static double right(FxRobot robot, String selector) {
        Node node = robot.lookup(selector).query();
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    /// The number of the last row, which is looked at then.
    private int lastRow(FxRobot robot) throws Exception {
        robot.interact(() -> heat(robot).focus());
        robot.push(KeyCode.END);
        window.pause();
        return heat(robot).selected();
    }

    @Test
    void aDepartureLeadsToItsByteAndShowsTheDerivation(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        robot.clickOn("#anomalies-departures-tab");
        ListView<?> list = robot.lookup("#anomalies-departures").queryListView();
        HeatPane heat = heat(robot);
        for (int row = 0; list.getItems().isEmpty() && row < 20; row++) {
            robot.clickOn(onScreen(heat, heat.centre(row, 10)));
            window.pause();
        }
        waitUntil(() -> !list.getItems().isEmpty());
        robot.clickOn("#anomalies-departures .list-cell");
        waitUntil(() -> !words(robot, "#anomalies-derivation").isEmpty());
        Departure departure = (Departure) list.getSelectionModel().getSelectedItem();
        waitUntil(() -> pair(robot).marked() == departure.offset());
        assertTrue(words(robot, "#anomalies-derivation").contains("byte " + departure.offset()),
                words(robot, "#anomalies-derivation"));
        window.checkLegible("anomalies-departures");
    }

    @Test
    void headerFieldsUnlikeNormalOnesAreReasons(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        HeatPane heat = heat(robot);
        for (int row = 0; words(robot, "#anomalies-headers").isEmpty() && row < 20; row++) {
            robot.clickOn(onScreen(heat, heat.centre(row, 10)));
            window.pause();
        }
        String reasons = words(robot, "#anomalies-headers");
        assertTrue(reasons.startsWith("Header fields: ") && reasons.contains(" seen"), reasons);
        window.checkLegible("anomalies-headers");
    }

    @Test
    void aCaptureThatTheModelDoesNotFitIsLearnedByOneButton(FxRobot robot) throws Exception {
        open(Path.of("..", "sample-captures", "evaluation", "development-2", "guess-ipv6.pcap.gz"), robot);
        Node learn = robot.lookup("#anomalies-learn").query();
        assertTrue(learn.getParent().isVisible());
        assertTrue(words(robot, "#anomalies-banner").contains("does not fit this capture"));
        window.checkLegible("anomalies-misfit");
        robot.clickOn("#anomalies-learn");
        waitUntil(() -> !learn.getParent().isVisible());
        assertTrue(words(robot, "#model-note").contains("belong to incidents and are not learned"),
                words(robot, "#model-note"));
        waitUntil(() -> words(robot, "#anomalies-headline").contains("anomalous of"));
        window.checkLegible("anomalies-learned");
    }

    private static String name(FxRobot robot) {
        return robot.lookup("#anomalies-signature-name").queryAs(TextField.class).getText();
    }

    @Test
    void aSignatureIsDerivedEditedAndExported(FxRobot robot) throws Exception {
        open(window.sample("torture.pcap"), robot);
        robot.clickOn("#anomalies-signature-tab");
        window.checkLegible("anomalies-signature-empty");
        MenuButton derive = robot.lookup("#anomalies-signature-derive").query();
        robot.interact(() -> derive.getItems().getLast().fire());
        waitUntil(() -> words(robot, "#anomalies-signature-hits").contains("and 0 of "));
        window.checkLegible("anomalies-signature-foreign");
        robot.interact(() -> derive.getItems().getFirst().fire());
        waitUntil(() -> name(robot).startsWith("anomaly_"));
        waitUntil(() -> words(robot, "#anomalies-signature-hits").startsWith("Matches"));
        assertTrue(words(robot, "#anomalies-signature-hits").contains("and 0 of "),
                words(robot, "#anomalies-signature-hits"));
        window.checkLegible("anomalies-signature");
        TextField threshold = robot.lookup("#anomalies-signature-threshold").query();
        robot.interact(() -> threshold.setText("999999999"));
        waitUntil(() -> words(robot, "#anomalies-signature-hits").startsWith("Matches 0 of"));
        robot.interact(() -> threshold.setText("none"));
        waitUntil(() -> words(robot, "#anomalies-signature-message").contains("whole number"));
        robot.interact(() -> threshold.setText("7"));
        waitUntil(() -> words(robot, "#anomalies-signature-hits").startsWith("Matches"));
        MenuButton export = robot.lookup("#anomalies-signature-export").query();
        Path file = directory.resolve("case.yar");
        window.desktop().willChoose(file);
        robot.interact(() -> export.getItems().get(1).fire());
        waitUntil(() -> Files.exists(file));
        waitUntil(() -> words(robot, "#anomalies-signature-message").startsWith("Written to"));
        assertTrue(Files.readString(file).contains(">= 7"), Files.readString(file));
    }
}
