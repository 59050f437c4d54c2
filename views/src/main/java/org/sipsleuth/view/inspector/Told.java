package org.sipsleuth.view.inspector;

import java.util.Optional;
import org.sipsleuth.belief.source.BeliefDetection;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.simulate.truth.read.IndexTruth;

/// What is told of dialogs beyond what stands in the capture.
///
/// @param truth what they really are, if that is to be told
/// @param analysis what the model in use says of them, once it is known
/// @param legs which of them are legs of one call, once it is known
/// @param beliefs what is found by what their sources are believed to be, once it is known
record Told(
        Optional<IndexTruth> truth,
        Optional<SequenceDetection> analysis,
        Optional<Legs> legs,
        Optional<BeliefDetection> beliefs) {

    /// Nothing.
    static final Told NOTHING =
            new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// The same, less what speaks of another index.
    Told of(SipIndex index) {
        return new Told(
                truth.filter(its -> its.index().equals(index)),
                analysis.filter(its -> its.index().equals(index)),
                legs.filter(its -> its.index().equals(index)),
                beliefs.filter(its -> its.index().equals(index)));
    }
}
