package org.sipsleuth.belief.source;

import java.util.Optional;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;

/// Finds sources whose traffic is believed to be an attack: one finding for each source, class and
/// span of time.
public final class BeliefDetector implements Detector {

    private final BeliefModel model;
    private final Optional<ScoredPeriods> before;

    /// @param model what is known
    public BeliefDetector(BeliefModel model) {
        this(model, Optional.empty());
    }

    /// @param model what is known
    /// @param before the periods of an earlier run, also with another model: what is the same of
    ///     them is not counted again
    public BeliefDetector(BeliefModel model, Optional<ScoredPeriods> before) {
        this.model = model;
        this.before = before;
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
        return BeliefDetection.of(ScoredPeriods.of(index, model, before, monitor), monitor);
    }
}
