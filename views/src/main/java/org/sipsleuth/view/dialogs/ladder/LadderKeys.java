package org.sipsleuth.view.dialogs.ladder;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;

/// The keys of a ladder.
final class LadderKeys {

    private final LadderViewModel model;
    private final LadderPlayer player;

    LadderKeys(LadderViewModel model, LadderPlayer player) {
        this.model = model;
        this.player = player;
    }

    /// Steps if the key is one of those that step also while the list of dialogs has the focus.
    ///
    /// @return whether it was
    boolean steppedBy(KeyEvent event) {
        if (model.rowsProperty().get() == null || hasModifier(event)) {
            return false;
        }
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case SPACE -> player.toggle();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Moves as the key says, on a ladder that has the focus and pages of so many rows.
    ///
    /// @return whether the key means something here
    boolean movedBy(KeyEvent event, int page) {
        if (steppedBy(event)) {
            return true;
        }
        LadderRows rows = model.rowsProperty().get();
        if (rows == null || hasModifier(event)) {
            return false;
        }
        KeyCode code = event.getCode();
        switch (code) {
            case UP -> stepArrow(-1);
            case DOWN -> stepArrow(1);
            case PAGE_UP -> step(-page);
            case PAGE_DOWN -> step(page);
            case HOME -> step(-rows.size());
            case END -> step(rows.size());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void stepArrow(int direction) {
        player.stop();
        model.stepArrow(direction);
    }

    private void step(int count) {
        player.stop();
        model.step(count);
    }

    private static boolean hasModifier(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.isShiftDown();
    }
}
