package org.sipsleuth.ngram.detection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.run.RunMonitor;

/// The scores of all messages of a capture, and which messages are anomalous; equal messages are
/// scored once. Immutable.
public final class MessageScores {

    private static final int BATCH = 1 << 13;
    private static final int SLICE = 1 << 8;

    private final DistinctMessages distinct;
    private final double[] scores;
    private final double threshold;
    private final IntPredicate isMarked;
    private final int[] ranked;

    private MessageScores(DistinctMessages distinct, double[] scores, double threshold, IntPredicate isMarked) {
        this.distinct = distinct;
        this.scores = scores;
        this.threshold = threshold;
        this.isMarked = isMarked;
        this.ranked = IntStream.range(0, scores.length)
                .filter(this::isUnlike)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /// Scores a capture on all processors; the result does not depend on their number.
    static MessageScores of(SipIndex index, NgramModel model, DistinctMessages distinct, DialogContexts contexts,
            RunMonitor monitor) {
        return of(index, model, distinct, contexts, i -> !index.messages().isCut(distinct.first(i)), // what was cut is not judged
                monitor);
    }

    /// The same scores, with messages that are anomalous whatever their score.
    ///
    /// @param marked of distinct messages
    MessageScores marking(IntPredicate marked) {
        return new MessageScores(distinct, scores, threshold, marked);
    }

    /// Scores those messages anew, by another model, whose score is above 0.
    MessageScores again(SipIndex index, NgramModel model, DialogContexts contexts, RunMonitor monitor) {
        return of(index, model, distinct, contexts, i -> scores[i] > 0, monitor);
    }

    /// @param isWanted the score of other distinct messages is 0
    private static MessageScores of(SipIndex index, NgramModel model, DistinctMessages distinct,
            DialogContexts contexts, IntPredicate isWanted, RunMonitor monitor) {
        Embedding embedding = new Embedding(model.settings().embedding());
        double[] scores = new double[distinct.size()];
        ConcurrentLinkedQueue<NgramScorer> idle = new ConcurrentLinkedQueue<>();
        for (int from = 0; from < scores.length; from += BATCH) {
            monitor.throwIfCancelled();
            int start = from;
            int end = Math.min(scores.length, from + BATCH);
            IntStream.rangeClosed(0, (end - start - 1) / SLICE).parallel().forEach(slice -> {
                NgramScorer found = idle.poll();
                NgramScorer scorer = found == null ? model.scorer() : found;
                int to = Math.min(end, start + (slice + 1) * SLICE);
                for (int i = start + slice * SLICE; i < to; i++) {
                    if (!isWanted.test(i)) {
                        continue;
                    }
                    int message = distinct.first(i);
                    scores[i] = scorer.score(embedding.embed(index.bytes(message), contexts.of(message)));
                }
                idle.add(scorer);
            });
        }
        return new MessageScores(distinct, scores, model.threshold().score(), _ -> false);
    }

    /// The score of a message; higher is more anomalous.
    public double of(int message) {
        return scores[distinct.of(message)];
    }

    /// Whether a message lies above the threshold, or is marked for its header fields.
    public boolean isAnomalous(int message) {
        return isUnlike(distinct.of(message));
    }

    private boolean isUnlike(int number) {
        return scores[number] > threshold || isMarked.test(number);
    }

    /// Which messages are equal.
    public DistinctMessages distinct() {
        return distinct;
    }

    /// How many distinct messages are anomalous.
    public int anomalousCount() {
        return ranked.length;
    }

    /// The number of an anomalous distinct message by its rank, from 0: the highest score.
    public int ranked(int rank) {
        return ranked[rank];
    }

    /// The score of a distinct message.
    public double ofDistinct(int number) {
        return scores[number];
    }

    @Override
    public String toString() {
        return Arrays.toString(ranked);
    }
}
