package org.sipsleuth.view.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.GrowingIndex;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.TestWorkplace;
import org.sipsleuth.view.ui.FxStage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What the page says while a capture is read, whose calls are gone through when the test wants it.
@ExtendWith(ApplicationExtension.class)
class SocialGrowthTest {

    private static final String WHOLE = "34 users, 53 calls";

    @TempDir private Path folder;
    private final BlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
    private final StackPane window = new StackPane();
    private SocialPage page;

    @Start
    void start(Stage stage) {
        page = new SocialPage(TestWorkplace.of(new SelectionModel(),
                new SessionModel(Methods.standard(), background::add, background::add), background::add));
        window.getChildren().setAll(page.root());
        FxStage.show(stage, window, 1_200, 560);
    }

    /// The first part of a sample capture that is still read; the rest is in its file afterwards.
    private SipIndex part(String sample) throws IOException {
        Path file = sample(sample);
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
        GrowingIndex growing = new GrowingIndex();
        growing.add(CaptureFile.open(file, RunMonitor.NONE), KeyLog.read(List.of()));
        growing.read(0);
        return growing.index(true);
    }

    private SipIndex whole(String sample) throws IOException {
        return CaptureIndexer.read(List.of(sample(sample)), RunMonitor.NONE);
    }

    private Path sample(String file) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow(),
                folder);
    }

    private void show(FxRobot robot, SipIndex index) {
        robot.interact(() -> page.show(index));
    }

    private void work() {
        for (Runnable next = background.poll(); next != null; next = background.poll()) {
            next.run();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {}); // what it passed on to that thread is done
        }
    }

    private static String headline(FxRobot robot) {
        return robot.lookup("#social-headline").queryLabeled().getText();
    }

    private static boolean isGraphShown(FxRobot robot) {
        Node node = robot.lookup("#social-graph").query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    @Test
    void aPartIsSaidToBeOneUntilTheWholeIsShown(FxRobot robot) throws IOException {
        show(robot, part("incident.pcap"));
        assertFalse(isGraphShown(robot));
        work();
        assertTrue(isGraphShown(robot));
        String ofPart = headline(robot);
        assertTrue(ofPart.matches("\\d+ users, \\d+ calls so far"), ofPart);
        robot.clickOn("#social-find");
        show(robot, whole("incident.pcap"));
        assertTrue(isGraphShown(robot), "nothing flickers");
        assertEquals(ofPart, headline(robot));
        work();
        assertEquals(WHOLE, headline(robot));
        assertTrue(robot.lookup("#social-find").query().isFocused());
    }

    @Test
    void whoLooksOnceAllIsReadSeesNoPart(FxRobot robot) throws IOException {
        show(robot, part("incident.pcap"));
        work();
        robot.interact(() -> window.getChildren().clear());
        show(robot, whole("incident.pcap"));
        work();
        robot.interact(() -> window.getChildren().setAll(page.root()));
        assertFalse(isGraphShown(robot));
        assertFalse(robot.lookup("#social-headline").query().isVisible());
        work();
        assertTrue(isGraphShown(robot));
        assertEquals(WHOLE, headline(robot));
    }

    @Test
    void noGraphStandsUnderTheNameOfAnotherCapture(FxRobot robot) throws IOException {
        show(robot, whole("office-hour.pcap"));
        work();
        assertEquals("30 users, 40 calls", headline(robot));
        show(robot, whole("incident.pcap"));
        assertFalse(isGraphShown(robot));
        assertFalse(robot.lookup("#social-headline").query().isVisible());
        work();
        assertTrue(isGraphShown(robot));
        assertEquals(WHOLE, headline(robot));
    }

    @Test
    void noPartStandsUnderTheNameOfAnotherCapture(FxRobot robot) throws IOException {
        show(robot, part("office-hour.pcap"));
        work();
        assertTrue(isGraphShown(robot));
        show(robot, part("incident.pcap"));
        assertFalse(isGraphShown(robot));
        work();
        assertTrue(isGraphShown(robot));
    }

    @Test
    void aPartWithoutCallsIsNoCaptureWithoutCalls(FxRobot robot) throws IOException {
        show(robot, part("register.pcap"));
        work();
        assertEquals("No calls between users so far", robot.lookup("#social-page-title").queryLabeled().getText());
        show(robot, whole("register.pcap"));
        work();
        assertEquals("No calls between users", robot.lookup("#social-page-title").queryLabeled().getText());
    }
}
