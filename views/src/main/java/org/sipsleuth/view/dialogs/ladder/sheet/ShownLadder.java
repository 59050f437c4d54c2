package org.sipsleuth.view.dialogs.ladder.sheet;

import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.problem.ProblemMarks;

/// The ladder that is shown, for exports.
///
/// @param layers its rows, and what is drawn over them
/// @param marked the message that times are measured from, or -1
/// @param problems which messages and streams show problems
public record ShownLadder(LadderLayers layers, int marked, ProblemMarks problems) {}
