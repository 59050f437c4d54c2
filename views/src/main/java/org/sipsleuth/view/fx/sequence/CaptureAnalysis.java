package org.sipsleuth.view.fx.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.Progress;
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

    private static final String STAGE = "Grouping unknown dialogs";
    private static final int GROUPS_A_STEP = 1 << 7;

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
        Investigation investigation =
                Investigation.of(index, List.of(new SequenceDetector(model)), monitor);
        Map<Integer, Finding> findings = new HashMap<>();
        for (Finding finding : investigation.findings()) {
            int first = finding.evidence().dialogs(index)[0];
            findings.put(scored.sequences().ofDialog(first), finding);
        }
        int[] unknown = Arrays.stream(scored.unknown()).filter(findings::containsKey).toArray();
        List<Group> groups = new ArrayList<>();
        for (int from = 0; from < unknown.length; from += GROUPS_A_STEP) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress(STAGE, from, unknown.length));
            int to = Math.min(unknown.length, from + GROUPS_A_STEP);
            groups.addAll(
                    IntStream.range(from, to)
                            .parallel()
                            .map(i -> unknown[i])
                            .mapToObj(
                                    sequence ->
                                            new Group(
                                                    UnknownGroup.of(index, scored, sequence),
                                                    Objects.requireNonNull(findings.get(sequence))))
                            .toList());
        }
        return new CaptureAnalysis(index, scored, investigation, groups);
    }

    /// The model.
    public SequenceModel model() {
        return scored.model();
    }
}
