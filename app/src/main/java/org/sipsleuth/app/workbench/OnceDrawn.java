package org.sipsleuth.app.workbench;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/// Does something once a node has been drawn. Used on the JavaFX thread.
final class OnceDrawn extends AnimationTimer {

    /// What is shown is laid out and handed to the renderer in the first frame, lists fill in the
    /// next; so it is on the screen before the third.
    private static final int FRAMES = 3;

    /// A node that is not visible for so many frames is not waited for.
    private static final int PATIENCE = 300;

    private final Node node;
    private final Runnable action;
    private int drawn;
    private int hidden;

    private OnceDrawn(Node node, Runnable action) {
        this.node = node;
        this.action = action;
    }

    /// Waits for the node; for some seconds only, if it is not visible.
    static void run(Node node, Runnable action) {
        new OnceDrawn(node, action).start();
    }

    @Override
    public void handle(long now) {
        if (isOnScreen(node)) {
            drawn++;
        } else {
            drawn = 0;
            hidden++;
        }
        if (drawn == FRAMES) {
            stop();
            action.run();
        } else if (hidden == PATIENCE) {
            stop();
        }
    }

    private static boolean isOnScreen(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0 && bounds.getHeight() > 0
                && bounds.intersects(0, 0, node.getScene().getWidth(), node.getScene().getHeight());
    }
}
