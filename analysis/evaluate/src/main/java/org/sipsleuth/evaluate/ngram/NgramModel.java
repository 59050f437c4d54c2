package org.sipsleuth.evaluate.ngram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.run.RunMonitor;

/// One of the paper's two models, with an embedding.
///
/// @param isLocal whether it is the local one
record NgramModel(Vectors vectors, boolean isLocal) implements MessageModel {

    /// How many neighbours the local model compares with.
    static final int NEIGHBOURS = 5;

    /// The share of messages that may lie outside the sphere of the global model.
    static final double NU = 0.01;

    @Override
    public ToDoubleFunction<LabelledMessage> fit(List<LabelledMessage> normal, RunMonitor monitor) {
        if (isLocal) {
            LocalScorer scorer = fitLocal(normal).scorer();
            return message -> scorer.score(vectors.of(message)).value();
        }
        GlobalModel model = GlobalModel.fit(ofAll(normal), NU, monitor);
        return message -> model.score(vectors.of(message));
    }

    LocalModel fitLocal(List<LabelledMessage> normal) {
        return LocalModel.fit(ofAll(normal), NEIGHBOURS);
    }

    private List<SparseVector> ofAll(List<LabelledMessage> messages) {
        return messages.stream().map(vectors::of).toList();
    }
}
