package org.sipsleuth.view.dialogs.table.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A table that scrolls by the place of its scroll bar comes to the row that is so many pixels on.
@ExtendWith(ApplicationExtension.class)
class LongTableSkinTest {

    private static final int ROWS = 20_000;
    private static final double ROW = 24;

    private TableView<Integer> table;

    @Start
    void start(Stage stage) {
        table = new TableView<>(); // not before: its class needs the toolkit
        TableColumn<Integer, Integer> column = new TableColumn<>("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        table.getColumns().add(column);
        table.setFixedCellSize(ROW);
        table.setItems(FXCollections.observableArrayList(IntStream.range(0, ROWS).boxed().toList()));
        RowPainter painter = new RowPainter(table, new SimpleObjectProperty<>());
        table.setSkin(new LongTableSkin(table, painter));
        stage.setScene(new Scene(table, 300, 400));
        stage.show();
    }

    @Test
    void scrollsByPixelsFromRowToRow(FxRobot robot) {
        assertEquals(72, scroll(robot, 72), 0.01);
        assertFirst(3, 0);
        assertEquals(10, scroll(robot, 10), 0.01);
        assertFirst(3, -10);
        for (int step = 0; step < 20; step++) {
            scroll(robot, 24);
        }
        assertFirst(23, -10);
        assertEquals(-10, scroll(robot, -10), 0.01);
        assertFirst(23, 0);
    }

    @Test
    void scrollsByPartsOfAPixelAndSeveralTimesAFrame(FxRobot robot) {
        for (int step = 0; step < 20; step++) {
            scroll(robot, 0.5);
        }
        assertFirst(0, -10);
        robot.interact(() -> {
            flow().scrollPixels(30);
            flow().scrollPixels(32);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertFirst(3, 0);
    }

    @Test
    void stopsAtBothEnds(FxRobot robot) {
        assertEquals(0, scroll(robot, -72));
        assertFirst(0, 0);
        double all = scroll(robot, 1e9);
        IndexedCell<?> last = flow().getLastVisibleCell();
        assertEquals(ROWS - 1, last.getIndex());
        Node sight = flow().lookup(".clipped-container");
        assertEquals(sight.getLayoutBounds().getHeight(), last.getLayoutY() + ROW, 0.5);
        assertEquals(ROWS * ROW - sight.getLayoutBounds().getHeight(), all, 0.5);
        assertEquals(0, scroll(robot, 72));
        assertEquals(-72, scroll(robot, -72), 0.01);
        assertEquals(ROWS - 4, flow().getLastVisibleCell().getIndex());
    }

    @Test
    void goesOnFromWhereTheTableWasScrolledTo(FxRobot robot) {
        robot.interact(() -> table.scrollTo(15_000));
        WaitForAsyncUtils.waitForFxEvents();
        assertFirst(15_000, 0);
        scroll(robot, -48);
        assertFirst(14_998, 0);
    }

    @Test
    void hasNothingToScrollWhereAllRowsAreInSight(FxRobot robot) {
        robot.interact(() -> table.getItems().setAll(1, 2, 3));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, scroll(robot, 72));
        assertFirst(0, 0);
    }

    private double scroll(FxRobot robot, double pixels) {
        double[] scrolled = new double[1];
        robot.interact(() -> scrolled[0] = flow().scrollPixels(pixels));
        WaitForAsyncUtils.waitForFxEvents();
        return scrolled[0];
    }

    private void assertFirst(int row, double y) {
        IndexedCell<?> first = flow().getFirstVisibleCell();
        // A row that ends where the sight begins may count as visible, or not.
        if (first.getIndex() == row - 1) {
            assertEquals(y - ROW, first.getLayoutY(), 0.01);
        } else {
            assertEquals(row, first.getIndex());
            assertEquals(y, first.getLayoutY(), 0.01);
        }
    }

    private VirtualFlow<?> flow() {
        Node found = table.lookup(".virtual-flow");
        assertTrue(found instanceof VirtualFlow<?>);
        return (VirtualFlow<?>) found;
    }
}
