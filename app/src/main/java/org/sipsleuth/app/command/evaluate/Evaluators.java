package org.sipsleuth.app.command.evaluate;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.evaluate.Evaluator;
import org.sipsleuth.evaluate.belief.BeliefEvaluator;
import org.sipsleuth.evaluate.belief.BeliefIncidentEvaluator;
import org.sipsleuth.evaluate.edge.EdgeEvaluator;
import org.sipsleuth.evaluate.flood.FloodAckEvaluator;
import org.sipsleuth.evaluate.flood.FloodEvaluator;
import org.sipsleuth.evaluate.incident.IncidentEvaluator;
import org.sipsleuth.evaluate.leg.LegEvaluator;
import org.sipsleuth.evaluate.ngram.NgramEvaluator;
import org.sipsleuth.evaluate.sequence.CaptureEvaluator;
import org.sipsleuth.evaluate.sequence.SequenceEvaluator;
import org.sipsleuth.evaluate.social.SocialEvaluator;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;

/// All that can be evaluated.
public final class Evaluators {

    private static final List<Evaluator> ALL =
            List.of(new SequenceEvaluator(), new FloodEvaluator(), new FloodAckEvaluator(), new NgramEvaluator(),
                    new SocialEvaluator(), new BeliefEvaluator(), new BeliefIncidentEvaluator(Optional.empty()),
                    new LegEvaluator(), new EdgeEvaluator(), new IncidentEvaluator(Methods.standard()));

    private Evaluators() {}

    /// Measures a model of `sequence` on captures.
    ///
    /// @param model the bundled one if empty
    public static Evaluator ofSequences(Optional<ModelFile> model) {
        return new CaptureEvaluator(Methods.standard(), model);
    }

    /// Measures a model of `belief` beside the bundled one.
    public static Evaluator ofBeliefs(Optional<ModelFile> model) {
        return new BeliefIncidentEvaluator(model);
    }

    /// All of them, in the order of the papers.
    public static List<Evaluator> all() {
        return ALL;
    }

    /// The one for a method.
    public static Optional<Evaluator> named(String method) {
        return ALL.stream().filter(each -> each.method().equals(method)).findFirst();
    }
}
