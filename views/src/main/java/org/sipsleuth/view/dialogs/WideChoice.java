package org.sipsleuth.view.dialogs;

import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Takes over the choosing of so many rows that the table's own selection would stand still: its
/// cost grows with the square of the rows.
final class WideChoice {

    /// More rows than this are not left to the table.
    static final int MOST_MARKED = 3_000;

    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final TableView<Integer> table;
    private final RowRange choose;

    /// Chooses all rows from `first` to `last`.
    @FunctionalInterface
    interface RowRange {
        void choose(int first, int last);
    }

    private WideChoice(TableView<Integer> table, RowRange choose) {
        this.table = table;
        this.choose = choose;
    }

    static void install(TableView<Integer> table, RowRange choose) {
        WideChoice choice = new WideChoice(table, choose);
        table.addEventFilter(KeyEvent.KEY_PRESSED, choice::keyPressed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, choice::mousePressed);
    }

    private void keyPressed(KeyEvent event) {
        int last = table.getItems().size() - 1;
        int from = Math.max(0, table.getFocusModel().getFocusedIndex());
        boolean taken = (ALL.match(event) && taken(0, last))
                || (event.isShiftDown() && event.getCode() == KeyCode.END && taken(from, last))
                || (event.isShiftDown() && event.getCode() == KeyCode.HOME && taken(0, from));
        if (taken) {
            event.consume();
        }
    }

    private void mousePressed(MouseEvent event) {
        if (!event.isShiftDown() || event.getButton() != MouseButton.PRIMARY
                || !(event.getTarget() instanceof Node target)) {
            return;
        }
        TableRow<?> row = rowOf(target);
        int from = table.getFocusModel().getFocusedIndex();
        if (row != null && !row.isEmpty() && from >= 0) {
            int to = row.getIndex();
            if (taken(Math.min(from, to), Math.max(from, to))) {
                event.consume();
            }
        }
    }

    private boolean taken(int first, int last) {
        if (last - first < MOST_MARKED) {
            return false;
        }
        choose.choose(first, last);
        return true;
    }

    private static @Nullable TableRow<?> rowOf(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row;
            }
        }
        return null;
    }
}
