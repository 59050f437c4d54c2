package org.sipsleuth.view.dialogs;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.sipsleuth.view.ui.Memory;

/// Remembers where the user dragged the first divider of a split pane.
final class PaneSizes {

    private static final String DIVIDER = "split-pane-divider";
    private static final double NEAR_EDGE = 0.05;

    private PaneSizes() {}

    /// Puts the dividers where they were left in an earlier window, and keeps where they are
    /// dragged to.
    static void remember(SplitPane split, Memory memory, String key) {
        Runnable recall = () -> memory.get(key).flatMap(PaneSizes::share).ifPresent(divider -> move(split, divider));
        recall.run();
        memory.whenReplaced(recall);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node target && isDividerOf(target, split)) {
                double share = share(split.getDividerPositions());
                memory.keep(key, String.format(Locale.ROOT, "%.4f", share));
            }
        });
    }

    private static void move(SplitPane split, double share) {
        double[] now = split.getDividerPositions();
        if (now.length > 0) {
            split.setDividerPosition(0, now.length > 1 ? share * now[1] : share);
        } else {
            split.setDividerPositions(share);
        }
    }

    private static boolean isDividerOf(Node target, SplitPane split) {
        Node at = target;
        while (at != null && !at.getStyleClass().contains(DIVIDER)) {
            at = at.getParent();
        }
        return at != null && split.equals(at.getParent());
    }

    /// The share of the first pane in the room of the first two: a third comes and goes.
    private static double share(double[] positions) {
        return positions.length > 1 ? positions[0] / positions[1] : positions[0];
    }

    private static Optional<Double> share(String text) {
        try {
            double share = Double.parseDouble(text);
            return share > NEAR_EDGE && share < 1 - NEAR_EDGE ? Optional.of(share) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // written by hand
        }
    }
}
