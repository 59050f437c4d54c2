package org.sipsleuth.view.message.text;

import javafx.scene.input.KeyEvent;

/// The keys of a text that is only read.
final class TextKeys {

    private final StyledTextArea area;
    private double goal;
    private int goalIsOf = -1;

    TextKeys(StyledTextArea area) {
        this.area = area;
    }

    void listen() {
        area.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean isOurs = !event.isAltDown() && (event.isShortcutDown() ? command(event) : move(event));
        if (isOurs) {
            event.consume();
        }
    }

    private boolean command(KeyEvent event) {
        CaretMoves moves = new CaretMoves(area.laid());
        int caret = area.caret();
        int end = area.laid().text().length();
        switch (event.getCode()) {
            case A -> {
                if (event.isShiftDown()) {
                    return false;
                }
                area.selectAll();
            }
            case C, INSERT -> area.copy();
            case LEFT, KP_LEFT -> go(moves.word(caret, false), event);
            case RIGHT, KP_RIGHT -> go(moves.word(caret, true), event);
            case HOME -> go(0, event);
            case END -> go(end, event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean move(KeyEvent event) {
        CaretMoves moves = new CaretMoves(area.laid());
        TextSpan selected = area.selected();
        int caret = selected.caret();
        boolean leaves = !event.isShiftDown() && !selected.isEmpty(); // to the selection's edge
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> go(leaves ? selected.from() : moves.character(caret, false), event);
            case RIGHT, KP_RIGHT -> go(leaves ? selected.to() : moves.character(caret, true), event);
            case UP, KP_UP -> goRows(-1, event);
            case DOWN, KP_DOWN -> goRows(1, event);
            case PAGE_UP -> goRows(-area.rowsInSight(), event);
            case PAGE_DOWN -> goRows(area.rowsInSight(), event);
            case HOME -> go(moves.rowStart(caret), event);
            case END -> go(moves.rowEnd(caret, event.isShiftDown()), event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(int place, KeyEvent event) {
        goalIsOf = -1;
        area.moveTo(event.isShiftDown() ? area.selected().anchor() : place, place);
    }

    /// Keeps to the x that it began at, though rows between be shorter.
    private void goRows(int count, KeyEvent event) {
        double x = goalIsOf == area.caret() ? goal : area.laid().rows().left(area.caret());
        go(new CaretMoves(area.laid()).rows(area.caret(), count, x), event);
        goal = x;
        goalIsOf = area.caret();
    }
}
