package org.sipsleuth.evaluate.ngram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.ngram.unseen.UnseenModel;
import org.sipsleuth.run.RunMonitor;

/// One of the models, with an embedding.
record NgramModel(Vectors vectors, ModelKind kind) implements MessageModel {

    /// How many neighbours the local model compares with.
    static final int NEIGHBOURS = 5;

    /// The share of messages that may lie outside the sphere of the global model.
    static final double NU = 0.01;

    @Override
    public ToDoubleFunction<LabelledMessage> fit(List<LabelledMessage> normal, RunMonitor monitor) {
        return switch (kind) {
            case UNSEEN -> {
                UnseenModel model = fitUnseen(normal);
                yield message -> model.score(vectors.of(message));
            }
            case LOCAL -> {
                LocalScorer scorer = fitLocal(normal).scorer();
                yield message -> scorer.score(vectors.of(message)).value();
            }
            case GLOBAL -> {
                GlobalModel model = GlobalModel.fit(ofAll(normal), NU, monitor);
                yield message -> model.score(vectors.of(message));
            }
        };
    }

    UnseenModel fitUnseen(List<LabelledMessage> normal) {
        return UnseenModel.fit(ofAll(normal));
    }

    LocalModel fitLocal(List<LabelledMessage> normal) {
        return LocalModel.fit(ofAll(normal), NEIGHBOURS);
    }

    private List<SparseVector> ofAll(List<LabelledMessage> messages) {
        return messages.stream().map(vectors::of).toList();
    }
}
