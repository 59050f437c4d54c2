package org.sipsleuth.app.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableColumn;
import org.sipsleuth.view.dialogs.table.cell.RowCell;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.testfx.api.FxRobot;

/// What the rows of the list show, and where.
final class ListRows {

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private ListRows() {}

    /// From the top: cells are used again, so those of the table are in any order.
    private static Stream<RowCell> inSight(FxRobot robot) {
        return robot.lookup("#dialogs-table .row-of-values")
                .queryAll()
                .stream()
                .map(RowCell.class::cast)
                .filter(row -> row.getTableRow().isVisible() && !row.getTableRow().isEmpty())
                .sorted(Comparator.comparingInt(row -> row.getTableRow().getIndex()));
    }

    /// How many of them are heads of groups.
    static long groups(FxRobot robot) {
        return inSight(robot).filter(row -> row.getTableRow().getPseudoClassStates().contains(GROUP)).count();
    }

    /// The values of a column that are not empty.
    ///
    /// @param title the column's
    static List<String> values(FxRobot robot, String title) {
        Pattern value = Pattern.compile("(?:^|, )" + Pattern.quote(title) + ": ([^,]*)");
        return inSight(robot).map(ListRows::aloud)
                .map(value::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    /// The middle of the first value of a column that is `value`, on the screen; waits for its row.
    static Point2D place(FxRobot robot, String title, String value) {
        try {
            TestWindow.waitUntil(() -> first(robot, title, value).isPresent());
        } catch (AssertionError late) {
            List<String> rows = inSight(robot).map(ListRows::aloud).toList();
            throw new AssertionError("no row shows " + title + ": " + value + " of " + rows, late);
        }
        RowCell cell = first(robot, title, value).orElseThrow();
        double left = 0;
        for (TableColumn<?, ?> column : cell.getTableView().getVisibleLeafColumns()) {
            if (column.getUserData() instanceof DialogColumn its && its.title().equals(title)) {
                left += column.getWidth() / 2;
                break;
            }
            left += column.getWidth();
        }
        Bounds bounds = cell.localToScreen(cell.getLayoutBounds());
        return new Point2D(bounds.getMinX() + left, bounds.getCenterY());
    }

    private static Optional<RowCell> first(FxRobot robot, String title, String value) {
        return inSight(robot).filter(row -> aloud(row).contains(title + ": " + value)).findFirst();
    }

    private static String aloud(RowCell cell) {
        return String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
