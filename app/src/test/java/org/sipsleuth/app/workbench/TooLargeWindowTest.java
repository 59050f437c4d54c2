package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.run.Counted;
import org.sipsleuth.run.Progress;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Captures that do not fit into memory: what would fit is stated, and opened.
@ExtendWith(ApplicationExtension.class)
class TooLargeWindowTest {

    private static final long HOUR_MILLIS = 3_600_000;

    /// More than any heap holds.
    private static final Counted HUGE = new Counted(1_000_000_000L, 1_000_000);

    @TempDir Path directory;
    private Path folder = Path.of("");
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    /// Four hours, of which three fit.
    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("ring"));
        for (int hour = 0; hour < 4; hour++) {
            try (CaptureFile capture = new CaptureFile(folder.resolve("hour" + hour + ".pcap"))) {
                capture.after(hour * HOUR_MILLIS).call("call-" + hour);
            }
        }
        window.readWith((files, options, monitor, partial) -> {
            if (files.size() == 4 || Files.exists(directory.resolve("none-fits"))) {
                partial.accept(CaptureIndexer.read(files, options, monitor, _ -> {}));
                monitor.progress(new Progress("Reading", 100, 100));
                monitor.counted(HUGE);
                monitor.throwIfCancelled();
            }
            return CaptureIndexer.read(files, options, monitor, partial);
        });
    }

    private static Set<String> words(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream().map(Labeled::getText).collect(Collectors.toSet());
    }

    private static String name(FxRobot robot) {
        return robot.lookup("#captures").queryAs(MenuButton.class).getText();
    }

    private void openAll() {
        window.run(() -> window.workbench().captures().openLater(List.of(folder)));
        waitUntil(() -> window.state() instanceof Failed);
        window.pause();
    }

    @Test
    void theFirstCapturesAreOpenedByOneKeyAndTheWindowSaysThatTheyAreNotAll(FxRobot robot) {
        openAll();
        assertTrue(words(robot, ".notice .label").contains("4 captures together do not fit into memory"));
        List<String> acts =
                robot.lookup(".notice-acts .button").queryAllAs(Button.class).stream().map(Button::getText).toList();
        assertTrue(acts.getFirst().startsWith("Open the first 3 of 4, "), acts.toString());
        window.checkLegible("too-large");
        robot.type(KeyCode.ENTER);
        waitUntil(() -> window.state() instanceof Shown);
        window.pause();
        assertEquals(3, window.state().index().orElseThrow().files().size());
        assertEquals("First 3 of 4: hour0.pcap and 2 more", name(robot));
        assertTrue(window.stage().getTitle().startsWith("First 3 of 4: "), window.stage().getTitle());
        assertTrue(words(robot, ".notice-banner .label").stream()
                .anyMatch(each -> each.startsWith("Only the first 3 captures of 4 are open, up to ")));
        window.checkLegible("part");
        window.run(robot.lookup("#dismissBanner").queryButton()::fire);
        assertEquals("First 3 of 4: hour0.pcap and 2 more", name(robot));
        window.run(window.workbench().captures()::openAgain);
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("First 3 of 4: hour0.pcap and 2 more", name(robot), "read again");
        window.run(() -> window.workbench().captures().openLater(List.of(folder.resolve("hour0.pcap"))));
        waitUntil(() -> window.state().index().filter(index -> index.files().size() == 1).isPresent());
        window.pause();
        assertEquals("hour0.pcap", name(robot));
    }

    @Test
    void theFolderIsSearchedInstead(FxRobot robot) {
        openAll();
        List<Button> acts = new ArrayList<>(robot.lookup(".notice-acts .button").queryAllAs(Button.class));
        window.run(acts.get(1)::fire);
        assertEquals(folder.toString(), robot.lookup("#find-places").queryAs(TextInputControl.class).getText());
    }

    @Test
    void whatIsOpenStaysUntilAPartIsOpenedInItsPlace(FxRobot robot) {
        window.run(() -> window.workbench().captures().openLater(List.of(folder.resolve("hour3.pcap"))));
        waitUntil(() -> window.state() instanceof Shown);
        openAll();
        assertEquals(1, window.state().index().orElseThrow().files().size());
        window.checkLegible("too-large-banner");
        List<Button> acts =
                new ArrayList<>(robot.lookup(".notice-banner .notice-acts .button").queryAllAs(Button.class));
        window.run(acts.getFirst()::fire);
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(3, window.state().index().orElseThrow().files().size());
    }

    @Test
    void ofOneCaptureTheTimeIsStatedAndTheCommandIsCopied(FxRobot robot) throws IOException {
        Files.createFile(directory.resolve("none-fits"));
        Path one = folder.resolve("hour1.pcap");
        window.run(() -> window.workbench().captures().openLater(List.of(one)));
        waitUntil(() -> window.state() instanceof Failed);
        window.pause();
        assertTrue(words(robot, ".notice .label").contains("hour1.pcap does not fit into memory"));
        assertFalse(words(robot, ".notice-acts .button").stream().anyMatch(each -> each.startsWith("Open the first")));
        Button copy = robot.lookup(".notice-commands .button").queryButton();
        window.run(copy::fire);
        String[] copied = {""};
        window.run(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].startsWith("editcap -A 20") && copied[0].endsWith("hour1.pcap part.pcapng"), copied[0]);
        assertEquals("Copied", copy.getText());
        window.checkLegible("too-large-one");
    }
}
