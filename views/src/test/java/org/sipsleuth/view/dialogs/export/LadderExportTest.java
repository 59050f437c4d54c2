package org.sipsleuth.view.dialogs.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.report.ladder.text.LadderNotes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.ladder.sheet.ShownLadder;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LadderExportTest {

    private static final int COMPLETED = 5;

    @TempDir private Path folder;
    private LadderExport export;
    private Ladder ladder;
    private LadderStyle style = LadderStyle.PLAIN;
    private final List<Path> shown = new CopyOnWriteArrayList<>();
    private volatile boolean hasFolders = true;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        SipIndex index = SampleCalls.calls(7).index(file);
        file.toFile().deleteOnExit();
        ladder = Ladder.of(index, index.messagesOf(COMPLETED));
        export = new LadderExport(
                () -> Optional.of(new ShownLadder(new LadderLayers(ladder, style), -1, ProblemMarks.NONE)), this::show);
        FxStage.show(stage, new VBox(new HBox(export.button()), export.bar()), 700, 200);
    }

    private void show(Path file) throws IOException {
        if (!hasFolders) {
            throw new IOException("No file manager is available. The file is " + file);
        }
        shown.add(file);
    }

    @Test
    void theFileIsShownWhereItLies(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("a.txt");
        robot.interact(() -> export.exportTo(file));
        waitForWords(robot, "Written: ");
        robot.clickOn("#export-folder");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> shown.equals(List.of(file)));
        hasFolders = false;
        robot.clickOn("#export-folder");
        waitForWords(robot, "No file manager is available. The file is " + file);
        robot.clickOn("#export-end");
        assertFalse(robot.lookup("#export-bar").query().isVisible());
        robot.clickOn("#export-button").clickOn("#dialogs-command-export-text");
        waitForWords(robot, "The whole ladder was copied as text");
        assertFalse(robot.lookup("#export-folder").query().isVisible());
    }

    @Test
    void theLadderIsWrittenWholeAndTheLineSaysSo(FxRobot robot) throws Exception {
        assertFalse(robot.lookup("#export-bar").query().isVisible());
        for (String name : new String[]{"a.svg", "a.pdf", "a.png", "a.txt"}) {
            Path file = folder.resolve(name);
            robot.interact(() -> export.exportTo(file));
            waitForWords(robot, "Written: ");
            assertTrue(Files.size(file) > 500, name);
        }
        long rows = Files.readString(folder.resolve("a.svg"))
                .lines()
                .filter(line -> line.contains("<g class=\"row\""))
                .count();
        assertEquals(ladder.size(), rows);
        robot.clickOn("#export-end");
        assertFalse(robot.lookup("#export-bar").query().isVisible());
    }

    @Test
    void theModesOfTheWindowAreInThePicture(FxRobot robot) throws Exception {
        style = LadderStyle.PLAIN.with(Overlay.TRANSACTIONS, true)
                .with(Overlay.STATES, true)
                .withColour(ColourBy.TRANSACTION);
        robot.clickOn("#export-button").clickOn("#export-notes");
        Path file = folder.resolve("modes.svg");
        robot.interact(() -> export.exportTo(file));
        waitForWords(robot, "Written: ");
        String svg = Files.readString(file);
        assertTrue(svg.contains("class=\"bracket\""), svg);
        assertTrue(svg.contains("class=\"band\""), svg);
        assertTrue(svg.contains("s-group-1"), svg);
        assertTrue(svg.contains("Asks for a call."), svg);
    }

    /// Also those that the window has not found yet.
    @Test
    void theHintsThatTheWindowMarksAreInTheFileAsAtTheFirstStart(FxRobot robot) throws Exception {
        String hint = "! " + hintedLadder().substring(0, 20);
        for (boolean wanted : new boolean[]{true, false}) {
            style = LadderStyle.FIRST.with(Overlay.HINTS, wanted);
            for (String ending : new String[]{".svg", ".txt"}) {
                Path file = folder.resolve("hints" + wanted + ending);
                robot.interact(() -> export.exportTo(file));
                waitForWords(robot, "Written: " + file);
                assertEquals(wanted, Files.readString(file).contains(hint), file.toString());
            }
        }
    }

    /// From now on the ladder of a dialog with hints is shown.
    ///
    /// @return the first of them
    private String hintedLadder() {
        SipIndex index = ladder.index();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            ladder = Ladder.of(index, index.messagesOf(dialog));
            var hints = LadderNotes.hints(ladder, RunMonitor.NONE);
            if (!hints.isEmpty()) {
                return hints.values().iterator().next().getFirst().text();
            }
        }
        throw new AssertionError("no dialog has hints");
    }

    @Test
    void whatCannotBeWrittenIsSaid(FxRobot robot) throws TimeoutException {
        robot.interact(() -> export.exportTo(folder.resolve("a.gif")));
        waitForWords(robot, "Nothing was written. Use a file name that ends in");
        robot.interact(() -> export.exportTo(folder.resolve("no/such/a.svg")));
        waitForWords(robot, "Nothing was written: ");
    }

    @Test
    void pictureAndTextGoToTheClipboard(FxRobot robot) throws TimeoutException {
        robot.clickOn("#export-button").clickOn("#dialogs-command-export-text");
        waitForWords(robot, "The whole ladder was copied as text");
        String text = onClipboard(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(text.contains("INVITE (SDP sendrecv)"), text);
        assertTrue(text.contains("SHA-256"), text);
        robot.clickOn("#export-button").clickOn("#dialogs-command-export-picture");
        waitForWords(robot, "The whole ladder was copied as a picture");
        assertTrue(onClipboard(() -> Clipboard.getSystemClipboard().hasImage()));
    }

    private static <T> T onClipboard(Callable<T> style) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, style);
    }

    private static void waitForWords(FxRobot robot, String begin) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> robot.lookup("#export-words").queryLabeled().getText().startsWith(begin));
    }
}
