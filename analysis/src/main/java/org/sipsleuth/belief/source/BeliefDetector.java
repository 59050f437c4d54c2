package org.sipsleuth.belief.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;

/// Finds sources whose traffic is believed to be an attack: one finding for each source, class and
/// span of time.
public final class BeliefDetector implements Detector {

    private final BeliefModel model;

    /// @param model what is known
    public BeliefDetector(BeliefModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return BeliefModel.KIND;
    }

    @Override
    public ModelIdentity model() {
        return model.identity();
    }

    @Override
    public List<Finding> detect(SipIndex index, RunMonitor monitor, Consumer<String> notJudged) {
        ScoredPeriods scored = ScoredPeriods.of(index, model, monitor);
        scored.periods().others().sentence().ifPresent(notJudged);
        return findings(scored, monitor);
    }

    /// What there is to find in periods that this model scored, the most severe first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public List<Finding> findings(ScoredPeriods scored, RunMonitor monitor) {
        List<SuspectSpan> spans = new ArrayList<>(SuspectSpan.allOf(scored));
        // Sources have numbers in the order of their first messages; names do not depend on it.
        spans.sort(
                Comparator.comparingLong((SuspectSpan span) -> span.first().fromNanos())
                        .thenComparing(SuspectSpan::sourceName));
        List<Finding> findings = new ArrayList<>();
        for (SuspectSpan span : spans) {
            monitor.throwIfCancelled();
            findings.add(finding(span));
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /// What is claimed of a span.
    public static Finding finding(SuspectSpan span) {
        return BeliefFindings.of(span);
    }
}
