package org.sipsleuth.view.ngram;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.view.ngram.heat.HeatRow;
import org.sipsleuth.view.ngram.heat.HeatRows;

/// Messages as rows: those of each cluster by score, then all others by score. Immutable.
final class RankedRows implements HeatRows {

    private final ScoredMessages messages;
    private final int[] order;

    private RankedRows(ScoredMessages messages, int[] order) {
        this.messages = messages;
        this.order = order;
    }

    /// The rows of some messages. Cost: sorting them.
    ///
    /// @param isShown whether a message is among them, by its place in `messages`
    static RankedRows of(ScoredMessages messages, IntPredicate isShown) {
        int[] order = IntStream.range(0, messages.size())
                .filter(isShown)
                .boxed()
                .sorted(Comparator
                        .<Integer>comparingInt(i -> messages.cluster(i) < 0 ? Integer.MAX_VALUE : messages.cluster(i))
                        .thenComparing(Comparator.<Integer>comparingDouble(messages::score).reversed())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new RankedRows(messages, order);
    }

    /// The place of a row's message in the scored messages.
    int place(int row) {
        return order[row];
    }

    /// The row of a message, or -1.
    ///
    /// @param message its number in the index
    int rowOf(int message) {
        int place = messages.placeOf(message);
        for (int row = 0; place >= 0 && row < order.length; row++) {
            if (order[row] == place) {
                return row;
            }
        }
        return -1;
    }

    /// The number of a row's message in the index.
    int message(int row) {
        return messages.message(order[row]);
    }

    @Override
    public int count() {
        return order.length;
    }

    @Override
    public int frame(int row) {
        return messages.index().messages().frame(message(row));
    }

    @Override
    public int cluster(int row) {
        return messages.cluster(order[row]);
    }

    @Override
    public double score(int row) {
        return messages.score(order[row]);
    }

    @Override
    public HeatRow compute(int row) {
        return messages.heat(order[row]);
    }
}
