package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Window;
import java.util.EnumSet;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// A robot whose mouse and wheel events carry the held buttons and keys, and whose drags stay with
/// the window they began in.
final class HeadlessPlusRobot extends HeadlessRobot {

    private static final int WHEEL_STEP = 40;

    private final EnumSet<MouseButton> down = EnumSet.noneOf(MouseButton.class);
    private double x;
    private double y;
    private int keys;
    private Window over;
    private Window grabbed;

    HeadlessPlusRobot(HeadlessApplication application) {
        super(application);
    }

    @Override
    public void keyPress(KeyCode code) {
        keys |= modifier(code);
        super.keyPress(code);
    }

    @Override
    public void keyRelease(KeyCode code) {
        keys &= ~modifier(code);
        super.keyRelease(code);
    }

    @Override
    public double getMouseX() {
        return x;
    }

    @Override
    public double getMouseY() {
        return y;
    }

    @Override
    public void mouseMove(double newX, double newY) {
        x = newX;
        y = newY;
        Window target = target();
        if (down.isEmpty()) {
            send(target, MouseEvent.MOVE, MouseEvent.BUTTON_NONE, modifiers(), false);
        } else {
            MouseButton first = down.iterator().next();
            send(target, MouseEvent.DRAG, getGlassEventButton(first), modifiers(), false);
        }
    }

    @Override
    public void mousePress(MouseButton... buttons) {
        for (MouseButton button : buttons) {
            Window target = target();
            if (down.isEmpty()) {
                grabbed = target;
            }
            down.add(button);
            boolean menu = button == MouseButton.SECONDARY;
            send(target, MouseEvent.DOWN, getGlassEventButton(button), modifiers(), menu);
            if (menu && target != null && target.getView() instanceof HeadlessView view) {
                int viewX = (int) x - target.getX();
                int viewY = (int) y - target.getY();
                view.notifyMenu(viewX, viewY, (int) x, (int) y, false);
            }
        }
    }

    @Override
    public void mouseRelease(MouseButton... buttons) {
        for (MouseButton button : buttons) {
            Window target = target();
            int held = modifiers();
            down.remove(button);
            send(target, MouseEvent.UP, getGlassEventButton(button), held, false);
            if (down.isEmpty()) {
                grabbed = null;
            }
        }
    }

    @Override
    public void mouseWheel(int amount) {
        Window target = target();
        if (target == null || !(target.getView() instanceof HeadlessView view)) {
            return;
        }
        int viewX = (int) x - target.getX();
        int viewY = (int) y - target.getY();
        int turn = amount > 0 ? -1 : 1;
        for (int i = 0; i < Math.abs(amount); i++) {
            view.notifyScroll(viewX, viewY, (int) x, (int) y, 0, turn, modifiers(), 0, 0, 0, 0, WHEEL_STEP, WHEEL_STEP);
        }
    }

    private int modifiers() {
        return keys | getModifiers(down.toArray(MouseButton[]::new));
    }

    private static int modifier(KeyCode code) {
        return switch (code) {
            case CONTROL -> KeyEvent.MODIFIER_CONTROL;
            case SHIFT -> KeyEvent.MODIFIER_SHIFT;
            case ALT -> KeyEvent.MODIFIER_ALT;
            case COMMAND, META, WINDOWS -> KeyEvent.MODIFIER_WINDOWS;
            default -> 0;
        };
    }

    /// The window that the next event goes to: the one the drag began in, else the uppermost one
    /// under the pointer. Shows the windows when the pointer leaves one for another.
    private Window target() {
        Window under = windowUnderPointer();
        if (under != over) {
            if (over != null && !over.isClosed()) {
                send(over, MouseEvent.EXIT, MouseEvent.BUTTON_NONE, modifiers(), false);
            }
            over = under;
            send(under, MouseEvent.ENTER, MouseEvent.BUTTON_NONE, modifiers(), false);
        }
        boolean dragging = !down.isEmpty() && grabbed != null && !grabbed.isClosed();
        return dragging ? grabbed : under;
    }

    private Window windowUnderPointer() {
        List<Window> hits = Window.getWindows()
                .stream()
                .filter(w -> w.getView() != null && !w.isClosed() && w.isVisible())
                .filter(w -> x >= w.getX() && x < w.getX() + w.getWidth())
                .filter(w -> y >= w.getY() && y < w.getY() + w.getHeight())
                .toList();
        return hits.isEmpty() ? null : hits.getLast();
    }

    private void send(Window window, int type, int button, int modifiers, boolean popupTrigger) {
        if (window != null && window.getView() instanceof HeadlessView view) {
            int viewX = (int) x - window.getX();
            int viewY = (int) y - window.getY();
            view.notifyMouse(type, button, viewX, viewY, (int) x, (int) y, modifiers, popupTrigger, false);
        }
    }
}
