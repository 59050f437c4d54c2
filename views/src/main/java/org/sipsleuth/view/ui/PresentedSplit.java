package org.sipsleuth.view.ui;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Leaves the room of a low split pane to its upper part while it is presented: the lower part is
/// folded, and can be pulled up by the divider.
public final class PresentedSplit {

    /// Less, in pixels, is too little for both parts.
    private static final double LOW = 380;

    /// The divider alone stays in view.
    private static final double FOLDED = 1;

    private final SplitPane split;
    private final Region lower;
    private final double least;
    private Subscription height = Subscription.EMPTY;
    private double before;

    /// @param split one above the other
    /// @param lower its last part
    public PresentedSplit(SplitPane split, Region lower) {
        this.split = split;
        this.lower = lower;
        least = lower.getMinHeight();
    }

    /// Begins or ends to be presented.
    public void present(boolean isPresenting) {
        height.unsubscribe();
        height = Subscription.EMPTY;
        if (isPresenting) {
            height = split.heightProperty().subscribe(now -> fold(now.doubleValue() < LOW));
        } else {
            fold(false);
        }
    }

    private void fold(boolean isLow) {
        boolean isFolded = before > 0;
        if (split.getHeight() <= 0 || split.getDividers().isEmpty() || isFolded == isLow) {
            return;
        }
        lower.setMinHeight(isLow ? 0 : least);
        SplitPane.Divider divider = split.getDividers().getLast();
        double open = before;
        before = isLow ? divider.getPosition() : 0;
        divider.setPosition(isLow ? FOLDED : open);
    }
}
