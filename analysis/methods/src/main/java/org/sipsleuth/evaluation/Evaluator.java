package org.sipsleuth.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.sipsleuth.run.RunMonitor;

/// Measures the figures of one paper.
public interface Evaluator {

    /// The method's name: `sequence`.
    String method();

    /// Which seeds are simulated, and for what; none where captures are given. Those of tests have
    /// none in common with the others.
    ///
    /// @param request how much is measured
    List<PlayedSeeds> seeds(EvaluationRequest request);

    /// About what it takes.
    ///
    /// @param request how much is measured
    EvaluationCost cost(EvaluationRequest request);

    /// Measures.
    ///
    /// @param request how much
    /// @param news receives progress, a line at a time
    /// @throws IOException if a temporary file cannot be written or read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news) throws IOException;
}
