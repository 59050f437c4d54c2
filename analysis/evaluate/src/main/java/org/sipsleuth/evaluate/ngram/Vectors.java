package org.sipsleuth.evaluate.ngram;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;

/// The vectors of some messages, computed once for all splits; others are embedded when they are
/// asked for. Immutable.
final class Vectors {

    private final Embedding embedding;
    private final IdentityHashMap<LabelledMessage, SparseVector> known = new IdentityHashMap<>();

    private Vectors(Embedding embedding) {
        this.embedding = embedding;
    }

    @SafeVarargs
    static Vectors of(EmbeddingSettings settings, Collection<LabelledMessage>... messages) {
        Vectors vectors = new Vectors(new Embedding(settings));
        for (Collection<LabelledMessage> some : messages) {
            List<LabelledMessage> list = List.copyOf(some);
            List<SparseVector> theirs = list.parallelStream().map(vectors::embedded).toList();
            for (int i = 0; i < list.size(); i++) {
                vectors.known.put(list.get(i), theirs.get(i));
            }
        }
        return vectors;
    }

    /// The vector with the bytes where each n-gram stands.
    EmbeddedMessage read(LabelledMessage message) {
        return embedding.read(message.bytes(), Optional.of(message.context()));
    }

    SparseVector of(LabelledMessage message) {
        SparseVector vector = known.get(message);
        return vector == null ? embedded(message) : vector;
    }

    private SparseVector embedded(LabelledMessage message) {
        return embedding.embed(message.bytes(), Optional.of(message.context()));
    }
}
