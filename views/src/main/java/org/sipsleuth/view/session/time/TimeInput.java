package org.sipsleuth.view.session.time;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.sipsleuth.view.session.Selection.TimeRange;

/// Turns mouse and keys on a canvas, whose width is the time in view, into moves of that time.
public final class TimeInput {

    private static final double EDGE_PIXELS = 5;

    /// How far the mouse must go before a press is a drag.
    private static final double DRAG_PIXELS = 3;

    /// How far an arrow key moves the cursor.
    private static final double STEP_PIXELS = 4;

    private static final double ZOOM_STEP = 0.8;

    /// What can be clicked beside the time itself.
    public interface Targets {
        /// Whether there is something to be clicked, in pixels of the canvas.
        boolean isAt(double x, double y);

        /// It was clicked.
        void click(double x, double y, boolean isDouble);
    }

    private final Canvas canvas;
    private final TimeSight model;
    private final Targets targets;
    private double pressedAt;
    private boolean dragging;

    /// @param canvas as wide as the time in view
    /// @param model the time in view
    /// @param targets what else can be clicked
    public TimeInput(Canvas canvas, TimeSight model, Targets targets) {
        this.targets = targets;
        this.canvas = canvas;
        this.model = model;
    }

    /// Listens from now on.
    public void listen() {
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnMouseClicked(this::click);
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnScroll(this::scroll);
        canvas.setOnKeyPressed(this::key);
        canvas.setOnKeyReleased(this::keyUp);
        canvas.focusedProperty().subscribe(this::letGoWithout);
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        pressedAt = event.getX();
        dragging = false;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (!dragging && Math.abs(event.getX() - pressedAt) >= DRAG_PIXELS) {
            dragging = true;
            sight().ifPresent(s -> model.beginBrush(at(pressedAt, s), tolerance(s)));
        }
        if (dragging) {
            sight().ifPresent(s -> model.brushTo(at(event.getX(), s)));
        }
    }

    private void release(MouseEvent event) {
        if (dragging && event.getButton() == MouseButton.PRIMARY) {
            dragging = false;
            model.endBrush();
        }
    }

    private void click(MouseEvent event) {
        boolean isTarget = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()
                && targets.isAt(event.getX(), event.getY());
        if (isTarget) {
            targets.click(event.getX(), event.getY(), event.getClickCount() == 2);
        } else if (event.getClickCount() == 2 && event.isStillSincePress()) {
            model.clear();
        }
    }

    private void hover(MouseEvent event) {
        boolean edge = sight().filter(s -> model.isAtEdge(at(event.getX(), s), tolerance(s))).isPresent();
        boolean target = targets.isAt(event.getX(), event.getY());
        canvas.setCursor(target ? Cursor.HAND : edge ? Cursor.H_RESIZE : Cursor.CROSSHAIR);
    }

    /// The wheel zooms; with Shift, or sideways, it moves.
    private void scroll(ScrollEvent event) {
        sight().ifPresent(s -> {
            if (event.isShiftDown() || event.getDeltaX() != 0) {
                double pixels = event.getDeltaX() + event.getDeltaY();
                model.moveWindow(-Math.round(pixels * nanosPerPixel(s)));
            } else if (event.getDeltaY() != 0) {
                double factor = event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
                model.zoom(factor, at(event.getX(), s));
            }
        });
        event.consume();
    }

    private void key(KeyEvent event) {
        Optional<TimeRange> sight = sight();
        if (sight.isEmpty() || event.isAltDown() || event.isControlDown()) {
            return;
        }
        long bar = Math.max(1, Math.round(STEP_PIXELS * nanosPerPixel(sight.get())));
        long centre = at(canvas.getWidth() / 2, sight.get());
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.moveCursor(-bar, event.isShiftDown());
            case RIGHT -> model.moveCursor(bar, event.isShiftDown());
            case PLUS, ADD, EQUALS -> model.zoom(ZOOM_STEP, cursorOr(centre));
            case MINUS, SUBTRACT -> model.zoom(1 / ZOOM_STEP, cursorOr(centre));
            case DIGIT0, NUMPAD0 -> model.resetZoom();
            case DELETE, BACK_SPACE -> model.clear();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void keyUp(KeyEvent event) {
        if (event.getCode() == KeyCode.SHIFT) {
            model.endBrush();
        }
    }

    private void letGoWithout(boolean focus) {
        if (!focus && !dragging) {
            model.endBrush();
        }
    }

    private long cursorOr(long centre) {
        return model.cursorProperty().get().orElse(centre);
    }

    private Optional<TimeRange> sight() {
        return model.windowProperty().get();
    }

    private long at(double x, TimeRange sight) {
        return model.scale().nanos(model.scale().shown(sight.fromNanos()) + Math.round(x * nanosPerPixel(sight)));
    }

    private long tolerance(TimeRange sight) {
        return Math.round(EDGE_PIXELS * nanosPerPixel(sight));
    }

    private double nanosPerPixel(TimeRange sight) {
        return (double) model.scale().length(sight) / Math.max(1, canvas.getWidth());
    }
}
