package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Captures live as a person does, from a network that a test plays.
@ExtendWith(ApplicationExtension.class)
class LiveTest {

    @TempDir Path directory;
    private TestWindow window;
    private final FakeNetwork network = new FakeNetwork();

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, network);
        window.show(stage);
    }

    private void begin(FxRobot robot) {
        waitUntil(() -> !robot.lookup("#live").query().isDisabled());
        robot.clickOn("#live");
        waitUntil(() -> !robot.lookup("#start").query().isDisabled());
        robot.clickOn("#start");
        waitUntil(() -> window.state() instanceof Live);
    }

    private int messages() {
        return window.state().index().map(index -> index.messages().size()).orElse(0);
    }

    private static String words(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private void stop(FxRobot robot) {
        robot.clickOn("#stop");
        waitUntil(() -> window.state() instanceof Shown);
    }

    @Test
    void dialogsAppearAsTheyHappen(FxRobot robot) {
        begin(robot);
        assertTrue(robot.lookup("Listening on fake0").tryQuery().isPresent());
        assertEquals("Live: fake0 – SipSleuth", window.stage().getTitle());
        network.invite("one");
        waitUntil(() -> messages() == 1);
        assertTrue(robot.lookup("#dialogs-table").query().isVisible());
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
        network.answer("one");
        network.invite("two");
        network.lose(5);
        waitUntil(() -> messages() == 3);
        assertEquals(List.of(0), window.workbench().selection().get().dialogs());
        waitUntil(() -> robot.lookup("fake0: 3 packets, 5 dropped").tryQuery().isPresent());
        stop(robot);
        assertEquals(3, messages());
        assertFalse(network.isOpen());
        Shown shown = assertInstanceOf(Shown.class, window.state());
        assertTrue(Files.exists(shown.shown().files().getFirst()));
        assertFalse(robot.lookup("#live").query().isDisabled());
    }

    @Test
    void theOverviewSaysSoFarUntilTheCaptureEnds(FxRobot robot) {
        begin(robot);
        network.invite("one");
        network.answer("one");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        waitUntil(() -> headline(robot).equals("No incident so far"));
        assertTrue(robot.lookup(".overview-head .good").tryQuery().isEmpty(), "no tick");
        stop(robot);
        waitUntil(() -> headline(robot).equals("No incident found"));
    }

    private static String headline(FxRobot robot) {
        return robot.lookup("#overview-headline").queryLabeled().getText();
    }

    @Test
    void theNewestDialogShowsItsAnswer(FxRobot robot) {
        begin(robot);
        network.invite("one");
        waitUntil(() -> ListRows.values(robot, "Outcome").equals(List.of("setting up")));
        network.answer("one");
        waitUntil(() -> ListRows.values(robot, "Outcome").equals(List.of("established")));
        network.invite("two");
        waitUntil(() -> ListRows.values(robot, "Outcome").equals(List.of("established", "setting up")));
        network.answer("two");
        waitUntil(() -> ListRows.values(robot, "Outcome").equals(List.of("established", "established")));
        assertEquals(4, messages());
        stop(robot);
    }

    private static double place(FxRobot robot, String button) {
        return robot.lookup(button).query().localToScene(0, 0).getX();
    }

    @Test
    void theButtonsStayWhereTheyAre(FxRobot robot) {
        begin(robot);
        List<String> buttons = List.of("#pause", "#saveLive", "#stop");
        List<Double> before = buttons.stream().map(button -> place(robot, button)).toList();
        for (int call = 0; call < 100; call++) {
            network.invite("call-" + call);
        }
        network.lose(123_456_789);
        waitUntil(() -> robot.lookup("fake0: 100 packets, 123,456,789 dropped").tryQuery().isPresent());
        waitUntil(() -> messages() == 100);
        Selection two = Selection.NONE.withDialogs(List.of(0, 1));
        window.run(() -> window.workbench().selection().set(two));
        waitUntil(() -> robot.lookup("#chip-dialogs").tryQuery().isPresent());
        assertEquals(before, buttons.stream().map(button -> place(robot, button)).toList());
        Legibility.check(window.stage().getScene(), "live-chips");
        stop(robot);
    }

    @Test
    void whatLeftTheRingIsReported(FxRobot robot) throws IOException {
        Path ring = Files.createDirectory(directory.resolve("ring"));
        Files.write(ring.resolve("live-20200101-000000.000-000001.pcap"), new byte[1000]);
        RingSettings small = new RingSettings(ring, 2, 1 << 20);
        LiveRequest request = new LiveRequest("fake0", "", small);
        window.run(() -> window.workbench().captures().capture(request, List.of()));
        waitUntil(() -> window.state() instanceof Live);
        for (int i = 0; i < 35; i++) {
            network.noise(100_000);
        }
        waitUntil(() -> robot.lookup("fake0: 35 packets, 20 discarded, 0 dropped").tryQuery().isPresent());
        String tip = robot.lookup("#bar .live-counts").queryLabeled().getTooltip().getText();
        assertTrue(tip.contains("Ring buffer full: 20 packets in 2 files discarded"), tip);
        assertTrue(tip.contains("1 file of earlier captures discarded from the ring buffer"), tip);
        stop(robot);
    }

    @Test
    void whilePausedNothingMovesAndNothingIsLost(FxRobot robot) {
        begin(robot);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        robot.clickOn("#pause");
        network.invite("two");
        waitUntil(() -> robot.lookup("fake0, paused: 2 packets, 0 dropped").tryQuery().isPresent());
        window.pause();
        assertEquals(1, messages());
        robot.clickOn("#pause");
        waitUntil(() -> messages() == 2);
        stop(robot);
    }

    @Test
    void packetsAreSavedWhileCapturingAndAfterwards(FxRobot robot) throws IOException {
        Path saved = directory.resolve("saved.pcap");
        begin(robot);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        robot.clickOn("#saveLive");
        waitUntil(() -> robot.lookup("Saved as saved.pcap").tryQuery().isPresent());
        assertEquals(1, CaptureIndexer.read(List.of(saved), RunMonitor.NONE).messages().size());
        network.invite("two");
        waitUntil(() -> messages() == 2);
        stop(robot);
        Files.delete(saved);
        robot.clickOn("#saveLive");
        waitUntil(() -> Files.exists(saved));
        assertEquals(2, CaptureIndexer.read(List.of(saved), RunMonitor.NONE).messages().size());
    }

    @Test
    void aBadFilterIsSaidWhereItWasWritten(FxRobot robot) {
        waitUntil(() -> !robot.lookup("#live").query().isDisabled());
        robot.clickOn("#live");
        waitUntil(() -> !robot.lookup("#start").query().isDisabled());
        robot.clickOn("#filter").write("bad");
        robot.clickOn("#start");
        waitUntil(() -> words(robot, "#refused").contains("\"bad\" is not understood"));
        assertFalse(window.state() instanceof Live);
        robot.push(KeyCode.ESCAPE);
        ModalPane overlay = robot.lookup(".modal-pane").query();
        waitUntil(() -> !overlay.isDisplay());
    }

    @Test
    void openingACaptureEndsTheLiveOne(FxRobot robot) throws IOException {
        begin(robot);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        window.open(window.sample("busy.pcap"));
        waitUntil(() -> !network.isOpen());
        assertEquals("busy.pcap – SipSleuth", window.stage().getTitle());
        assertFalse(robot.lookup("#bar").query().isVisible());
    }

    @Test
    void anInterfaceThatGoesAwayLeavesWhatWasCaptured(FxRobot robot) {
        begin(robot);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        network.breakDown();
        waitUntil(() -> window.state() instanceof Failed);
        assertEquals(1, messages());
        assertTrue(robot.lookup("Live capture stopped").tryQuery().isPresent());
    }

    @Tag("long")
    @Test
    void theWindowOfACaptureInEveryState(FxRobot robot) {
        waitUntil(() -> !robot.lookup("#live").query().isDisabled());
        robot.clickOn("#live");
        waitUntil(() -> !robot.lookup("#start").query().isDisabled());
        window.checkLegible("live-choice");
        robot.clickOn("#start");
        waitUntil(() -> window.state() instanceof Live);
        window.checkLegible("live-listening");
        for (int i = 0; i < 30; i++) {
            network.invite("call-" + i);
            network.answer("call-" + i);
        }
        network.lose(2);
        waitUntil(() -> messages() == 60);
        window.checkLegible("live");
        stop(robot);
    }
}
