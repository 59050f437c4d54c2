package org.sipsleuth.view.dialogs;

import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;

/// Lays the head of a group over the cells of its row, as wide as the table.
final class GroupRowSkin extends TableRowSkin<Integer> {

    private final TableRow<Integer> row;
    private final Label head;

    GroupRowSkin(TableRow<Integer> row, Label head) {
        super(row);
        this.row = row;
        this.head = head;
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        if (!head.isVisible()) {
            return;
        }
        if (!getChildren().contains(head)) {
            getChildren().add(head);
        }
        double left = row.getTableView() == null ? 0 : scrolled();
        head.resizeRelocate(left, y, row.getTableView().getWidth(), h);
        head.toFront();
    }

    /// How far the row is scrolled to the left, so that its head stays in sight.
    private double scrolled() {
        return Math.max(0, row.getParent() == null ? 0 : -row.getParent().getLayoutX());
    }
}
