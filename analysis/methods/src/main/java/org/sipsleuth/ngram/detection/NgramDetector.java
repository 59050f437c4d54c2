package org.sipsleuth.ngram.detection;

import java.util.BitSet;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipLayout;

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
        Embedding embedding = new Embedding(model.settings().embedding());
        DialogContexts contexts = DialogContexts.of(index, model.settings().embedding());
        DistinctMessages distinct =
                DistinctMessages.of(index, embedding, contexts, new BitSet(), this::overlong, monitor);
        HeaderMarks headers = HeaderMarks.of(index, model, distinct, monitor);
        MessageScores scores = MessageScores.of(index, model, distinct, contexts, monitor);
        if (model.unseen().isEmpty()) {
            return NgramDetection.of(index, model, scores.marking(headers::isMarked), headers, contexts);
        }
        NgramModel adapted =
                model.knowing(SharedGrams.of(index, model.unseen().get(), embedding, scores, contexts, monitor));
        return NgramDetection.of(index, adapted,
                scores.again(index, adapted, contexts, monitor).marking(headers::isMarked), headers, contexts);
    }

    /// A number for a message's over-long fields, and how long each is within a factor of two; 0
    /// without any. A field that is a little too long does not stand for one that is far too long.
    private int overlong(byte[] message, SipLayout layout) {
        return model.headers()
                .map(normal -> normal.model().overlong(message, layout))
                .filter(fields -> !fields.isEmpty())
                .map(fields -> fields.stream()
                        .map(field -> field.name() + Integer.highestOneBit(field.bytes()))
                        .toList()
                        .hashCode())
                .orElse(0);
    }
}
