package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.layout.Region;

/// A region that CSS gives the colours of a ladder.
public abstract class ColouredRegion extends Region {

    /// Its colours.
    protected abstract LadderPalette palette();
}
