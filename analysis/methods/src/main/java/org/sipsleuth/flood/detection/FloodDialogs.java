package org.sipsleuth.flood.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.transaction.InviteAttempts;

/// The flood of each dialog, and the highest score of a window that its INVITEs lie in: 12 bytes
/// for each dialog.
final class FloodDialogs {

    private final List<FloodSpan> floods;

    /// By dialog, from 1; 0 for none.
    private final int[] floodOf;

    /// By dialog; NaN without.
    private final double[] highest;

    FloodDialogs(FloodScores scores, List<FloodSpan> floods) {
        this.floods = floods;
        InviteWindows windows = scores.inputs().windows();
        InviteAttempts attempts = windows.attempts();
        int dialogs = attempts.table().index().dialogs().size();
        floodOf = new int[dialogs];
        highest = new double[dialogs];
        Arrays.fill(highest, Double.NaN);
        for (int i = 0; i < floods.size(); i++) {
            for (int attempt : floods.get(i).attempts()) {
                floodOf[attempts.first(attempt).dialog()] = i + 1;
            }
        }
        NetworkKind decides = scores.model().settings().decides();
        for (int group = 0; group < windows.groups(); group++) {
            int from = windows.from(group);
            for (int window = windows.firstWindow(group); window < windows.endWindow(group); window++) {
                double score = scores.score(decides, window);
                for (int place = from; place < from + windows.settings().size(); place++) {
                    int dialog = attempts.first(windows.attempt(place)).dialog();
                    if (!Double.isNaN(score) && !(highest[dialog] >= score)) {
                        highest[dialog] = score;
                    }
                }
                from += windows.settings().step();
            }
        }
    }

    /// The flood that a dialog belongs to, the last one of several.
    Optional<FloodSpan> flood(int dialog) {
        return dialog < floodOf.length && floodOf[dialog] > 0 ? Optional.of(floods.get(floodOf[dialog] - 1))
                : Optional.empty();
    }

    /// The highest score by the deciding network; NaN without.
    double score(int dialog) {
        return dialog < highest.length ? highest[dialog] : Double.NaN;
    }
}
