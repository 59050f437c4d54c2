package org.sipsleuth.finding;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;

/// Finds something in a capture by one model. The same capture and the same model give the same
/// findings, to the bit, on every run and machine. Immutable; any thread.
public interface Detector {

    /// The method's name: `sequence`.
    String name();

    /// The model it rests on.
    ModelIdentity model();

    /// What there is to find, the most severe first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    List<Finding> detect(SipIndex index, RunMonitor monitor);
}
