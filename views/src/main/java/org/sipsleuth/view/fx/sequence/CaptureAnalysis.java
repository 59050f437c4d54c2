package org.sipsleuth.view.fx.sequence;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.ScoredSequences;
import org.sipsleuth.sequence.unknown.SequenceDetector;
import org.sipsleuth.sequence.unknown.UnknownGroup;

/// What a model of known dialogs says of a capture. Immutable.
///
/// @param index the capture
/// @param scored all its sequences with their scores
/// @param investigation the findings
/// @param groups the sequences that were never observed in training, each with its finding, those
///     of most dialogs first
public record CaptureAnalysis(
        SipIndex index, ScoredSequences scored, Investigation investigation, List<Group> groups) {

    /// Unknown dialogs of one sequence.
    ///
    /// @param dialogs what they are
    /// @param finding what is claimed of them
    public record Group(UnknownGroup dialogs, Finding finding) {}

    /// Takes a copy.
    public CaptureAnalysis {
        groups = List.copyOf(groups);
    }

    /// Looks at a capture with a model.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaptureAnalysis of(SipIndex index, SequenceModel model, RunMonitor monitor) {
        ScoredSequences scored = ScoredSequences.of(index, model, monitor);
        List<Group> groups =
                UnknownGroup.allOf(index, scored, monitor).stream()
                        .map(group -> new Group(group, SequenceDetector.finding(group)))
                        .toList();
        Investigation investigation =
                new Investigation(
                        index,
                        List.of(new Origin(SequenceModel.KIND, model.identity())),
                        groups.stream().map(Group::finding).toList(),
                        List.of());
        return new CaptureAnalysis(index, scored, investigation, groups);
    }

    /// The model.
    public SequenceModel model() {
        return scored.model();
    }
}
