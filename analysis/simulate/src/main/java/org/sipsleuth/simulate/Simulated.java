package org.sipsleuth.simulate;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.CaptureFacts;

/// What a simulation has written.
///
/// @param capture the capture
/// @param truth the file that tells its truth
/// @param facts how much there is in it
/// @param attacks what is summed up of each attack; one without messages did not fit into the time
///     of a real capture
public record Simulated(Path capture, Path truth, CaptureFacts facts, List<AttackFacts> attacks) {

    public Simulated {
        attacks = List.copyOf(attacks);
    }
}
