package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.note.Hint;

/// What a ladder shows at the moment, for who draws it elsewhere.
///
/// @param layers its rows, and what is drawn over them
/// @param marked the message that times are told from, or -1
/// @param hints those that are marked, by message
public record ShownLadder(LadderLayers layers, int marked, Map<Integer, List<Hint>> hints) {
    public ShownLadder {
        hints = Map.copyOf(hints);
    }
}
