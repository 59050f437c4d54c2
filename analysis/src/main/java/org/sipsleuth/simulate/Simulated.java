package org.sipsleuth.simulate;

import java.nio.file.Path;
import org.sipsleuth.simulate.truth.CaptureFacts;

/// What a simulation has written.
///
/// @param capture the capture
/// @param truth the file that tells its truth
/// @param facts how much there is in it
/// @param attacks how many attacks there are
public record Simulated(Path capture, Path truth, CaptureFacts facts, int attacks) {}
