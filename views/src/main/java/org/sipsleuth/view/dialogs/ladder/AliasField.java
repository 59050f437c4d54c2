package org.sipsleuth.view.dialogs.ladder;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.ui.Texts;

/// Where the user writes what a host shall be called: over its head. Enter takes it, Escape does
/// not, Tab goes on to the next host.
final class AliasField extends TextField {

    private static final double WIDTH = 150;
    private static final double NARROWEST = 80;
    private static final double TOP = 5;
    private static final double HEIGHT = LadderGeometry.HEAD - 10;
    private static final int LONGEST = 60;

    private final LadderViewModel model;
    private final LadderCanvas canvas;
    private int lane = -1;

    AliasField(LadderViewModel model, LadderCanvas canvas) {
        this.model = model;
        this.canvas = canvas;
        setId("ladder-alias");
        getStyleClass().add("ladder-alias");
        setPromptText(Texts.text("dialogs.ladder.alias"));
        setVisible(false);
        setManaged(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                take();
            }
        });
    }

    /// Opens over the head of this lane.
    void edit(int wanted) {
        Lifeline host = host(wanted);
        if (host == null) {
            return;
        }
        lane = wanted;
        setText(model.choices().typedName(host));
        setVisible(true);
        canvas.requestLayout();
        requestFocus();
        selectAll();
    }

    /// Follows the head.
    void place(LadderGeometry geometry) {
        if (lane >= 0) {
            double width = Math.clamp(geometry.laneWidth(lane), NARROWEST, WIDTH);
            double left = Math.max(0, geometry.laneX(lane) - width / 2);
            resizeRelocate(left, TOP, width, HEIGHT);
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                take();
                canvas.requestFocus();
            }
            case ESCAPE -> {
                close();
                canvas.requestFocus();
            }
            case TAB -> {
                int next = lane + (event.isShiftDown() ? -1 : 1);
                take();
                canvas.requestFocus();
                edit(next);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take() {
        Lifeline host = host(lane);
        close(); // first: another name may make other lifelines
        if (host != null) {
            String alias = getText();
            model.choices().rename(host, alias.length() > LONGEST ? alias.substring(0, LONGEST) : alias);
        }
    }

    private void close() {
        lane = -1;
        setVisible(false);
    }

    private @Nullable Lifeline host(int wanted) {
        LadderRows rows = model.rowsProperty().get();
        return rows == null || wanted < 0 || wanted >= rows.lifelines().size() ? null : rows.lifelines().get(wanted);
    }
}
