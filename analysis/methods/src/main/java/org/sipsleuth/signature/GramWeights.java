package org.sipsleuth.signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.embedding.VectorSum;

/// The n-grams of anomalous messages beside those of normal ones, by their mean counts (paper 3,
/// section 4.3).
final class GramWeights {

    /// Weights become integers: 100 for an n-gram that each anomalous message has once more.
    private static final int SCALE = 100;

    /// n-grams of fewer normal messages than this share are foreign to them.
    private static final double RARE = 0.001;

    /// n-grams of fewer anomalous messages are values of one message, such as a branch.
    private static final int REPEATED = 3;

    private final Embedding embedding;
    private final SparseVector normal;

    /// @param normal the messages that anomalous ones are compared with
    GramWeights(Embedding embedding, List<byte[]> normal) {
        this.embedding = embedding;
        VectorSum sum = new VectorSum();
        normal.forEach(message -> sum.add(embedding.embed(message), 1.0 / normal.size()));
        this.normal = sum.vector();
    }

    /// The n-grams of each message that normal messages lack and several of these share, as vectors
    /// of length 1: what these messages are grouped by.
    List<SparseVector> foreign(List<SparseVector> anomalous) {
        VectorSum sum = new VectorSum();
        anomalous.forEach(vector -> sum.add(vector, 1));
        SparseVector all = sum.vector();
        return anomalous.stream().map(vector -> {
            Map<Long, Double> foreign = new HashMap<>();
            for (int i = 0; i < vector.size(); i++) {
                long key = vector.key(i);
                if (isForeign(key) && all.at(key) >= REPEATED) {
                    foreign.put(key, vector.value(i));
                }
            }
            return SparseVector.of(foreign).unit();
        }).toList();
    }

    private boolean isForeign(long key) {
        return normal.at(key) < RARE;
    }

    /// The heaviest n-grams of a group that normal messages lack, the heaviest first; equal ones in
    /// the order of their bytes.
    List<WeightedString> foreign(List<SparseVector> group, int most) {
        return heaviest(mean(group, 0), most, true);
    }

    /// The heaviest n-grams of a group, whether normal messages have them or not.
    ///
    /// @param kind bilateral: less the mean of the normal messages
    List<WeightedString> all(List<SparseVector> group, SignatureKind kind, int most) {
        return heaviest(mean(group, kind == SignatureKind.BILATERAL ? -1 : 0), most, false);
    }

    private SparseVector mean(List<SparseVector> group, double ofNormal) {
        VectorSum sum = new VectorSum();
        group.forEach(vector -> sum.add(vector, 1.0 / group.size()));
        sum.add(normal, ofNormal);
        return sum.vector();
    }

    private List<WeightedString> heaviest(SparseVector weights, int most, boolean foreignOnly) {
        List<WeightedString> all = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            int weight = Math.clamp(Math.round(weights.value(i) * SCALE), -SCALE, SCALE);
            if (weight != 0 && (!foreignOnly || isForeign(weights.key(i)))) {
                String text = embedding.settings().grams().text(weights.key(i));
                all.add(new WeightedString(text, weight));
            }
        }
        all.sort(Comparator.comparingInt((WeightedString its) -> -Math.abs(its.weight()))
                .thenComparing(WeightedString::text));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
