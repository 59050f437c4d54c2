package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.layout.Region;

/// A region with the ladder colours as styleable CSS properties.
public abstract class ColouredRegion extends Region {

    /// Its colours.
    protected abstract LadderPalette palette();
}
