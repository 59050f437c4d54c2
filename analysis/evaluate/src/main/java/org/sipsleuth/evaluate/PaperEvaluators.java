package org.sipsleuth.evaluate;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.evaluate.belief.BeliefEvaluator;
import org.sipsleuth.evaluate.belief.BeliefIncidentEvaluator;
import org.sipsleuth.evaluate.belief.KindEvaluator;
import org.sipsleuth.evaluate.belief.NoveltyEvaluator;
import org.sipsleuth.evaluate.edge.EdgeEvaluator;
import org.sipsleuth.evaluate.flood.FloodAckEvaluator;
import org.sipsleuth.evaluate.flood.FloodEvaluator;
import org.sipsleuth.evaluate.incident.IncidentEvaluator;
import org.sipsleuth.evaluate.leg.LegEvaluator;
import org.sipsleuth.evaluate.ngram.AcceptedEvaluator;
import org.sipsleuth.evaluate.ngram.NgramEvaluator;
import org.sipsleuth.evaluate.sequence.CaptureEvaluator;
import org.sipsleuth.evaluate.sequence.SelectionEvaluator;
import org.sipsleuth.evaluate.sequence.SequenceEvaluator;
import org.sipsleuth.evaluate.social.SocialEvaluator;
import org.sipsleuth.evaluate.stolen.StolenEvaluator;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Evaluators;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;

/// The evaluators of the papers, found with `ServiceLoader`.
public final class PaperEvaluators implements Evaluators {

    @Override
    public List<Evaluator> all() {
        return List.of(new SequenceEvaluator(), new SelectionEvaluator(), new FloodEvaluator(), new FloodAckEvaluator(),
                new NgramEvaluator(), new AcceptedEvaluator(), new SocialEvaluator(), new BeliefEvaluator(),
                new BeliefIncidentEvaluator(Optional.empty()), new NoveltyEvaluator(), new KindEvaluator(),
                new LegEvaluator(), new EdgeEvaluator(), new IncidentEvaluator(Methods.standard()),
                new StolenEvaluator(Methods.standard()));
    }

    @Override
    public Evaluator ofSequences(Optional<ModelFile> model) {
        return new CaptureEvaluator(Methods.standard(), model);
    }

    @Override
    public Evaluator ofBeliefs(Optional<ModelFile> model) {
        return new BeliefIncidentEvaluator(model);
    }
}
