package org.sipsleuth.view.dialogs.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.view.dialogs.condition.LadderFilterItems;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;

/// The mouse on a ladder: a click makes a row the current one or chooses a lifeline, dragging a
/// head moves its lifeline, a double click on it renames it, resting shows details of a row or a
/// host.
final class LadderMouse {

    /// Less than this is a click.
    private static final double LEAST_DRAG = 6;

    private static final double WIDEST_TIP = 560;

    private static final int NO_ROW = -1;

    private final LadderCanvas canvas;
    private final LadderViewModel model;
    private final AliasField aliasField;
    private final Tooltip details = new Tooltip();
    private ContextMenu headMenu = new ContextMenu();
    private final ContextMenu rowMenu = new ContextMenu();
    private final List<MenuItem> headFilters = new ArrayList<>();
    private Optional<LadderFilterItems> filter = Optional.empty();
    private IntFunction<String> hints = _ -> "";
    private Function<Lifeline, String> roles = _ -> "";
    private String dragged = "";
    private double pressedAt;
    private int described = NO_ROW;

    LadderMouse(LadderCanvas canvas, LadderViewModel model, AliasField aliasField) {
        this.canvas = canvas;
        this.model = model;
        this.aliasField = aliasField;
        details.setWrapText(true);
        details.setMaxWidth(WIDEST_TIP);
    }

    void listen() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(NO_ROW, -1));
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuWanted);
    }

    /// What can be done with lifelines.
    void setHeadMenu(ContextMenu menu) {
        headMenu = menu;
    }

    /// Offers to filter by messages and lifelines.
    void setFilter(LadderFilterItems items) {
        filter = Optional.of(items);
    }

    /// The hints about a row as text; may be empty.
    void setHints(IntFunction<String> words) {
        hints = words;
    }

    /// What the hosts of a lifeline are, as text; may be empty.
    void setRoles(Function<Lifeline, String> words) {
        roles = words;
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        headMenu.hide();
        rowMenu.hide();
        LadderGeometry geometry = canvas.geometry();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int head = geometry.headAt(event.getX(), event.getY());
        if (head >= 0 && event.getClickCount() == 2) {
            aliasField.edit(head);
        } else if (head >= 0) {
            dragged = lifelines().get(head).id();
            pressedAt = event.getX();
        } else if (geometry.rowAt(event.getY()) >= 0) {
            int row = geometry.rowAt(event.getY());
            if (event.isShortcutDown()) {
                model.chooseBeside(row);
            } else {
                model.goTo(row);
            }
        } else {
            model.goToStream(canvas.streamAt(event.getY()));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (!dragged.isEmpty() && isDrag(event)) {
            canvas.setDropAt(canvas.geometry().gapAt(event.getX()));
        }
    }

    private void released(MouseEvent event) {
        if (dragged.isEmpty()) {
            return;
        }
        String id = dragged;
        dragged = "";
        canvas.setDropAt(-1);
        if (isDrag(event)) {
            model.choices().move(lifelines(), id, canvas.geometry().gapAt(event.getX()));
        } else {
            model.choices().choose(id, event.isShortcutDown() || event.isShiftDown());
        }
    }

    private boolean isDrag(MouseEvent event) {
        return Math.abs(event.getX() - pressedAt) >= LEAST_DRAG;
    }

    private List<Lifeline> lifelines() {
        LadderRows rows = model.rowsProperty().get();
        return rows == null ? List.of() : rows.lifelines();
    }

    private void menuWanted(ContextMenuEvent event) {
        int head = canvas.geometry().headAt(event.getX(), event.getY());
        if (head >= 0 && !event.isKeyboardTrigger()) {
            String id = lifelines().get(head).id();
            if (!model.choices().chosenProperty().get().contains(id)) {
                model.choices().choose(id, false);
            }
            offerFilters(lifelines().get(head));
            headMenu.show(canvas, event.getScreenX(), event.getScreenY());
            event.consume();
        } else {
            showRowMenu(event);
        }
    }

    private void offerFilters(Lifeline lifeline) {
        headMenu.getItems().removeAll(headFilters);
        headFilters.clear();
        filter.ifPresent(items -> headFilters.addAll(items.ofLifeline(lifeline)));
        if (!headFilters.isEmpty()) {
            headFilters.add(new SeparatorMenuItem());
        }
        headMenu.getItems().addAll(0, headFilters);
    }

    /// The menu of the row under the pointer, which becomes the current one; by the keyboard of
    /// the current one.
    private void showRowMenu(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            int row = canvas.geometry().rowAt(event.getY());
            if (row < 0) {
                return;
            }
            model.goTo(row);
        }
        CurrentMessage current = model.currentMessageProperty().get();
        if (current == null || filter.isEmpty()) {
            return;
        }
        details.hide();
        rowMenu.getItems().setAll(filter.get().ofMessage(current.index(), current.message()));
        rowMenu.show(canvas, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void moved(MouseEvent event) {
        LadderGeometry geometry = canvas.geometry();
        LadderRows rows = model.rowsProperty().get();
        int head = geometry.headAt(event.getX(), event.getY());
        pointAt(geometry.rowAt(event.getY()), canvas.streamAt(event.getY()));
        if (rows != null && head >= 0 && head < rows.lifelines().size()) {
            showTip(rows.hostDetails(head) + roles.apply(rows.lifelines().get(head)));
        }
    }

    private void pointAt(int row, int stream) {
        LadderRows rows = model.rowsProperty().get();
        canvas.setPointed(row);
        canvas.setPointedStream(stream);
        int now = stream >= 0 ? NO_ROW - 1 - stream : row;
        if (rows == null || now == NO_ROW || row >= rows.size()) {
            described = NO_ROW;
            Tooltip.uninstall(canvas, details);
        } else if (now != described) {
            described = now; // the words are made once, not with each movement
            showTip(stream >= 0 ? streamWords(rows, stream) : rows.details(row) + hints.apply(row));
        }
    }

    private String streamWords(LadderRows rows, int place) {
        Ladder.PlacedMedia stream = rows.ladder().media().get(place);
        return rows.details(stream) + canvas.streamWords(stream.arrow());
    }

    private void showTip(String words) {
        if (!words.equals(details.getText())) {
            details.hide();
            details.setText(words);
        }
        Tooltip.install(canvas, details);
    }
}
