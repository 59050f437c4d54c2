package org.sipsleuth.simulate;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.CaptureFacts;

/// The files that a simulation has written.
///
/// @param capture the capture
/// @param truth the ground-truth file
/// @param facts size and counts of the capture
/// @param attacks the summary of each attack; one without messages did not fit into the time of the
///     base capture
public record Simulated(Path capture, Path truth, CaptureFacts facts, List<AttackFacts> attacks) {

    public Simulated {
        attacks = List.copyOf(attacks);
    }
}
