package org.sipsleuth.evaluate.ngram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.run.RunMonitor;

/// What learns normal messages.
interface MessageModel {

    /// Learns.
    ///
    /// @return scores messages, for one thread; higher is more anomalous
    ToDoubleFunction<LabelledMessage> fit(List<LabelledMessage> normal, RunMonitor monitor);
}
