package org.sipsleuth.view.social.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Keeps labels from lying on each other.
final class LabelRoom {

    private final List<Rectangle2D> taken = new ArrayList<>();

    /// Takes a place unless a part of it is taken.
    ///
    /// @return whether it was free
    boolean take(double x, double y, double width, double height) {
        Rectangle2D wanted = new Rectangle2D(x, y, width, height);
        if (taken.stream().anyMatch(wanted::intersects)) {
            return false;
        }
        taken.add(wanted);
        return true;
    }
}
