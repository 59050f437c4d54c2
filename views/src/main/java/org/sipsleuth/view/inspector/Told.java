package org.sipsleuth.view.inspector;

import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.simulate.truth.read.IndexTruth;
import org.sipsleuth.view.fx.sequence.CaptureAnalysis;

/// What is told of dialogs beyond what stands in the capture.
///
/// @param truth what they really are, if that is to be told
/// @param analysis what the model in use says of them, once it is known
record Told(Optional<IndexTruth> truth, Optional<CaptureAnalysis> analysis) {

    /// Nothing.
    static final Told NOTHING = new Told(Optional.empty(), Optional.empty());

    /// The same, less what speaks of another index.
    Told of(SipIndex index) {
        return new Told(
                truth.filter(its -> its.index().equals(index)),
                analysis.filter(its -> its.index().equals(index)));
    }
}
