package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;

/// Finds dialogs that were never observed in training: one finding for each unknown sequence.
public final class SequenceDetector implements Detector {

    private final SequenceModel model;

    /// @param model what is known
    public SequenceDetector(SequenceModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return SequenceModel.KIND;
    }

    @Override
    public ModelIdentity model() {
        return model.identity();
    }

    @Override
    public List<Finding> detect(SipIndex index, RunMonitor monitor, Consumer<String> notJudged) {
        ScoredSequences scored = ScoredSequences.of(index, model, monitor);
        List<Finding> findings =
                new ArrayList<>(
                        UnknownGroup.allOf(index, scored, monitor).stream()
                                .map(SequenceDetector::finding)
                                .toList());
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /// What is claimed of a group.
    public static Finding finding(UnknownGroup group) {
        return SequenceFindings.of(group);
    }
}
