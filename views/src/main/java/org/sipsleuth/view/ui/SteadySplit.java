package org.sipsleuth.view.ui;

import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// A split pane of two parts, of which each has its share of the room, however large the room was
/// before. One of JavaFX divides what the room gains or loses evenly, and forgets the share where a
/// part needs more: each line of text that comes and goes beside it moves its divider.
public final class SteadySplit extends SplitPane {

    private final ChangeListener<Number> moved = (_, _, now) -> follow(now.doubleValue());
    private double share = 0.5;
    private double room;
    private boolean isPlacing;

    public SteadySplit() {
        getDividers().addListener((ListChangeListener<Divider>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(divider -> divider.positionProperty().removeListener(moved));
                change.getAddedSubList().forEach(divider -> {
                    divider.positionProperty().addListener(moved);
                    follow(divider.getPosition());
                });
            }
        });
    }

    /// The share is what was set, or where the user drags the divider; where it is put while the parts
    /// are placed depends on their least sizes.
    private void follow(double position) {
        if (!isPlacing) {
            share = position;
        }
    }

    @Override
    protected void layoutChildren() {
        double now = isHorizontal() ? getWidth() : getHeight();
        isPlacing = true;
        super.layoutChildren();
        if (now != room) {
            room = now;
            setDividerPositions(share);
            super.layoutChildren();
        }
        isPlacing = false;
    }

    private boolean isHorizontal() {
        return getOrientation() == Orientation.HORIZONTAL;
    }
}
