package org.sipsleuth.view.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.change.Change;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.page.DialogPair;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Every difference opens its dialogs on both sides, and the capture before is not kept.
@ExtendWith(ApplicationExtension.class)
class ChangesPaneTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir Path directory;

    private final SimpleObjectProperty<Optional<OpenCase>> cases = new SimpleObjectProperty<>(Optional.empty());
    private final Pair pair = new Pair();
    private final List<List<Integer>> opened = new ArrayList<>();
    private final List<Path> captures = new ArrayList<>();
    private final List<Path> recent = new ArrayList<>();
    private Path monday;
    private Path tuesday;
    private ChangesPane pane;

    /// Remembers the dialogs that it shows, and not their captures.
    private static final class Pair implements DialogPair {

        private final Node root = new StackPane();
        private OptionalInt left = OptionalInt.empty();
        private OptionalInt right = OptionalInt.empty();

        @Override
        public Node root() {
            return root;
        }

        @Override
        public void show(SipIndex index, int first, OptionalInt second) {
            throw new AssertionError("dialogs of one capture");
        }

        @Override
        public void show(SipIndex one, OptionalInt first, SipIndex other, OptionalInt second) {
            left = first;
            right = second;
        }

        @Override
        public void showNothing() {
            left = OptionalInt.empty();
            right = OptionalInt.empty();
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        monday = directory.resolve("monday.pcap");
        tuesday = directory.resolve("tuesday.pcap");
        new HopScene().calls(20).callId("gone").transaction("SUBSCRIBE 489").write(monday);
        HopScene scene = new HopScene().calls(22);
        for (int i = 0; i < 5; i++) {
            scene.callId("scan-" + i).transaction("OPTIONS 404");
        }
        scene.write(tuesday);
        FileChoice files = new FileChoice() {
            @Override
            public Optional<Path> toOpen(Window window) {
                return Optional.of(monday);
            }

            @Override
            public Optional<Path> toSave(Window window, String name) {
                return Optional.empty();
            }
        };
        pane = new ChangesPane(files, ForkJoinPool.commonPool(), cases, () -> recent,
                new ChangedDialogs(pair, opened::add, captures::addAll), opened::add);
        FxStage.show(stage, pane, 1200, 640);
        pane.show(Optional.of(read(tuesday)));
    }

    private static SipIndex read(Path file) throws IOException {
        return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    private static void waitFor(Callable<Boolean> fact) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to pass", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static MenuButton menu(FxRobot robot) {
        return robot.lookup("#triage-compare").queryAs(MenuButton.class);
    }

    private void compare(FxRobot robot) {
        robot.interact(() -> menu(robot).getItems().getFirst().fire());
        waitFor(() -> pane.before().isPresent());
    }

    private static TableView<Change> changes(FxRobot robot) {
        return robot.lookup("#triage-changes-sequences").queryTableView();
    }

    private static void select(FxRobot robot, Predicate<Change> wanted) {
        robot.interact(() -> {
            TableView<Change> table = changes(robot);
            table.requestFocus();
            table.getSelectionModel().select(table.getItems().stream().filter(wanted).findFirst().orElseThrow());
        });
    }

    private static List<?> dialogs(FxRobot robot, String side) {
        return robot.lookup("#triage-dialogs-" + side).queryListView().getItems();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    @Test
    void aGoneRowShowsItsDialogsBeforeAndANewOneThoseOfNow(FxRobot robot) {
        compare(robot);
        select(robot, Change::isGone);
        assertEquals(List.of(20), dialogs(robot, "before"));
        assertEquals(List.of(), dialogs(robot, "now"));
        assertEquals("Before, in monday.pcap: 1 dialog", words(robot, "#triage-dialogs-before-title"));
        assertEquals("Now, in tuesday.pcap: no dialog", words(robot, "#triage-dialogs-now-title"));
        assertEquals(OptionalInt.of(20), pair.left);
        assertEquals(OptionalInt.empty(), pair.right);
        ListView<?> before = robot.lookup("#triage-dialogs-before").queryListView();
        String shown = robot.lookup("#triage-dialogs-before .list-cell .label")
                .queryAll()
                .stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
        assertTrue(shown.startsWith("Frame 141, "), shown);
        assertTrue(shown.endsWith("Call-ID gone"), shown);
        robot.type(KeyCode.ENTER);
        assertTrue(before.isFocused(), "a gone row has nothing to open but these");
        assertEquals(List.of(), opened);
        select(robot, Change::isNew);
        assertEquals(List.of(), dialogs(robot, "before"));
        assertEquals(List.of(22, 23, 24, 25, 26), dialogs(robot, "now"));
        assertEquals(OptionalInt.empty(), pair.left);
        assertEquals(OptionalInt.of(22), pair.right);
    }

    @Test
    void whatBothHaveIsSideBySideAndADialogOfNowIsOpened(FxRobot robot) {
        compare(robot);
        select(robot, each -> each.name().startsWith("INVITE"));
        assertEquals(20, dialogs(robot, "before").size());
        assertEquals(22, dialogs(robot, "now").size());
        assertEquals(OptionalInt.of(0), pair.left);
        ListView<?> now = robot.lookup("#triage-dialogs-now").queryListView();
        robot.interact(() -> {
            now.requestFocus();
            now.getSelectionModel().clearAndSelect(21);
        });
        assertEquals(OptionalInt.of(21), pair.right);
        assertEquals(OptionalInt.of(0), pair.left, "the other side stays");
        robot.type(KeyCode.ENTER);
        assertEquals(List.of(List.of(21)), opened);
        robot.clickOn("#triage-open-before");
        assertEquals(List.of(monday), captures);
    }

    @Test
    void theCaptureBeforeIsReleasedWithTheComparison(FxRobot robot) throws Exception {
        compare(robot);
        WeakReference<SipIndex> first = new WeakReference<>(pane.before().orElseThrow());
        robot.clickOn("#triage-changes-close");
        assertEquals(Optional.empty(), pane.before());
        assertTrue(robot.lookup("#triage-dialogs-before").tryQuery().isEmpty());
        assertReleased(first);
        compare(robot);
        WeakReference<SipIndex> second = new WeakReference<>(pane.before().orElseThrow());
        SipIndex other = read(monday);
        robot.interact(() -> pane.show(Optional.of(other)));
        assertEquals(Optional.empty(), pane.before());
        assertReleased(second);
        assertEquals(List.of(), changes(robot).getItems());
    }

    private static void assertReleased(WeakReference<SipIndex> index) {
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i < 50 && index.get() != null; i++) {
            System.gc();
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertNull(index.get());
    }

    private static Evidence evidence(Path file) throws IOException {
        return new Evidence(OpenedFile.of(file).sha256(RunMonitor.NONE), Files.size(file),
                String.valueOf(file.getFileName()), file.toAbsolutePath().normalize().toString(),
                "2026-11-20T10:00:00Z", "analyst");
    }

    private static @Nullable MenuItem found(MenuButton menu, String words) {
        return menu.getItems().stream().filter(each -> words.equals(each.getText())).findFirst().orElse(null);
    }

    private static MenuItem item(MenuButton menu, String words) {
        waitFor(() -> found(menu, words) != null);
        return Objects.requireNonNull(found(menu, words));
    }

    /// What an empty table offers: buttons, below where their captures are.
    private static List<String> offers(FxRobot robot) {
        return buttons(robot).map(Labeled::getText).toList();
    }

    private static Stream<Button> buttons(FxRobot robot) {
        VBox empty = (VBox) changes(robot).getPlaceholder();
        return empty.getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast);
    }

    private static void take(FxRobot robot, String words) {
        robot.interact(
                () -> buttons(robot).filter(each -> each.getText().equals(words)).findFirst().orElseThrow().fire());
    }

    private static void remove(FxRobot robot, String name) {
        robot.interact(() -> robot.lookup(".triage-capture .button")
                .queryAllAs(Button.class)
                .stream()
                .filter(each -> each.getAccessibleText().equals("Remove " + name))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void anEmptyComparisonOffersCapturesOfFolderCaseAndMemory(FxRobot robot) throws Exception {
        waitFor(() -> offers(robot).equals(List.of("monday.pcap", "Another capture…")));
        OpenCase open = open();
        recent.addAll(List.of(tuesday, monday, Path.of("elsewhere", "old.pcap")));
        robot.interact(() -> cases.set(Optional.of(open)));
        assertEquals(List.of("monday.pcap", "old.pcap", "Another capture…"), offers(robot), "each once, no open one");
        Legibility.check(robot.lookup("#triage-aspects").query().getScene(), "changes-offered");
        take(robot, "monday.pcap");
        waitFor(() -> pane.before().isPresent());
        assertEquals(List.of(), offers(robot), "an aspect without changes offers nothing");
        robot.clickOn("#triage-changes-close");
        take(robot, "Another capture…");
        waitFor(() -> pane.before().isPresent());
        robot.interact(() -> pane.show(Optional.empty()));
        assertEquals(List.of(), offers(robot));
    }

    /// A capture came into the folder.
    private void listAgain(FxRobot robot) throws IOException {
        SipIndex index = read(tuesday);
        robot.interact(() -> pane.show(Optional.empty()));
        robot.interact(() -> pane.show(Optional.of(index)));
        waitFor(() -> offers(robot).contains("sunday.pcap"));
    }

    @Test
    void eachSideCanHaveSeveralCaptures(FxRobot robot) throws Exception {
        Path sunday = directory.resolve("sunday.pcap");
        new HopScene().callId("sunday").transaction("PUBLISH 489").write(sunday);
        listAgain(robot);
        compare(robot);
        assertEquals(21, pane.before().orElseThrow().dialogs().size());
        robot.interact(item(menu(robot), "sunday.pcap")::fire);
        waitFor(() -> pane.before().filter(index -> index.files().size() == 2).isPresent());
        select(robot, each -> each.name().startsWith("PUBLISH"));
        assertEquals("Before, in monday.pcap and 1 more: 1 dialog", words(robot, "#triage-dialogs-before-title"));
        robot.clickOn("#triage-open-before");
        assertEquals(List.of(monday, sunday), captures);
        remove(robot, "monday.pcap");
        waitFor(() -> pane.before().filter(index -> index.dialogs().size() == 1).isPresent());
        MenuButton others = robot.lookup("#triage-compare-now").queryAs(MenuButton.class);
        robot.interact(item(others, "monday.pcap")::fire);
        waitFor(() -> words(robot, "#triage-changes-title").contains("Now: tuesday.pcap and 1 more (28 dialogs)"));
    }

    @Test
    void dialogsOfOtherCapturesThanTheOpenOnesAreNotOpened(FxRobot robot) throws Exception {
        MenuButton others = robot.lookup("#triage-compare-now").queryAs(MenuButton.class);
        Path sunday = directory.resolve("sunday.pcap");
        new HopScene().calls(3).write(sunday);
        listAgain(robot);
        robot.interact(item(others, "sunday.pcap")::fire);
        remove(robot, "tuesday.pcap");
        take(robot, "tuesday.pcap");
        waitFor(() -> pane.before().isPresent());
        select(robot, each -> !each.isGone());
        robot.type(KeyCode.ENTER);
        assertEquals(List.of(), opened);
        assertTrue(robot.lookup("#triage-dialogs-now").query().isFocused());
    }

    private OpenCase open() throws IOException {
        return new OpenCase(directory.resolve("its.case"), "its", "", List.of(evidence(monday), evidence(tuesday)),
                List.of(tuesday), new Verdicts(List.of()), new TreeMap<>(), List.of(), new TreeMap<>(), List.of(), "",
                Optional.empty(), false, Instant.EPOCH);
    }

    @Test
    void aCaptureOfTheCaseIsReadWithTheBytesOfTheCaseOnly(FxRobot robot) throws Exception {
        OpenCase open = open();
        robot.interact(() -> {
            cases.set(Optional.of(open));
            menu(robot).show();
        });
        assertNull(found(menu(robot), "tuesday.pcap"));
        MenuItem offered = item(menu(robot), "monday.pcap");
        robot.interact(() -> {
            menu(robot).hide();
            offered.fire();
        });
        waitFor(() -> pane.before().isPresent());
        assertEquals(21, pane.before().orElseThrow().dialogs().size());
        robot.clickOn("#triage-changes-close");
        byte[] bytes = Files.readAllBytes(monday);
        bytes[bytes.length - 1] ^= 1;
        Files.write(monday, bytes);
        robot.interact(offered::fire);
        waitFor(() -> words(robot, "#triage-changes-title").contains("could not be compared"));
        assertTrue(words(robot, "#triage-changes-title").startsWith("monday.pcap"));
        assertEquals(Optional.empty(), pane.before());
    }
}
