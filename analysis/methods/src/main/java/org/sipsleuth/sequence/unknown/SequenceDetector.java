package org.sipsleuth.sequence.unknown;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;

/// Finds dialogs that were never observed in training: one finding for each unknown sequence.
public final class SequenceDetector implements Detector {

    private final SequenceModel model;

    /// @param model the known dialogs
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
    public SequenceDetection detect(SipIndex index, RunMonitor monitor) {
        return SequenceDetection.of(index, model, monitor);
    }

    @Override
    public SequenceDetection score(SipIndex index, RunMonitor monitor) {
        return SequenceDetection.scores(index, model, monitor);
    }
}
