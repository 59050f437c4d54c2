package org.sipsleuth.ngram.detection;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.ngram.embedding.SparseVector;

/// The normal messages of a model, as their n-grams are counted: values replaced. Immutable.
final class NormalMessages {

    private final List<byte[]> texts;

    /// Takes the arrays as its own.
    NormalMessages(List<byte[]> texts) {
        this.texts = List.copyOf(texts);
    }

    int size() {
        return texts.size();
    }

    byte[] text(int i) {
        return texts.get(i).clone();
    }

    /// The vectors, in the order of the messages.
    List<SparseVector> vectors(EmbeddingSettings settings) {
        Embedding embedding = new Embedding(
                new EmbeddingSettings(settings.grams(), Normalisation.NONE, false, settings.unitLength()));
        List<SparseVector> vectors = new ArrayList<>(texts.size());
        for (byte[] text : texts) {
            vectors.add(embedding.embed(text));
        }
        return vectors;
    }
}
