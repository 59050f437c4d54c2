package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.table.cell.RowCell;
import org.sipsleuth.view.message.text.StyledTextArea;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.filter.FilterTasks;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DialogsViewTest {

    private static final int DIALOGS = 70;
    private static final int COMPLETED = 5;

    /// What the window has beside the page.
    private static final int RAILS = 108;

    private static final double ROW_INSETS = 12;
    private static final double NARROWEST_USER = 69;
    private static final double USUAL_OUTCOME = 190;
    private static final double MARK_WIDTH = 24;

    @TempDir Path folder;
    private final SelectionModel selection = new SelectionModel();
    private SipIndex index;
    private DialogsView view;
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage window) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        index = SampleCalls.calls(DIALOGS).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        view = new DialogsView(selection);
        stage = window;
        scene = FxStage.show(stage, view.root(), 1200, 700);
    }

    @Test
    void searchNarrowsTheListAndSaysHowFar(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#dialogs-search").write("486 alice");
        waitFor(() -> table(robot).getItems().size() < DIALOGS);
        assertFalse(table(robot).getItems().isEmpty());
        for (int dialog : table(robot).getItems()) {
            assertEquals(486, DialogOutcome.of(index, dialog).status());
            assertTrue(index.dialogs().caller(dialog).contains("alice"));
        }
        String count = robot.lookup("#dialogs-count").queryLabeled().getText();
        assertEquals(table(robot).getItems().size() + " of 70", count);
        robot.type(KeyCode.ESCAPE);
        TextField search = robot.lookup("#dialogs-search").queryAs(TextField.class);
        assertEquals("486 alice", search.getText());
        robot.interact(search::clear);
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
    }

    @Test
    void aCommentIsWrittenIntoTheCommentAndTagsIntoTheTags(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().clearAndSelect(0);
        });
        robot.type(KeyCode.N);
        waitFor(() -> isFocused(robot, "#note-comment"));
        robot.interact(() -> robot.lookup("#note-keep").queryAs(Button.class).fire());
        waitFor(() -> Window.getWindows().size() == 1); // it fades out
        robot.interact(() -> {
            stage.requestFocus();
            table(robot).requestFocus();
        });
        robot.type(KeyCode.T);
        waitFor(() -> isFocused(robot, "#note-tags"));
    }

    private static boolean isFocused(FxRobot robot, String query) {
        return robot.lookup(query)
                .tryQuery()
                .filter(field -> field.getScene() != null && field.equals(field.getScene().getFocusOwner()))
                .isPresent();
    }

    @Test
    void outcomesAreNotCutWhileOthersHaveRoom(FxRobot robot) throws IOException, TimeoutException {
        SipIndex reused = SampleCalls.reused(DIALOGS).index(folder.resolve("reused.pcap"));
        for (SipIndex shown : List.of(SampleCalls.calls(DIALOGS).index(path("all")), reused)) {
            robot.interact(() -> view.show(shown));
            waitFor(() -> table(robot).getItems().size() == shown.dialogs().size());
            for (int width : new int[]{1280, 1440, 1920}) {
                resize(robot, width - RAILS, 700);
                double wanted = Math.min(longestOutcome(robot, shown), USUAL_OUTCOME);
                waitFor(() -> columnWidth(robot, "outcome") >= wanted);
                assertTrue(columnWidth(robot, "caller") >= NARROWEST_USER, width + ", caller");
                assertTrue(isWhole(robot), () -> width + " of " + shown.files());
            }
            assertTrue(columnWidth(robot, "outcome") >= longestOutcome(robot, shown));
        }
    }

    @Test
    void aProblemGivesWayToOutcomesThatNoneExplainsAndIsMarkedThere(FxRobot robot) throws TimeoutException {
        open(robot);
        int last = DIALOGS - 1;
        robot.interact(
                () -> view.showProblems(Optional.of(ProblemColumnsTest.found(index, "No sound for anybody", 0))));
        resize(robot, 1920 - RAILS, 700);
        waitFor(() -> isShown(robot, "problem"));
        assertTrue(aloud(robot, 0).contains("Problem: No sound for anybody · severity: low"), aloud(robot, 0));
        assertFalse(aloud(robot, last).contains("Problem"), aloud(robot, last));
        for (int width : new int[]{1280, 1440}) {
            resize(robot, width - RAILS, 700);
            waitFor(() -> columnWidth(robot, "outcome") >= Math.min(longestOutcome(robot, index), USUAL_OUTCOME));
            assertTrue(isShown(robot, "problem"), "no problem at " + width);
        }
        boolean hasStartGivenWay = false;
        for (int width = 1100; width > 800; width -= 20) {
            resize(robot, width, 700);
            assertTrue(isShown(robot, "start") || isShown(robot, "problem"), "neither at " + width);
            hasStartGivenWay |= !isShown(robot, "start");
        }
        assertTrue(hasStartGivenWay, "the problem went before the start");
        resize(robot, 800, 700);
        waitFor(() -> !isShown(robot, "problem"));
        assertTrue(aloud(robot, 0).contains("(No sound for anybody · severity: low)"), aloud(robot, 0));
    }

    @Test
    void aCompletedCallWithAProblemHasNoTick(FxRobot robot) throws TimeoutException {
        open(robot);
        int completed = IntStream.range(0, DIALOGS)
                .filter(dialog -> DialogOutcome.of(index, dialog).outcome() == Outcome.COMPLETED)
                .findFirst()
                .orElseThrow();
        assertFalse(aloud(robot, completed).contains("with a problem"), aloud(robot, completed));
        WritableImage before = mark(robot, completed);
        robot.interact(
                () -> view.showProblems(Optional.of(ProblemColumnsTest.found(index, "One-way audio", completed))));
        waitFor(() -> aloud(robot, completed).contains("; with a problem: One-way audio"));
        waitFor(() -> !isAlike(before, mark(robot, completed)));
        Legibility.checkInBothThemes(scene, "list-completed-with-problem", () -> FxStage.setDark(scene, true),
                () -> FxStage.setDark(scene, false));
    }

    /// What stands at the left of a row.
    private static WritableImage mark(FxRobot robot, int row) {
        RowCell cell = robot.lookup("#dialogs-table .row-of-values")
                .queryAllAs(RowCell.class)
                .stream()
                .filter(each -> Integer.valueOf(row).equals(each.getTableRow().getItem()))
                .findFirst()
                .orElseThrow();
        SnapshotParameters left = new SnapshotParameters();
        Bounds bounds = cell.getBoundsInParent();
        left.setViewport(new Rectangle2D(bounds.getMinX(), bounds.getMinY(), MARK_WIDTH, bounds.getHeight()));
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> cell.snapshot(left, null));
    }

    private static boolean isAlike(WritableImage one, WritableImage other) {
        return IntStream.range(0, (int) one.getHeight())
                .allMatch(y -> IntStream.range(0, (int) one.getWidth())
                        .allMatch(x -> one.getPixelReader().getArgb(x, y) == other.getPixelReader().getArgb(x, y)));
    }

    private static boolean isShown(FxRobot robot, String key) {
        return table(robot).getVisibleLeafColumns().stream().anyMatch(each -> ("column-" + key).equals(each.getId()));
    }

    private static String aloud(FxRobot robot, int row) {
        return robot.lookup("#dialogs-table .row-of-values")
                .queryAllAs(RowCell.class)
                .stream()
                .filter(cell -> Integer.valueOf(row).equals(cell.getTableRow().getItem()))
                .map(cell -> String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .findFirst()
                .orElse("");
    }

    private Path path(String name) {
        return folder.resolve(name + ".pcap");
    }

    private static double width(FxRobot robot, String text) {
        Text ruler = new Text(text);
        ruler.setFont(robot.lookup("#dialogs-count").queryLabeled().getFont());
        return ruler.getLayoutBounds().getWidth();
    }

    private static double longestOutcome(FxRobot robot, SipIndex shown) {
        double longest = 0;
        for (int dialog = 0; dialog < shown.dialogs().size(); dialog++) {
            FieldReader fields = new FieldReader(shown);
            String earlier = fields.text(DialogField.EARLIER_CALLS, dialog);
            String label = DialogOutcome.of(shown, dialog).label();
            String words = earlier.isEmpty() ? label : label + FieldReader.AND + earlier;
            longest = Math.max(longest, width(robot, words) + ROW_INSETS);
        }
        return longest;
    }

    private static double columnWidth(FxRobot robot, String key) {
        return table(robot).getVisibleLeafColumns()
                .stream()
                .filter(column -> ("column-" + key).equals(column.getId()))
                .mapToDouble(TableColumn::getWidth)
                .findFirst()
                .orElseThrow();
    }

    /// Whether all columns are in view.
    private static boolean isWhole(FxRobot robot) {
        return table(robot).getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum()
                <= table(robot).getWidth();
    }

    @Test
    void clickOnAHeadSortsUpThenDown(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("Msgs");
        waitFor(() -> messages(robot, 0) == 2);
        robot.clickOn("Msgs");
        waitFor(() -> messages(robot, 0) > 2);
        for (int row = 1; row < DIALOGS; row++) {
            assertTrue(messages(robot, row - 1) >= messages(robot, row));
        }
    }

    @Test
    void chosenRowIsTheChosenDialogEverywhere(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#dialogs-search").type(KeyCode.DOWN);
        waitFor(() -> selection.get().dialogs().equals(List.of(0)));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        waitFor(() -> selection.get().dialogs().equals(List.of(0, 1)));
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(60))));
        waitFor(() -> table(robot).getSelectionModel().getSelectedItems().equals(List.of(60)));
        assertEquals("1 of " + index.dialogs().messageCount(60), position(robot));
    }

    @Test
    void theChosenRowIsInSightWhereverItWasChosen(FxRobot robot) throws TimeoutException {
        open(robot);
        for (int dialog : new int[]{60, 3, 45, 20, 69}) {
            robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(dialog))));
            waitFor(() -> isInSight(robot, dialog));
        }
        robot.interact(() -> table(robot).scrollTo(0));
        for (int dialog : new int[]{69, 5, 60}) { // the first one again
            robot.interact(() -> scene.setRoot(new StackPane())); // another page
            robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(dialog))));
            robot.interact(() -> scene.setRoot(view.root()));
            waitFor(() -> isInSight(robot, dialog));
        }
    }

    @Test
    void theChosenRowIsInSightAfterTheListWasFoundAnew(FxRobot robot) throws TimeoutException {
        open(robot);
        TimeRange late = new TimeRange(index.dialogs().startNanos(30), index.dialogs().startNanos(69));
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(65)).withTime(Optional.of(late))));
        waitFor(() -> table(robot).getItems().size() < DIALOGS);
        waitFor(() -> isInSight(robot, 65));
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(2))));
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
        waitFor(() -> isInSight(robot, 2));
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(40))));
        waitFor(() -> isInSight(robot, 40));
        resize(robot, 1280, 420); // fewer rows
        waitFor(() -> isInSight(robot, 40));
    }

    /// Whether all of its row can be seen.
    private static boolean isInSight(FxRobot robot, int dialog) {
        int row = table(robot).getItems().indexOf(dialog);
        VirtualFlow<?> flow = (VirtualFlow<?>) robot.lookup("#dialogs-table .virtual-flow").query();
        return flow.getFirstVisibleCell() != null && row >= flow.getFirstVisibleCell().getIndex()
                && row <= flow.getLastVisibleCell().getIndex() && table(robot).getSelectionModel().isSelected(row);
    }

    @Test
    void keysStepThroughTheLadderAndTheRawText(FxRobot robot) throws TimeoutException {
        open(robot);
        choose(robot, COMPLETED);
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        int third = index.messagesOf(COMPLETED)[2];
        assertEquals(List.of(third), selection.get().messages());
        assertTrue(text(robot).startsWith(index.message(third).startLine()));
        robot.type(KeyCode.END);
        assertEquals("11 of 11", position(robot));
        robot.type(KeyCode.HOME).type(KeyCode.ENTER);
        assertTrue(robot.lookup("#message-text").query().isFocused());
    }

    @Test
    void searchInMessagesGoesFromPlaceToPlace(FxRobot robot) throws TimeoutException {
        open(robot);
        choose(robot, COMPLETED);
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("bye sip:");
        waitFor(() -> robot.lookup("#search-result").queryLabeled().getText().contains(" matches ("));
        robot.type(KeyCode.ENTER);
        assertTrue(text(robot).startsWith("BYE "));
        String result = robot.lookup("#search-result").queryLabeled().getText();
        assertTrue(result.startsWith("Match "), result);
        Legibility.check(scene, "dialogs-search");
        int first = selection.get().messages().getLast();
        robot.type(KeyCode.F3);
        assertTrue(selection.get().messages().getLast() > first);
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#message-text").query().isFocused());
        assertFalse(robot.lookup("#search-bar").query().isVisible());
    }

    @Test
    void spacePlaysAndPauses(FxRobot robot) throws TimeoutException {
        open(robot);
        choose(robot, COMPLETED);
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitFor(() -> position(robot).equals("3 of 11"));
        robot.type(KeyCode.SPACE);
        String paused = position(robot);
        WaitForAsyncUtils.sleep(1_800, TimeUnit.MILLISECONDS);
        assertEquals(paused, position(robot));
    }

    @Test
    void copyTakesTheRowsAsATableAndTheMessageAsText(FxRobot robot) throws TimeoutException {
        open(robot);
        resize(robot, 1900, 900); // a narrow list does without duration and hints
        waitFor(() -> table(robot).getVisibleLeafColumns().size() == 9);
        choose(robot, COMPLETED);
        robot.interact(() -> table(robot).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        List<String> lines = clipboard(robot).lines().toList();
        assertEquals("Start (UTC)\tMethod\tCaller\tCallee\tOutcome\tDuration (s)\tHints\tMessages", lines.getFirst());
        assertTrue(lines.get(1).contains("\tsip:carol@example.com;transport=udp\t"), lines.get(1));
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertTrue(clipboard(robot).startsWith("INVITE sip:"));
    }

    @Test
    void hostsTakeTheNameTheUserGives(FxRobot robot) throws TimeoutException {
        open(robot);
        choose(robot, COMPLETED);
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.F2);
        robot.write("Alice's phone").type(KeyCode.TAB);
        robot.write("Proxy").type(KeyCode.ENTER);
        assertFalse(robot.lookup("#ladder-alias").query().isVisible());
        Legibility.check(scene, "dialogs-alias");
    }

    @Test
    void aRangeOfTimeHidesTheDialogsOutsideAndSaysSo(FxRobot robot) throws TimeoutException {
        open(robot);
        long from = index.dialogs().startNanos(10);
        long to = index.dialogs().startNanos(12);
        Optional<Selection.TimeRange> range = Optional.of(new Selection.TimeRange(from, to));
        robot.interact(() -> selection.set(selection.get().withTime(range)));
        waitFor(() -> table(robot).getItems().size() < DIALOGS);
        assertTrue(table(robot).getItems().containsAll(List.of(10, 11, 12)));
        assertTrue(robot.lookup("#dialogs-time-note").query().isVisible());
        Legibility.check(scene, "dialogs-time");
    }

    @Test
    void aGrowingCaptureKeepsOrderChoiceAndPlace(FxRobot robot) throws IOException, TimeoutException {
        open(robot);
        robot.clickOn("Msgs").clickOn("Msgs");
        waitFor(() -> messages(robot, 0) > 2);
        choose(robot, 60);
        robot.interact(() -> table(robot).scrollTo(35));
        int top = table(robot).getItems().get(35);
        Path file = Files.createTempFile("more", ".pcap");
        SipIndex larger = SampleCalls.calls(2 * DIALOGS).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        robot.interact(() -> view.show(larger));
        waitFor(() -> table(robot).getItems().size() == 2 * DIALOGS);
        assertEquals(1, table(robot).getSortOrder().size());
        assertEquals(List.of(60), table(robot).getSelectionModel().getSelectedItems());
        assertEquals(List.of(60), selection.get().dialogs());
        assertEquals(top, firstInSight(robot));
    }

    /// A table that waits for a layout which nobody does any more shows no later value of its rows.
    @Test
    void aTableThatGrowsIsLaidOutToItsEnd(FxRobot robot) throws IOException, TimeoutException {
        open(robot);
        Path file = Files.createTempFile("more", ".pcap");
        SipIndex larger = SampleCalls.calls(DIALOGS + 1).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        robot.interact(() -> view.show(larger));
        waitFor(() -> table(robot).getItems().size() == DIALOGS + 1);
        waitFor(() -> !table(robot).isNeedsLayout());
    }

    @Test
    void allOfVeryManyDialogsAreChosenAtOnce(FxRobot robot) throws IOException, TimeoutException {
        int many = 20_000;
        Path file = Files.createTempFile("many", ".pcap");
        SipIndex large = SampleCalls.calls(many).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        robot.interact(() -> view.show(large));
        waitFor(() -> table(robot).getItems().size() == many);
        robot.interact(() -> table(robot).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        waitFor(() -> selection.get().dialogs().size() == many);
        Legibility.check(scene, "dialogs-all");
        robot.clickOn("#dialogs-search").write("invite");
        waitFor(() -> table(robot).getItems().size() < many);
        robot.clickOn(robot.lookup(".table-row-cell").nth(2).<Node>query());
        waitFor(() -> selection.get().dialogs().size() == 1);
        robot.press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
        waitFor(() -> selection.get().dialogs().size() > 10_000);
        assertEquals(table(robot).getItems().getLast(), selection.get().dialogs().getLast());
    }

    @Test
    void otherColumnsAreChosenByTheirDescription(FxRobot robot) throws TimeoutException {
        open(robot);
        resize(robot, 1900, 900);
        robot.clickOn("#dialogs-columns");
        waitFor(() -> robot.lookup("#chooser-search").tryQuery().isPresent());
        Legibility.check(robot.window(1).getScene(), "dialogs-columns-menu");
        robot.clickOn("#chooser-search").write("dial delay");
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        waitFor(() -> table(robot).getVisibleLeafColumns().size() == 10);
        robot.clickOn("#chooser-search")
                .eraseText("dial delay".length())
                .write("X-Any")
                .type(KeyCode.DOWN, KeyCode.SPACE);
        waitFor(() -> table(robot).getVisibleLeafColumns().size() == 11);
        robot.type(KeyCode.ESCAPE);
        choose(robot, COMPLETED);
        Legibility.check(scene, "dialogs-columns");
    }

    @Test
    void groupsAreOpenedMarkedAndChosenByKeys(FxRobot robot) throws TimeoutException {
        open(robot);
        resize(robot, 1900, 900);
        robot.clickOn("#dialogs-groups");
        robot.clickOn("#group-final_status");
        waitFor(() -> table(robot).getItems().getFirst() < 0);
        int groups = table(robot).getItems().size();
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().clearAndSelect(0);
        });
        waitFor(() -> selection.get().dialogs().size() > 1);
        int chosen = selection.get().dialogs().size();
        robot.type(KeyCode.RIGHT);
        waitFor(() -> table(robot).getItems().size() == groups + chosen);
        robot.type(KeyCode.DIGIT2);
        waitFor(() -> view.notesProperty().get().byCallId().size() == chosen);
        Legibility.check(scene, "dialogs-grouped");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        waitFor(() -> view.notesProperty().get().isEmpty());
        robot.type(KeyCode.LEFT);
        waitFor(() -> table(robot).getItems().size() == groups);
        String totals = robot.lookup("#dialogs-totals").queryLabeled().getText();
        assertTrue(totals.startsWith(chosen + " dialogs"), totals);
    }

    @Test
    void entriesOfTheColumnChooserDoNotOverlap(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#dialogs-columns");
        waitFor(() -> robot.lookup("#chooser-search").tryQuery().isPresent());
        Legibility.check(robot.window(1).getScene(), "dialogs-columns-menu");
        robot.interact(() -> {
            List<ListCell<?>> cells = new ArrayList<>();
            for (Node node : robot.lookup("#chooser-columns .list-cell").queryAll()) {
                ListCell<?> cell = (ListCell<?>) node;
                if (cell.isVisible() && cell.getGraphic() != null) {
                    cells.add(cell);
                }
            }
            cells.sort(Comparator.comparingInt(cell -> cell.getIndex()));
            double bottom = Double.NEGATIVE_INFINITY;
            int seen = 0;
            for (ListCell<?> cell : cells) {
                Region content = (Region) cell.getGraphic();
                assertTrue(content.getHeight() >= content.prefHeight(content.getWidth()) - 1,
                        "words of entry " + cell.getIndex() + " are cut off");
                var place = content.localToScene(content.getLayoutBounds());
                assertTrue(place.getMinY() >= bottom - 1, "entry " + cell.getIndex());
                bottom = place.getMaxY();
                seen++;
            }
            assertTrue(seen > 5, "entries: " + seen);
        });
    }

    @Test
    void whatWasSaidOfAnExportGoesWithItsCaptureAndHidesNoRow(FxRobot robot) throws IOException, TimeoutException {
        index = SampleCalls.calls(DIALOGS).index(folder.resolve("calls.pcap"));
        open(robot);
        resize(robot, 1100, 560);
        choose(robot, COMPLETED);
        assertEquals("11 of 11", lastPosition(robot));
        assertTrue(isRowInSight(robot));
        robot.clickOn("#export-button").clickOn("#dialogs-command-export-text");
        waitFor(() -> robot.lookup("#export-bar").query().isVisible());
        waitFor(() -> words(robot, "#export-words").startsWith("The whole ladder was copied"));
        assertTrue(isRowInSight(robot), "the last row is still in sight");
        Legibility.check(scene, "dialogs-exported");
        robot.interact(() -> view.show(index));
        assertTrue(robot.lookup("#export-bar").query().isVisible());
        SipIndex other = SampleCalls.calls(3).index(folder.resolve("other.pcap"));
        robot.interact(() -> view.show(other));
        assertFalse(robot.lookup("#export-bar").query().isVisible());
    }

    /// Whether the ladder is scrolled to its end, and is not covered.
    private static boolean isRowInSight(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Node ladder = robot.lookup("#ladder").query();
        ScrollBar along = ladder.lookupAll(".scroll-bar")
                .stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
        Node bar = robot.lookup("#export-bar").query();
        double bottom = ladder.localToScene(ladder.getLayoutBounds()).getMaxY();
        boolean isCovered = bar.isVisible() && bar.localToScene(bar.getLayoutBounds()).getMinY() < bottom - 1;
        return !isCovered && (!along.isVisible() || along.getValue() >= along.getMax() - 1);
    }

    /// A group keeps its number when it opens, and when another answer has other dialogs in it.
    @Test
    void theHeadOfAGroupFollowsItsArrowAndTheFilter(FxRobot robot) throws TimeoutException {
        open(robot);
        resize(robot, 1900, 900);
        robot.clickOn("#dialogs-groups");
        robot.clickOn("#group-final_status");
        waitFor(() -> table(robot).getItems().getFirst() < 0);
        assertFalse(isOpen(robot, 0));
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().clearAndSelect(0);
        });
        int groups = table(robot).getItems().size();
        robot.type(KeyCode.RIGHT);
        waitFor(() -> table(robot).getItems().size() > groups);
        assertTrue(isOpen(robot, 0));
        robot.type(KeyCode.LEFT);
        waitFor(() -> table(robot).getItems().size() == groups);
        assertFalse(isOpen(robot, 0));
        String all = head(robot, 0);
        robot.interact(() -> view.showFiltered(Optional.of(filtered("sip.Method == \"BYE\""))));
        waitFor(() -> table(robot).getItems().size() < groups);
        int left = Math.toIntExact(filtered("sip.Method == \"BYE\"").found().dialogCount());
        assertTrue(left > 0);
        assertTrue(head(robot, 0).contains(left + " dialogs"), head(robot, 0) + " was " + all);
    }

    @Test
    void totalsCountTheMessagesThatAreShown(FxRobot robot) throws TimeoutException {
        open(robot);
        resize(robot, 1900, 900);
        Filtered bye = filtered("sip.Method == \"BYE\"");
        Filtered only = new Filtered(bye.text(), index, bye.found(), true);
        robot.interact(() -> view.showFiltered(Optional.of(only)));
        waitFor(() -> table(robot).getItems().size() == only.found().dialogCount());
        robot.clickOn("#dialogs-groups");
        robot.clickOn("#group-final_status");
        waitFor(() -> table(robot).getItems().getFirst() < 0);
        long messages = only.found().dialogs().mapToLong(index.dialogs()::messageCount).sum();
        String words = only.found().size() + " of " + messages + " messages";
        assertEquals(1, table(robot).getItems().size(), "all of them ended with 200");
        assertTrue(head(robot, 0).contains(words), head(robot, 0));
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
        waitFor(() -> robot.lookup("#dialogs-totals").queryLabeled().getText().contains(words));
    }

    private Filtered filtered(String text) {
        try {
            Filter filter = Filter.of(text, KnownFields.catalog());
            return new Filtered(text, index, filter.run(index, RunMonitor.NONE), false);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Object ofRow(FxRobot robot, int row, AccessibleAttribute what) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(5_000,
                () -> robot.lookup("#dialogs-table .table-row-cell")
                        .<TableRow<?>>match(tableRow -> tableRow.getIndex() == row && !tableRow.isEmpty())
                        .<TableRow<?>>query()
                        .lookup(".row-of-values")
                        .queryAccessibleAttribute(what));
    }

    private static boolean isOpen(FxRobot robot, int row) {
        return (Boolean) ofRow(robot, row, AccessibleAttribute.EXPANDED);
    }

    private static String head(FxRobot robot, int row) {
        return (String) ofRow(robot, row, AccessibleAttribute.TEXT);
    }

    @Test
    void theLadderSaysThatItsDialogIsNotInTheList(FxRobot robot) throws TimeoutException {
        open(robot);
        choose(robot, COMPLETED);
        assertFalse(robot.lookup("#dialogs-excluded").query().isVisible());
        robot.clickOn("#dialogs-search").write("486 alice");
        waitFor(() -> robot.lookup("#dialogs-excluded").query().isVisible());
        assertEquals("11 of 11", lastPosition(robot), "the ladder stays");
        Legibility.check(scene, "dialogs-excluded");
        assertEquals("Clear search", words(robot, "#dialogs-excluded-clear"));
        robot.clickOn("#dialogs-excluded-clear");
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
        assertFalse(robot.lookup("#dialogs-excluded").query().isVisible());
        FilterModel filter = new FilterModel(new FilterTasks(ForkJoinPool.commonPool()));
        robot.interact(() -> {
            view.filterBy(new ConditionMenu(filter));
            filter.filteredProperty().subscribe(view::showFiltered);
            filter.show(index);
        });
        robot.interact(() -> apply(filter, "sip.Method == \"REGISTER\""));
        waitFor(() -> robot.lookup("#dialogs-excluded").query().isVisible());
        assertEquals("Clear filter", words(robot, "#dialogs-excluded-clear"));
        robot.clickOn("#dialogs-excluded-clear");
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
        assertFalse(robot.lookup("#dialogs-excluded").query().isVisible());
        robot.interact(() -> apply(filter, "sip.Method == \"REGISTER\""));
        waitFor(() -> robot.lookup("#dialogs-excluded").query().isVisible());
        robot.clickOn("#dialogs-excluded-hide");
        waitFor(() -> selection.get().dialogs().isEmpty());
        assertFalse(robot.lookup("#dialogs-excluded").query().isVisible());
        assertTrue(robot.lookup(".ladder-placeholder").query().isVisible());
    }

    private String lastPosition(FxRobot robot) {
        int[] messages = index.messagesOf(COMPLETED);
        Selection last = selection.get().withMessages(List.of(messages[messages.length - 1]));
        robot.interact(() -> selection.set(last));
        return position(robot);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static void apply(FilterModel filter, String text) {
        try {
            filter.apply(text);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDoubleClickOnAHeadAndManyHostsWork(FxRobot robot) throws IOException, TimeoutException {
        Path file = Files.createTempFile("many", ".pcap");
        SipIndex many = SampleCalls.manyHosts(12).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        robot.interact(() -> view.show(many));
        waitFor(() -> table(robot).getItems().size() == 1);
        choose(robot, 0);
        robot.interact(() -> selection.set(selection.get().withMessages(List.of(9))));
        var ladder = robot.lookup("#ladder").query();
        var bounds = ladder.localToScreen(ladder.getBoundsInLocal());
        robot.doubleClickOn(bounds.getMinX() + 400, bounds.getMinY() + 20).write("Edge");
        Legibility.check(scene, "dialogs-many-hosts");
        robot.type(KeyCode.ESCAPE);
        robot.moveTo(bounds.getMinX() + 300, bounds.getMinY() + 100);
        robot.scroll(20, VerticalDirection.DOWN);
        Legibility.check(scene, "dialogs-many-hosts-scrolled");
    }

    @Test
    void looksRightInBothThemesAndAllSizes(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.showNothing());
        Legibility.check(scene, "dialogs-empty");
        open(robot);
        choose(robot, COMPLETED);
        robot.interact(() -> selection.set(selection.get().withMessages(message(COMPLETED, 3))));
        Legibility.check(scene, "dialogs-light");
        robot.interact(() -> FxStage.setDark(scene, true));
        Legibility.check(scene, "dialogs-dark");
        choose(robot, 4);
        Legibility.check(scene, "dialogs-broken-dark");
        robot.interact(() -> FxStage.setDark(scene, false));
        Legibility.check(scene, "dialogs-broken-light");
        choose(robot, 0);
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.END);
        Legibility.check(scene, "dialogs-loop");
        choose(robot, 14, 15, 16, 17, 19);
        resize(robot, 2560, 1440);
        Legibility.check(scene, "dialogs-2560");
        resize(robot, 1280, 720);
        Legibility.check(scene, "dialogs-1280");
        Map<String, String> users = Map.of("caller", "+4930123456", "callee", "+491701234567");
        users.forEach((column, user) -> {
            double room = columnWidth(robot, column);
            double wanted = width(robot, user) + ROW_INSETS;
            assertTrue(room >= wanted, column + " has no room for " + user + ": " + room);
        });
        robot.clickOn("#dialogs-search").write("nobody");
        waitFor(() -> table(robot).getItems().isEmpty());
        Legibility.check(scene, "dialogs-no-match");
    }

    private List<Integer> message(int dialog, int place) {
        return List.of(index.messagesOf(dialog)[place]);
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.show(index));
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
    }

    private void choose(FxRobot robot, Integer... dialogs) throws TimeoutException {
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(dialogs))));
        waitFor(() -> table(robot).getSelectionModel().getSelectedItems().size() == dialogs.length);
    }

    private void resize(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private static Integer firstInSight(FxRobot robot) {
        VirtualFlow<?> flow = (VirtualFlow<?>) robot.lookup("#dialogs-table .virtual-flow").query();
        return (Integer) flow.getFirstVisibleCell().getItem();
    }

    private long messages(FxRobot robot, int row) {
        return index.dialogs().messageCount(table(robot).getItems().get(row));
    }

    private static String position(FxRobot robot) {
        return robot.lookup("#ladder-position").queryLabeled().getText();
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#message-text").queryAs(StyledTextArea.class).textProperty().get();
    }

    private static String clipboard(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(1_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static TableView<Integer> table(FxRobot robot) {
        return robot.lookup("#dialogs-table").queryTableView();
    }

    private static void waitFor(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
