package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.run.RunMonitor;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Calls that are found in folders, from the window.
@ExtendWith(ApplicationExtension.class)
class FindWindowTest {

    private static final long HOUR_MILLIS = 3_600_000;

    @TempDir Path directory;
    private Path ring = Path.of("");
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @BeforeEach
    void makeFolder() throws IOException {
        ring = Files.createDirectory(directory.resolve("ring"));
    }

    private Path capture(String name, int hour, String... callIds) throws IOException {
        Path file = ring.resolve(name);
        try (CaptureFile capture = new CaptureFile(file)) {
            capture.after(hour * HOUR_MILLIS);
            for (String callId : callIds) {
                capture.call(callId).after(10_000);
            }
        }
        return file;
    }

    private void show(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D).release(KeyCode.D, KeyCode.SHIFT, KeyCode.CONTROL);
        window.pause();
    }

    private void find(FxRobot robot, String query) {
        window.run(() -> {
            field(robot, "#find-query").setText(query);
            field(robot, "#find-places").setText(ring.toString());
            field(robot, "#find-query").requestFocus();
        });
        robot.type(KeyCode.ENTER);
        waitUntil(() -> !button(robot, "#find-start").isDisabled());
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextInputControl.class);
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }

    private static TableView<?> rows(FxRobot robot) {
        return robot.lookup("#find-rows").queryTableView();
    }

    private static String headline(FxRobot robot) {
        return robot.lookup("#find-headline").queryLabeled().getText();
    }

    private static boolean isShown(FxRobot robot) {
        return robot.lookup(".modal-pane").queryAs(ModalPane.class).isDisplay();
    }

    @Test
    void aFoundCallIsOpenedByKeysAloneWithItsDialogSelected(FxRobot robot) throws IOException {
        capture("ring0.pcap", 0, "one", "two");
        capture("ring1.pcap", 5, "three", "wanted");
        capture("ring2.pcap", 9, "four");
        show(robot);
        window.checkLegible("find-first");
        find(robot, "wanted");
        assertEquals("1 call in 1 dialog; 3 captures searched.", headline(robot));
        window.run(() -> rows(robot).getSelectionModel().select(0));
        window.checkLegible("find-one");
        robot.type(KeyCode.ENTER); // the focus went to the rows
        waitUntil(() -> window.state() instanceof WorkbenchState.Whole && window.state().index().isPresent()
                && !window.workbench().selection().get().dialogs().isEmpty());
        assertFalse(isShown(robot));
        var index = window.state().index().orElseThrow();
        assertEquals(List.of(ring.resolve("ring1.pcap")), index.files().stream().map(each -> each.path()).toList());
        assertEquals("wanted", index.dialogs().callId(window.workbench().selection().get().dialogs().getFirst()));
        assertEquals(DialogsPage.ID, window.workbench().shownPage());
        show(robot);
        assertEquals(1, rows(robot).getItems().size(), "what was found is still there");
    }

    /// The rows are those of the command, and evidence stays as it is.
    @Test
    void aCallAcrossFilesIsOneRowAndOpensThemAll(FxRobot robot) throws IOException {
        Path whole = capture("whole.pcap", 0, "wanted");
        byte[] bytes = Files.readAllBytes(whole);
        int header = 24;
        int third = header;
        for (int frame = 0; frame < 3; frame++) {
            third += 16 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(third + 8);
        }
        Files.delete(whole);
        Path first = Files.write(ring.resolve("a.pcap"), Arrays.copyOf(bytes, third));
        byte[] rest = new byte[bytes.length - third + header];
        System.arraycopy(bytes, 0, rest, 0, header);
        System.arraycopy(bytes, third, rest, header, bytes.length - third);
        Path second = Files.write(ring.resolve("b.pcap"), rest);
        show(robot);
        find(robot, "bob@example.com");
        assertEquals("1 call in 1 dialog; 2 captures searched.", headline(robot));
        robot.lookup("#find-copy").queryAs(MenuButton.class);
        window.run(() -> robot.lookup("#find-copy").queryAs(MenuButton.class).getItems().getFirst().fire());
        String[] copied = {""};
        window.run(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("wanted") && copied[0].contains(first + "; " + second)
                && copied[0].contains(",7,completed,"), copied[0]);
        Path saved = directory.resolve("calls.csv");
        window.desktop().willSaveTo(saved);
        window.run(button(robot, "#find-save")::fire);
        waitUntil(() -> headline(robot).equals("Saved as calls.csv."));
        assertEquals(copied[0], Files.readString(saved));
        window.desktop().willSaveTo(first);
        window.run(button(robot, "#find-save")::fire);
        waitUntil(() -> headline(robot).startsWith("a.pcap was not saved:"));
        assertArrayEquals(Arrays.copyOf(bytes, third), Files.readAllBytes(first));
        window.run(() -> rows(robot).getSelectionModel().select(0));
        window.run(button(robot, "#find-open")::fire);
        waitUntil(() -> window.state().index().filter(index -> index.files().size() == 2).isPresent());
    }

    @Test
    void whatCannotBeSearchedIsNamedAndNothingIsASentence(FxRobot robot) throws IOException {
        capture("good.pcap", 0, "one");
        Files.writeString(ring.resolve("broken.pcap"), "no capture at all");
        Path damaged = capture("damaged.pcap", 1, "two", "three");
        byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 5));
        Files.setLastModifiedTime(damaged, FileTime.fromMillis(0));
        show(robot);
        find(robot, "nobody");
        assertEquals("Nothing found for nobody in 2 captures.", headline(robot));
        List<String> faults =
                robot.lookup("#find-faults").<String>queryListView().getItems().stream().map(String::valueOf).toList();
        assertEquals(2, faults.size(), faults.toString());
        assertTrue(faults.get(0).contains("broken.pcap: not searched: not a readable capture"), faults.toString());
        assertTrue(faults.get(1).contains("damaged.pcap: damaged from byte"), faults.toString());
        window.checkLegible("find-nothing");
    }

    @Test
    void whatCannotBeAskedIsSaid(FxRobot robot) throws IOException {
        capture("one.pcap", 0, "one");
        show(robot);
        find(robot, " ");
        assertEquals("Enter a number, user, Call-ID or IP address.", problem(robot));
        window.run(() -> field(robot, "#find-around").setText("yesterday"));
        find(robot, "one");
        assertTrue(problem(robot).startsWith("This is not a time."), problem(robot));
        window.checkLegible("find-wrong");
        window.run(() -> field(robot, "#find-around").setText("2026-09-21 18:00"));
        find(robot, "one");
        assertEquals("", problem(robot));
        assertEquals("Nothing found for one in 1 capture at that time.", headline(robot));
        window.run(() -> field(robot, "#find-places").clear());
        window.run(button(robot, "#find-start")::fire);
        assertEquals("Name a folder.", problem(robot));
        window.desktop().willChoose(ring);
        window.run(button(robot, "#find-choose")::fire);
        assertEquals(ring.toString(), field(robot, "#find-places").getText());
    }

    private static String problem(FxRobot robot) {
        return robot.lookup("#find-problem").queryLabeled().getText();
    }

    @Test
    void aSearchIsCancelledAndNothingComesAfterIt(FxRobot robot) throws IOException {
        capture("one.pcap", 0, "one");
        CountDownLatch held = new CountDownLatch(1);
        window.readWith((files, options, monitor, partial) -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return CaptureIndexer.read(files, options, monitor, partial);
        });
        show(robot);
        window.run(() -> {
            field(robot, "#find-query").setText("one");
            field(robot, "#find-places").setText(ring.toString());
        });
        window.run(button(robot, "#find-start")::fire);
        waitUntil(() -> !button(robot, "#find-cancel").isDisabled());
        window.run(button(robot, "#find-cancel")::fire);
        assertTrue(headline(robot).startsWith("Stopped before the end."), headline(robot));
        held.countDown();
        window.pause();
        assertEquals(0, rows(robot).getItems().size());
        find(robot, "one");
        assertEquals(1, rows(robot).getItems().size());
    }

    /// A lab in progress conceals causes here as in the command.
    @Test
    void aLabConcealsWhatItHides(FxRobot robot) throws IOException {
        Path lab = directory.resolve("lab");
        Recipe dropped =
                Recipes.all().stream().filter(each -> each.syllabus().id().contains("drop")).findFirst().orElseThrow();
        LabMaker.practice(dropped, 1, lab, RunMonitor.NONE);
        Path capture;
        try (Stream<Path> all = Files.walk(lab)) {
            capture = all.filter(each -> each.toString().matches(".*\\.pcap(ng)?")).findFirst().orElseThrow();
        }
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        FieldReader open = new FieldReader(index);
        FieldReader concealed = new FieldReader(index.concealing(Set.of(Concealed.HINTS)));
        int told = IntStream.range(0, index.dialogs().size())
                .filter(dialog -> !open.outcomeWithCause(dialog).equals(concealed.outcomeWithCause(dialog)))
                .findFirst()
                .orElseThrow();
        ring = lab;
        show(robot);
        find(robot, index.dialogs().callId(told));
        assertTrue(outcomes(robot).contains(concealed.outcomeWithCause(told)), outcomes(robot).toString());
        assertFalse(outcomes(robot).contains(open.outcomeWithCause(told)), outcomes(robot).toString());
    }

    private static TreeSet<String> outcomes(FxRobot robot) {
        TreeSet<String> outcomes = new TreeSet<>();
        TableView<?> rows = rows(robot);
        var column = rows.getColumns().stream().filter(each -> "find-outcome".equals(each.getId())).findFirst();
        for (int row = 0; row < rows.getItems().size(); row++) {
            outcomes.add(String.valueOf(column.orElseThrow().getCellData(row)));
        }
        return outcomes;
    }
}
