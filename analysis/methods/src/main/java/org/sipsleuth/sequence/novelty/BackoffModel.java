package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A Markov model of variable order over small numbers: the probability of a symbol after the
/// symbols before it, interpolated over all shorter contexts by the method of Witten and Bell
/// (1991, method C), so that a context that was seen rarely defers to the shorter ones. A symbol
/// that was never seen has a small probability, never 0. Immutable; any thread.
public final class BackoffModel {

    /// Symbols are less than this.
    public static final int MOST_SYMBOLS = (1 << 16) - 2;

    /// Contexts are at most so long, since they are packed into 64 bits with a symbol.
    public static final int MOST_ORDER = 3;

    /// A longer context is cited only if it was seen so often; else a shorter one shows more.
    private static final int CITED = 20;

    private static final int SYMBOL_BITS = 16;

    /// What was counted of one context.
    private static final class Followers {
        private long count;
        private int distinct;
    }

    private final int symbols;
    private final int padding;
    private final List<Map<Long, Followers>> contexts = new ArrayList<>();
    private final List<Map<Long, Long>> steps = new ArrayList<>();

    /// How probable a step is.
    ///
    /// @param bits the surprise: −log₂ of its probability, 0 or more; many are anomalous
    /// @param isUnseen whether it never came after even the last symbol alone
    /// @param seen how often it came in training after the cited context
    /// @param after how often the cited context came in training
    /// @param length how many symbols the cited context has, at least 1
    public record Estimate(double bits, boolean isUnseen, long seen, long after, int length) {

        /// The probability itself, over 0 to 1.
        public double probability() {
            return StrictMath.pow(2, -bits);
        }
    }

    /// @param order how many symbols a context has at most
    /// @param symbols how many there are, numbered from 0
    /// @param padding the symbol that fills a context before the first symbol
    private BackoffModel(int order, int symbols, int padding) {
        this.symbols = symbols;
        this.padding = padding;
        for (int length = 0; length <= order; length++) {
            contexts.add(new HashMap<>());
            steps.add(new HashMap<>());
        }
    }

    /// Counts steps.
    public static final class Builder {

        private final BackoffModel model;

        /// A builder of a model that has seen nothing.
        ///
        /// @param order how many symbols a context has at most
        /// @param symbols how many there are, numbered from 0
        /// @param padding the symbol that fills a context before the first symbol: more than one is
        ///     no longer context
        /// @throws IllegalArgumentException if there are more symbols than a model can have
        public Builder(int order, int symbols, int padding) {
            if (order < 1 || order > MOST_ORDER || symbols > MOST_SYMBOLS) {
                throw new IllegalArgumentException("A model of order %d with %,d symbols".formatted(order, symbols));
            }
            model = new BackoffModel(order, symbols, padding);
        }

        /// A symbol came after others.
        ///
        /// @param context as long as the order, the last symbol last
        public Builder add(int[] context, int symbol, long times) {
            for (int length = 0; length <= model.lengthOf(context); length++) {
                long key = key(context, length);
                Followers followers = model.contexts.get(length).computeIfAbsent(key, _ -> new Followers());
                followers.count += times;
                if (model.steps.get(length).merge(step(key, symbol), times, Long::sum) == times) {
                    followers.distinct++;
                }
            }
            return this;
        }

        /// The model; nothing is added after that.
        public BackoffModel build() {
            return model;
        }
    }

    /// How much of a context is no padding, but for one symbol of it.
    private int lengthOf(int[] context) {
        int length = context.length;
        while (length > 1 && context[context.length - length] == padding
                && context[context.length - length + 1] == padding) {
            length--;
        }
        return length;
    }

    private static long key(int[] context, int length) {
        long key = 0;
        for (int i = context.length - length; i < context.length; i++) {
            key = key << SYMBOL_BITS | (context[i] + 1);
        }
        return key;
    }

    private static long step(long key, int symbol) {
        return key << SYMBOL_BITS | (symbol + 1);
    }

    /// How probable a symbol is after others.
    ///
    /// @param context as long as the order, the last symbol last; a symbol that training never saw
    ///     is the number of symbols
    public Estimate estimate(int[] context, int symbol) {
        double probability = 1.0 / (symbols + 1);
        long seen = 0;
        long after = 0;
        int length = 1;
        boolean isUnseen = true;
        int longest = lengthOf(context);
        for (int i = 0; i <= longest; i++) {
            long key = key(context, i);
            Followers followers = contexts.get(i).get(key);
            if (followers == null) {
                break;
            }
            long count = steps.get(i).getOrDefault(step(key, symbol), 0L);
            probability = (count + followers.distinct * probability) / (followers.count + followers.distinct);
            isUnseen &= i == 0 || count == 0;
            boolean isCited = i == 1 || (i > 1 && seen > 0 && followers.count >= CITED
                    && (double) count / followers.count < (double) seen / after);
            if (isCited) {
                seen = count;
                after = followers.count;
                length = i;
            }
        }
        return new Estimate(bits(probability), isUnseen, seen, after, length);
    }

    /// [StrictMath], so that all machines agree to the last bit.
    private static double bits(double probability) {
        return Math.max(0, -StrictMath.log(probability) / StrictMath.log(2));
    }
}
