package org.sipsleuth.view.dialogs.ladder;

import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The mouse on a ladder: a click makes a row the current one, a double click on a head renames
/// the host, resting tells about a row or a host.
final class LadderMouse {

    private final LadderCanvas canvas;
    private final LadderViewModel model;
    private final AliasField aliasField;
    private final Tooltip details = new Tooltip();

    LadderMouse(LadderCanvas canvas, LadderViewModel model, AliasField aliasField) {
        this.canvas = canvas;
        this.model = model;
        this.aliasField = aliasField;
    }

    void listen() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(-1));
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        LadderGeometry geometry = canvas.geometry();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int head = geometry.headAt(event.getX(), event.getY());
        if (head >= 0 && event.getClickCount() == 2) {
            aliasField.edit(head);
        } else if (geometry.rowAt(event.getY()) >= 0) {
            int row = geometry.rowAt(event.getY());
            if (event.isShortcutDown()) {
                model.chooseBeside(row);
            } else {
                model.goTo(row);
            }
        }
        event.consume();
    }

    private void moved(MouseEvent event) {
        LadderGeometry geometry = canvas.geometry();
        LadderRows rows = model.rowsProperty().get();
        int head = geometry.headAt(event.getX(), event.getY());
        pointAt(geometry.rowAt(event.getY()));
        if (rows != null && head >= 0 && head < rows.lifelines().size()) {
            tell(rows.hostDetails(head));
        }
    }

    private void pointAt(int row) {
        LadderRows rows = model.rowsProperty().get();
        canvas.setPointed(row);
        if (rows == null || row < 0 || row >= rows.size()) {
            Tooltip.uninstall(canvas, details);
            return;
        }
        tell(rows.details(row));
    }

    private void tell(String words) {
        if (!words.equals(details.getText())) {
            details.hide();
            details.setText(words);
        }
        Tooltip.install(canvas, details);
    }
}
