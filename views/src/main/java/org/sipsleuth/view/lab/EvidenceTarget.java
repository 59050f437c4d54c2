package org.sipsleuth.view.lab;

import java.util.List;
import org.sipsleuth.lab.score.MarkedPart;

/// Where the parts of marks lead to in the window.
interface EvidenceTarget {

    /// Selects the messages of frames in their ladder.
    void showFrames(List<Integer> frames);

    /// Chooses a time range on the strip.
    void showRange(MarkedPart.Range range);

    /// Lists what a filter selects.
    void list(String filter);
}
