package org.sipsleuth.finding;

import java.util.List;
import java.util.function.Consumer;
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
    default List<Finding> detect(SipIndex index, RunMonitor monitor) {
        return detect(index, monitor, _ -> {});
    }

    /// The same.
    ///
    /// @param notJudged gets a sentence for whatever could not be judged
    List<Finding> detect(SipIndex index, RunMonitor monitor, Consumer<String> notJudged);
}
