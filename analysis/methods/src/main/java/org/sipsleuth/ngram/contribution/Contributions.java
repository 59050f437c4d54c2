package org.sipsleuth.ngram.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.embedding.VectorSum;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScore;
import org.sipsleuth.ngram.local.Neighbour;
import org.sipsleuth.ngram.unseen.UnseenModel;

/// What each n-gram adds to the score of a message. All values less the spread are the score.
///
/// @param all the largest first; among equals in the order of the keys
/// @param spread what is subtracted for the distances among the neighbours; 0 for other models
public record Contributions(List<Contribution> all, double spread) {

    private static final Comparator<Contribution> LARGEST_FIRST =
            Comparator.comparingDouble(Contribution::value).reversed().thenComparingLong(Contribution::gram);

    /// Copies the list.
    public Contributions {
        all = List.copyOf(all);
    }

    /// Of a score by a global model: (z − µ)² of each n-gram.
    public static Contributions of(SparseVector message, GlobalModel model) {
        VectorSum difference = new VectorSum();
        difference.add(message, 1);
        difference.add(model.centre(), -1);
        SparseVector differences = difference.vector();
        List<Contribution> all = new ArrayList<>();
        for (int i = 0; i < differences.size(); i++) {
            long gram = differences.key(i);
            double value = differences.value(i) * differences.value(i);
            all.add(new Contribution(gram, value, message.at(gram), model.centre().at(gram)));
        }
        all.sort(LARGEST_FIRST);
        return new Contributions(all, 0);
    }

    /// Of a score by a local model: the mean over the neighbours of (z − x)² / ‖z − x‖ of each
    /// n-gram. A neighbour that equals the message adds nothing.
    public static Contributions of(SparseVector message, LocalModel model, LocalScore score) {
        VectorSum values = new VectorSum();
        VectorSum means = new VectorSum();
        double share = 1.0 / score.neighbours().size();
        for (Neighbour neighbour : score.neighbours()) {
            SparseVector normal = model.vector(neighbour.index());
            means.add(normal, share);
            if (neighbour.distance() > 0) {
                VectorSum difference = new VectorSum();
                difference.add(message, 1);
                difference.add(normal, -1);
                values.add(difference.vector().squared(), share / neighbour.distance());
            }
        }
        SparseVector mean = means.vector();
        SparseVector sums = values.vector();
        List<Contribution> all = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            long gram = sums.key(i);
            all.add(new Contribution(gram, sums.value(i), message.at(gram), mean.at(gram)));
        }
        all.sort(LARGEST_FIRST);
        return new Contributions(all, score.spread());
    }

    /// Of a score by the n-grams that no normal message has: each adds 1.
    public static Contributions of(SparseVector message, UnseenModel model) {
        List<Contribution> all = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            long gram = message.key(i);
            if (!model.knows(gram)) {
                all.add(new Contribution(gram, 1, message.value(i), 0));
            }
        }
        all.sort(LARGEST_FIRST);
        return new Contributions(all, 0);
    }

    /// The score: all values less the spread.
    public double total() {
        return all.stream().mapToDouble(Contribution::value).sum() - spread;
    }

    /// What the n-grams add that normal messages have and this one lacks.
    public double missing() {
        return all.stream().filter(Contribution::isMissing).mapToDouble(Contribution::value).sum();
    }

    /// The same by the bytes of the message: an n-gram's value is shared evenly by its occurrences,
    /// and by the bytes of each.
    public ByteContributions ofBytes(EmbeddedMessage message) {
        return ByteContributions.of(this, message);
    }
}
