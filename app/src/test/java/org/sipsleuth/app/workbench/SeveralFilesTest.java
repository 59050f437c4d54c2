package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Several files as one investigation: how they follow each other, and what several of them hold.
@ExtendWith(ApplicationExtension.class)
class SeveralFilesTest {

    private static final String CHOICE = "Count duplicate frames once";

    private static final long CALL_MILLIS = 2_500;
    private static final long PAUSE_MILLIS = 1_000;

    @TempDir Path directory;
    private final List<Boolean> readings = new CopyOnWriteArrayList<>();
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @BeforeEach
    void noteHowCapturesAreRead() {
        window.readWith((files, options, monitor, partial) -> {
            readings.add(options.countsOnce());
            return CaptureIndexer.read(files, options, monitor, partial);
        });
    }

    /// A long capture of calls, of which the file has those from one up to another.
    private Path calls(String name, int from, int to) throws IOException {
        Path file = window.path(name);
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int i = 0; i < to; i++) {
                if (i < from) {
                    capture.after(CALL_MILLIS + PAUSE_MILLIS);
                } else {
                    capture.after(PAUSE_MILLIS).call("call-" + i + "@test");
                }
            }
        }
        return file;
    }

    private SipIndex index() {
        return ((Shown) window.state()).shown().index();
    }

    private static CheckMenuItem choice(FxRobot robot) {
        MenuButton captures = robot.lookup("#captures").queryAs(MenuButton.class);
        return captures.getItems()
                .stream()
                .filter(item -> "once".equals(item.getId()))
                .map(CheckMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String reported(FxRobot robot) {
        Labeled files = robot.lookup("#files").queryAs(Labeled.class);
        return files.isVisible() ? files.getText() : "";
    }

    private void choose(FxRobot robot) {
        robot.clickOn("#captures").clickOn(CHOICE);
        waitUntil(() -> window.state() instanceof Shown);
    }

    @Test
    void theChoiceReadsTheFilesAgainAndIsRemembered(FxRobot robot) throws IOException {
        Path call = window.sample("call.pcap");
        window.open(call, call);
        assertEquals(26, index().messages().size());
        assertEquals("439 duplicate frames", reported(robot));
        Selection chosen = Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(2));
        window.run(() -> window.workbench().selection().set(chosen));
        choose(robot);
        assertEquals(13, index().messages().size());
        assertEquals(List.of(false, true), readings);
        assertEquals(List.of(0), window.workbench().selection().get().dialogs());
        assertEquals("439 duplicate frames", reported(robot));
        assertEquals("true", window.settings().get("files.once").orElseThrow());
        robot.clickOn("#captures");
        assertTrue(choice(robot).isSelected());
        Legibility.check(window.stage().getScene(), "workbench-once");
        robot.push(KeyCode.ESCAPE);
        choose(robot);
        assertEquals(26, index().messages().size());
        assertEquals("false", window.settings().get("files.once").orElseThrow());
    }

    @Test
    void theChoiceHoldsForTheNextFilesToo(FxRobot robot) throws IOException {
        robot.clickOn("#captures").clickOn(CHOICE);
        assertEquals(List.of(), readings);
        Path call = window.sample("call.pcap");
        window.open(call, call);
        assertEquals(List.of(true), readings);
        assertEquals(13, index().messages().size());
    }

    @Test
    void oneFileIsNotReadAgain(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        robot.clickOn("#captures").clickOn(CHOICE);
        assertEquals(List.of(false), readings);
        assertEquals("", reported(robot));
    }

    @Test
    void aChoiceThatIsCancelledIsNone(FxRobot robot) throws IOException {
        Path call = window.sample("call.pcap");
        window.open(call, call);
        CountDownLatch end = new CountDownLatch(1);
        window.readWith((files, options, monitor, partial) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CaptureIndexer.read(files, options, monitor, partial);
        });
        robot.clickOn("#captures").clickOn(CHOICE);
        waitUntil(() -> window.state() instanceof Loading);
        waitUntil(() -> robot.lookup("#cancelLoading").tryQuery().isPresent());
        robot.clickOn("#cancelLoading");
        waitUntil(() -> window.state() instanceof Shown);
        end.countDown();
        assertEquals(26, index().messages().size());
        robot.clickOn("#captures");
        assertFalse(choice(robot).isSelected());
        robot.push(KeyCode.ESCAPE);
        assertEquals("false", window.settings().get("files.once").orElseThrow());
    }

    /// One file of a folder that is no capture does not hide the others.
    @Test
    void filesThatCannotBeReadAreNamedAndTheOthersAreOpen(FxRobot robot) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("mixed"));
        for (String name : List.of("a.pcap", "c.pcap")) {
            try (CaptureFile capture = new CaptureFile(folder.resolve(name))) {
                capture.call("call in " + name);
            }
        }
        Files.writeString(folder.resolve("b.pcap"), "no capture at all");
        Files.createFile(folder.resolve("d.pcap"));
        window.run(() -> window.workbench().captures().openLater(List.of(folder)));
        waitUntil(() -> window.state() instanceof Shown);
        window.pause();
        assertEquals(2, window.state().index().orElseThrow().files().size());
        assertEquals("2 of 4: a.pcap and 1 more", robot.lookup("#captures").queryAs(MenuButton.class).getText());
        List<String> words =
                robot.lookup(".notice-banner .label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
        assertTrue(words.contains("2 files of 4 could not be read; the others are open"), words.toString());
        assertTrue(words.stream().anyMatch(line -> line.startsWith("b.pcap: not a readable capture: ")),
                words.toString());
        assertTrue(words.stream().anyMatch(line -> line.contains("\nd.pcap: ")), words.toString());
        window.checkLegible("unreadable-among-others");
        choose(robot);
        waitUntil(() -> window.state() instanceof Shown && readings.getLast());
        window.pause();
        assertEquals("2 of 4: a.pcap and 1 more", robot.lookup("#captures").queryAs(MenuButton.class).getText());
    }

    @Test
    void aHeaderThatIsCutIsNamedToo(FxRobot robot) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("cut"));
        try (CaptureFile capture = new CaptureFile(folder.resolve("a.pcap"))) {
            capture.call("call");
        }
        byte[] whole = Files.readAllBytes(folder.resolve("a.pcap"));
        Files.write(folder.resolve("b.pcap"), Arrays.copyOf(whole, 10));
        window.run(() -> window.workbench().captures().openLater(List.of(folder)));
        waitUntil(() -> window.state() instanceof Shown);
        window.pause();
        assertEquals("1 of 2: a.pcap", robot.lookup("#captures").queryAs(MenuButton.class).getText());
    }

    @Test
    void whereNoneCanBeReadNothingIsOpened(FxRobot robot) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("bad"));
        Files.writeString(folder.resolve("a.pcap"), "no capture at all");
        Files.writeString(folder.resolve("b.pcap"), "nor this");
        window.run(() -> window.workbench().captures().openLater(List.of(folder)));
        waitUntil(() -> window.state() instanceof Failed);
    }

    @Test
    void theAccountShowsHowTheFilesFollowEachOther(FxRobot robot) throws IOException {
        Path first = calls("ring_00001.pcap", 0, 40);
        Path second = calls("ring_00002.pcap", 38, 60);
        Path fourth = calls("ring_00004.pcap", 90, 99);
        window.open(fourth, second, first);
        assertEquals("1 gap between files, 14 duplicate frames", reported(robot));
        robot.clickOn("#files");
        TableView<?> files = robot.lookup("#fileTable").queryTableView();
        assertEquals(3, files.getItems().size());
        assertTrue(files.getItems().getLast().toString().contains("gap: 106.00 s after the end of ring_00002.pcap"));
        window.checkLegible("workbench-files");
        robot.push(KeyCode.ESCAPE);
        window.open(first);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertFalse(robot.lookup("#fileTable").query().getParent().isVisible());
    }
}
