package org.sipsleuth.ngram.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.unseen.UnseenModel;
import org.sipsleuth.run.RunMonitor;

/// The n-grams that a model does not know although they are usual in a capture: they occur in
/// well-formed messages of dialogs that at least two hosts began. What one host sends, and what
/// servers repeat of it in responses and forwarded requests, is not among them.
final class SharedGrams {

    /// Of more distinct messages the first ones are read.
    private static final int MOST_READ = 20_000;

    /// Of more n-grams the first ones are looked at: some 60 MB.
    private static final int MOST_GRAMS = 1_000_000;

    private SharedGrams() {}

    /// The n-grams.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Set<Long> of(SipIndex index, UnseenModel known, Embedding embedding, MessageScores scores,
            DialogContexts contexts, RunMonitor monitor) {
        DistinctMessages distinct = scores.distinct();
        int[] beganOf = DialogStarters.of(index, distinct, i -> scores.ofDistinct(i) > 0, monitor);
        Map<Long, Integer> began = new HashMap<>();
        int read = 0;
        for (int i = 0; i < distinct.size() && read < MOST_READ && began.size() < MOST_GRAMS; i++) {
            int message = distinct.first(i);
            if (scores.ofDistinct(i) > 0 && !index.messages().isDefective(message)) {
                monitor.throwIfCancelled();
                read++;
                add(embedding.embed(index.bytes(message), contexts.of(message)), known, beganOf[i], began);
            }
        }
        Set<Long> all = new HashSet<>();
        began.forEach((gram, host) -> {
            if (host == DialogStarters.SEVERAL) {
                all.add(gram);
            }
        });
        return Set.copyOf(all);
    }

    private static void add(SparseVector message, UnseenModel known, int host, Map<Long, Integer> began) {
        for (int i = 0; i < message.size(); i++) {
            if (!known.knows(message.key(i))) {
                began.merge(message.key(i), host, DialogStarters::both);
            }
        }
    }
}
