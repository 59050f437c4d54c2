package org.sipsleuth.belief.detection;

import java.util.Optional;
import java.util.function.Supplier;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;

/// Finds sources whose traffic is believed to be an attack: one finding for each source, class and
/// span of time.
public final class BeliefDetector implements Detector {

    private final BeliefModel model;
    private final Supplier<Optional<ScoredPeriods>> before;

    /// @param model what is known
    public BeliefDetector(BeliefModel model) {
        this(model, Optional::empty);
    }

    /// @param model what is known
    /// @param before the periods of the last run, also with another model; what is the same is not
    ///     counted again; called when a run begins
    public BeliefDetector(BeliefModel model, Supplier<Optional<ScoredPeriods>> before) {
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
        return BeliefDetection.of(ScoredPeriods.of(index, model, before.get(), monitor), monitor);
    }
}
