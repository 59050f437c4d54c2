package org.sipsleuth.ngram.detection;

import org.sipsleuth.ngram.embedding.SparseVector;

/// Scores messages, for one thread.
@FunctionalInterface
public interface NgramScorer {

    /// The score of a message; higher is more anomalous.
    double score(SparseVector message);
}
