package org.sipsleuth.belief.source;

import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
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
    public BeliefDetection detect(SipIndex index, RunMonitor monitor) {
        return BeliefDetection.of(ScoredPeriods.of(index, model, monitor), monitor);
    }
}
