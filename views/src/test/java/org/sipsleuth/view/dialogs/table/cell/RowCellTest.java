package org.sipsleuth.view.dialogs.table.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.dialogs.DialogsView;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Rows that are drawn as one are clicked on, read, scrolled and fitted like rows of cells.
@ExtendWith(ApplicationExtension.class)
class RowCellTest {

    private static final int DIALOGS = 30;
    private static final double NARROW = 40;

    private final SelectionModel selection = new SelectionModel();
    private SipIndex index;
    private DialogsView view;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        index = SampleCalls.calls(DIALOGS).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        Memory memory = Memory.forgetful();
        memory.keep("dialogs.columns", "mark=0 note=0 start=0 caller=0 callee=0 state=0 messages=0");
        view = new DialogsView(selection, memory, new SystemFolders());
        scene = FxStage.show(stage, view.root(), 1200, 700);
    }

    @Test
    void clicksChooseAsInAnyTable(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn(at(robot, 4, 1));
        waitFor(() -> selection.get().dialogs().equals(List.of(4)));
        robot.press(KeyCode.SHIFT).clickOn(at(robot, 7, 2)).release(KeyCode.SHIFT);
        waitFor(() -> selection.get().dialogs().equals(List.of(4, 5, 6, 7)));
        robot.press(KeyCode.SHIFT).clickOn(at(robot, 2, 3)).release(KeyCode.SHIFT);
        waitFor(() -> selection.get().dialogs().equals(List.of(2, 3, 4)));
        robot.press(KeyCode.CONTROL).clickOn(at(robot, 3, 1)).release(KeyCode.CONTROL);
        waitFor(() -> selection.get().dialogs().equals(List.of(2, 4)));
        robot.press(KeyCode.CONTROL).clickOn(at(robot, 9, 1)).release(KeyCode.CONTROL);
        waitFor(() -> selection.get().dialogs().equals(List.of(2, 4, 9)));
        robot.clickOn(at(robot, 9, 1));
        waitFor(() -> selection.get().dialogs().equals(List.of(9)));
    }

    @Test
    void clickTakesTheFocus(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#dialogs-search");
        assertFalse(table(robot).isFocused());
        robot.clickOn(at(robot, 4, 1));
        assertTrue(table(robot).isFocused());
    }

    @Test
    void clickShowsTheTableItsColumn(FxRobot robot) throws TimeoutException {
        open(robot);
        for (int column : new int[]{2, 4, 1}) {
            robot.clickOn(at(robot, 3, column));
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(table(robot).getVisibleLeafColumn(column),
                    table(robot).getFocusModel().getFocusedCell().getTableColumn());
        }
    }

    @Test
    void valuesThatAreCutOffAreReportedByATooltip(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.moveTo(at(robot, 3, 2));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(index.dialogs().caller(3), cell(robot, 3).getTooltip().getText());
        robot.moveTo(at(robot, 3, 4));
        WaitForAsyncUtils.waitForFxEvents();
        assertNull(cell(robot, 3).getTooltip(), "the state can be read");
    }

    @Test
    void valuesAreReadAloudWithTheNamesOfTheirColumns(FxRobot robot) throws TimeoutException {
        open(robot);
        String text = aloud(cell(robot, 3));
        assertTrue(text.contains("Caller: " + index.dialogs().caller(3) + ", "), text);
        assertTrue(text.endsWith("Messages: " + index.dialogs().messageCount(3)), text);
    }

    @Test
    void aCommentWithoutAMarkIsSeenAndRead(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            TableView<Integer> table = table(robot);
            assertFalse(table.getVisibleLeafColumns().stream().anyMatch(each -> "column-note".equals(each.getId())));
            view.openNotes(new DialogNotes(Map.of(index.dialogs().callId(3), DialogNote.NONE.withComment("ask Bob"),
                    index.dialogs().callId(5),
                    DialogNote.NONE.withMark(Optional.of(NoteMark.B)).withTags(new TreeSet<>(List.of("late"))))));
        });
        open(robot);
        TableView<Integer> table = table(robot);
        waitFor(() -> table.getVisibleLeafColumn(1).getId().equals("column-note"));
        double left = right(table, 0);
        double end = right(table, 1);
        assertTrue(isDrawnOn(robot, 3, left, end), "an icon");
        assertTrue(isDrawnOn(robot, 5, left, end), "a letter");
        assertFalse(isDrawnOn(robot, 4, left, end), "nothing");
        assertTrue(aloud(cell(robot, 3)).contains("Mark: comment: ask Bob"), aloud(cell(robot, 3)));
        assertTrue(aloud(cell(robot, 5)).contains("Mark: B; tags: late"), aloud(cell(robot, 5)));
        Legibility.check(scene, "dialogs-noted");
        robot.interact(() -> FxStage.setDark(scene, true));
        Legibility.check(scene, "dialogs-noted-dark");
        robot.moveTo(at(robot, 3, 1));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("comment: ask Bob", cell(robot, 3).getTooltip().getText());
    }

    @Test
    void headsOfSignsExplainThemselvesAllOverTheirWidth(FxRobot robot) throws TimeoutException {
        open(robot);
        TableColumn<Integer, ?> sign = table(robot).getVisibleLeafColumn(0);
        Label head = (Label) sign.getGraphic();
        assertEquals("State icon", head.getAccessibleText());
        assertTrue(head.getTooltip().getText().contains("Outcome of the dialog"));
        assertTrue(head.getWidth() > 20 && head.getHeight() > 12, head.toString());
    }

    @Test
    void doubleClickOnAnEdgeFitsTheColumnToTheRowsInSight(FxRobot robot) throws TimeoutException {
        open(robot);
        TableView<Integer> table = table(robot);
        TableColumn<Integer, ?> caller = table.getVisibleLeafColumn(2);
        robot.interact(() -> caller.setPrefWidth(NARROW));
        WaitForAsyncUtils.waitForFxEvents();
        Bounds head = caller.getGraphic().localToScreen(caller.getGraphic().getLayoutBounds());
        Bounds sight = table.localToScreen(table.getLayoutBounds());
        double edge = sight.getMinX() + right(table, 2);
        robot.doubleClickOn(new Point2D(edge - 1, head.getCenterY()));
        WaitForAsyncUtils.waitForFxEvents();
        double fitted = caller.getWidth();
        assertTrue(fitted > NARROW && fitted < 130, "now " + fitted);
    }

    @Test
    void widerColumnsAreScrolledTo(FxRobot robot) throws TimeoutException {
        open(robot);
        ScrollBar bar = horizontal(robot);
        assertFalse(bar.isVisible());
        robot.interact(() -> table(robot).getVisibleLeafColumn(2).setPrefWidth(700));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(bar.isVisible());
        double all = right(table(robot), 5);
        assertEquals(all - sight(robot), bar.getMax(), 1);
        robot.interact(() -> table(robot).getVisibleLeafColumn(2).setPrefWidth(60));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(bar.isVisible());
    }

    @Test
    void reusedRowsShowTheirOwnDialog(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.moveTo(at(robot, 3, 2));
        WaitForAsyncUtils.waitForFxEvents();
        RowCell used = cell(robot, 3);
        assertNotNull(used.getTooltip());
        robot.interact(() -> table(robot).scrollTo(DIALOGS - 1));
        WaitForAsyncUtils.waitForFxEvents();
        for (RowCell cell : cells(robot)) {
            int dialog = cell.getTableRow().getItem();
            assertEquals(cell.getIndex(), dialog);
            assertTrue(aloud(cell).contains("Caller: " + index.dialogs().caller(dialog) + ", "));
        }
        assertTrue(cells(robot).stream().allMatch(cell -> cell.getTooltip() == null));
    }

    @Test
    void groupsAreOpenedByTheirArrowAndByADoubleClick(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#dialogs-groups").clickOn("#group-final_status");
        waitFor(() -> table(robot).getItems().getFirst() < 0);
        int groups = table(robot).getItems().size();
        String head = aloud(cell(robot, 0));
        assertTrue(head.contains(" dialogs · "), head);
        robot.clickOn(screen(robot, 0, 10));
        waitFor(() -> table(robot).getItems().size() > groups);
        robot.clickOn(screen(robot, 0, 10));
        waitFor(() -> table(robot).getItems().size() == groups);
        robot.doubleClickOn(screen(robot, 0, 200));
        waitFor(() -> table(robot).getItems().size() > groups);
        robot.clickOn(screen(robot, 0, 200));
        waitFor(() -> selection.get().dialogs().size() > 1);
    }

    @Test
    void columnsBesideTheSightAreDrawnWhenScrolledTo(FxRobot robot) throws TimeoutException {
        open(robot);
        TableView<Integer> table = table(robot);
        robot.interact(() -> ((SplitPane) view.root()).setDividerPosition(0, 0.1));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> table.scrollToColumn(table.getVisibleLeafColumns().getLast()));
        WaitForAsyncUtils.waitForFxEvents();
        ScrollBar bar = horizontal(robot);
        assertTrue(bar.isVisible() && bar.getValue() > 50);
        double right = table.getWidth() - 16;
        assertTrue(isDrawnOn(robot, 4, right - 40, right), "the number of messages");
        double left = right(table, 3) - bar.getValue();
        assertTrue(isDrawnOn(robot, 4, left, left + 60), "the state");
        robot.interact(() -> bar.setValue(0));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(isDrawnOn(robot, 4, 5, 30), "the icon");
    }

    @Test
    void rowsAreDrawnAnewWhenColumnsOrColoursChange(FxRobot robot) throws TimeoutException {
        open(robot);
        TableView<Integer> table = table(robot);
        double[] before = brightness(robot, 4);
        TableColumn<Integer, ?> start = table.getVisibleLeafColumn(1);
        robot.interact(() -> start.setVisible(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(Arrays.equals(before, brightness(robot, 4)), "another column stands there");
        robot.interact(() -> start.setVisible(true));
        robot.interact(() -> FxStage.setDark(scene, true));
        WaitForAsyncUtils.waitForFxEvents();
        double lightest = Arrays.stream(brightness(robot, 4)).max().orElseThrow();
        assertTrue(lightest > 0.8, "light letters on dark ground, but " + lightest);
    }

    /// Of all places in the middle of a row.
    private double[] brightness(FxRobot robot, int row) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            WritableImage image = scene.getRoot().snapshot(null, null);
            double top = cell(robot, row).localToScene(0, 0).getY();
            return IntStream.range(0, 80 * 20)
                    .mapToObj(i -> image.getPixelReader().getColor(40 + i % 80, (int) top + 2 + i / 80))
                    .mapToDouble(Color::getBrightness)
                    .toArray();
        });
    }

    /// Whether there is ink between two places of what is in view of a row.
    private boolean isDrawnOn(FxRobot robot, int row, double from, double to) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            WritableImage image = scene.getRoot().snapshot(null, null);
            Bounds its = cell(robot, row).localToScene(new BoundingBox(0, 0, 1, 24));
            Color ground = image.getPixelReader().getColor((int) from, (int) its.getMinY() + 1);
            for (double x = from; x < to; x++) {
                for (double y = its.getMinY() + 2; y < its.getMaxY() - 2; y++) {
                    if (!image.getPixelReader().getColor((int) x, (int) y).equals(ground)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private Point2D at(FxRobot robot, int row, int column) {
        return screen(robot, row, (right(table(robot), column - 1) + right(table(robot), column)) / 2);
    }

    private Point2D screen(FxRobot robot, int row, double x) {
        RowCell cell = cell(robot, row);
        Bounds bounds = cell.localToScreen(cell.getLayoutBounds());
        return new Point2D(bounds.getMinX() + x, bounds.getCenterY());
    }

    private static String aloud(RowCell cell) {
        return String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static ScrollBar horizontal(FxRobot robot) {
        return table(robot).lookupAll(".scroll-bar")
                .stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow();
    }

    private static double sight(FxRobot robot) {
        return table(robot).lookup(".clipped-container").getLayoutBounds().getWidth();
    }

    private static double right(TableView<Integer> table, int column) {
        return table.getVisibleLeafColumns().stream().limit(column + 1L).mapToDouble(TableColumn::getWidth).sum();
    }

    private static RowCell cell(FxRobot robot, int row) {
        return cells(robot).stream().filter(cell -> cell.getIndex() == row).findFirst().orElseThrow();
    }

    private static List<RowCell> cells(FxRobot robot) {
        return robot.lookup(".row-of-values")
                .queryAll()
                .stream()
                .map(RowCell.class::cast)
                .filter(row -> row.getTableRow().isVisible() && !row.getTableRow().isEmpty())
                .toList();
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.show(index));
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
        robot.interact(() -> selection.set(Selection.NONE));
    }

    private static TableView<Integer> table(FxRobot robot) {
        return robot.lookup("#dialogs-table").queryTableView();
    }

    private static void waitFor(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
