package org.sipsleuth.view.flood.window;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.flood.detection.FloodScores;
import org.sipsleuth.flood.network.NetworkKind;

/// A window one INVITE at a time, and why it has its score.
///
/// @param window its number
/// @param rows its attempts
/// @param why what moved the score; empty without a score
public record WindowDetails(int window, List<AttemptRow> rows, Optional<InputShares> why) {

    /// Takes a copy.
    public WindowDetails {
        rows = List.copyOf(rows);
    }

    /// Those of a window. Scores it seven times.
    ///
    /// @param kind the network that is asked why
    public static WindowDetails of(FloodScores scores, NetworkKind kind, int window) {
        return new WindowDetails(window, AttemptRow.of(scores, window),
                scores.inputs().hasHistory(window) ? Optional.of(InputShares.of(scores, kind, window))
                        : Optional.empty());
    }
}
