package org.sipsleuth.ngram.detection;

import java.util.BitSet;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.run.RunMonitor;

/// Finds messages unlike those of a model.
final class NgramDetector implements Detector {

    private final NgramModel model;

    NgramDetector(NgramModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return NgramModel.KIND;
    }

    @Override
    public ModelIdentity model() {
        return model.identity();
    }

    @Override
    public NgramDetection detect(SipIndex index, RunMonitor monitor) {
        NgramDetection scored = score(index, monitor);
        return scored.with(NgramFindings.of(scored, monitor));
    }

    @Override
    public NgramDetection score(SipIndex index, RunMonitor monitor) {
        DialogContexts contexts = DialogContexts.of(index, model.settings().embedding());
        DistinctMessages distinct = DistinctMessages.of(index, new Embedding(model.settings().embedding()), contexts,
                new BitSet(), monitor);
        MessageScores scores = MessageScores.of(index, model, distinct, contexts, monitor);
        if (model.unseen().isEmpty()) {
            return NgramDetection.of(index, model, scores, contexts);
        }
        NgramModel adapted = model.knowing(SharedGrams.of(index, model.unseen().get(),
                new Embedding(model.settings().embedding()), scores, contexts, monitor));
        return NgramDetection.of(index, adapted, scores.again(index, adapted, contexts, monitor), contexts);
    }
}
