package org.sipsleuth.view.sequence.prediction;

import java.util.function.IntPredicate;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// A detection whose model fits at least one network of the capture.
///
/// @param detection what the model found
/// @param networks whether a dialog is in a network that it fits
public record JudgedDialogs(SequenceDetection detection, IntPredicate networks) {}
