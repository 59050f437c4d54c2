package org.sipsleuth.finding;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.RunMonitor;

/// Finds something in a capture by one model. The same capture and the same model give the same
/// findings, to the bit, on every run and machine. Immutable; any thread.
public interface Detector {

    /// When a detector gets the processors, if several are to look at a capture: none begins before
    /// those of earlier turns have ended.
    enum Turn {
        /// It finds most incidents, and soon.
        FIRST,
        /// It adds to them.
        NEXT,
        /// It adds little that is new, or takes long.
        LAST
    }

    /// The method's name: `sequence`.
    String name();

    /// The model it rests on.
    ModelIdentity model();

    /// When it gets the processors; changes no result.
    default Turn turn() {
        return Turn.NEXT;
    }

    /// Looks at a capture.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    Detection detect(SipIndex index, RunMonitor monitor);

    /// Looks at a capture for the sake of [Method#fields] only: the findings may be left out where
    /// they take long.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    default Detection score(SipIndex index, RunMonitor monitor) {
        return detect(index, monitor);
    }
}
