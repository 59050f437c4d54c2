package org.sipsleuth.ngram.unseen;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Which n-grams occur in normal messages (K. Wang, J. J. Parekh, S. J. Stolfo: Anagram, RAID
/// 2006). A message is the more anomalous the more of its n-grams occur in none. Immutable; any
/// thread.
///
/// A distance counts what is frequent: dozens of n-grams in which normal messages differ from each
/// other hide the four to eight of one wrong byte. These are nearly always in no normal message.
public final class UnseenModel {

    /// The most n-grams of a model: 16 MiB.
    public static final int MOST = 2_000_000;

    private final long[] sorted;
    private final long[] table;
    private final boolean knowsZero;

    private UnseenModel(long[] sorted) {
        this.sorted = sorted;
        table = new long[Integer.highestOneBit(Math.max(1, sorted.length)) * 4];
        boolean hasZero = false;
        for (long gram : sorted) {
            if (gram == 0) {
                hasZero = true;
            } else {
                table[place(gram)] = gram;
            }
        }
        knowsZero = hasZero;
    }

    /// Learns from normal messages. Beyond [#MOST] n-grams those with the highest keys are left
    /// out.
    public static UnseenModel fit(Collection<SparseVector> messages) {
        Learner learner = new Learner();
        messages.forEach(learner::add);
        return learner.model();
    }

    /// A model of these n-grams.
    ///
    /// @param grams in ascending order of signed keys, each once
    /// @throws IllegalArgumentException if they are too many, or not in order
    public static UnseenModel of(long[] grams) {
        if (grams.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " n-grams");
        }
        for (int i = 1; i < grams.length; i++) {
            if (grams[i - 1] >= grams[i]) {
                throw new IllegalArgumentException("n-grams that are not in order");
            }
        }
        return new UnseenModel(grams.clone());
    }

    /// The same with more n-grams.
    public UnseenModel and(Collection<Long> more) {
        return new UnseenModel(LongStream.concat(LongStream.of(sorted), more.stream().mapToLong(Long::longValue))
                .sorted()
                .distinct()
                .toArray());
    }

    /// The keys of the n-grams, in ascending order.
    public long[] grams() {
        return sorted.clone();
    }

    /// How many n-grams there are.
    public int size() {
        return sorted.length;
    }

    /// Whether a normal message has this n-gram. Cost: constant.
    public boolean knows(long gram) {
        return gram == 0 ? knowsZero : table[place(gram)] == gram;
    }

    /// How many different n-grams of a message are in no normal one; higher is more anomalous.
    public double score(SparseVector message) {
        int unseen = 0;
        for (int i = 0; i < message.size(); i++) {
            if (!knows(message.key(i))) {
                unseen++;
            }
        }
        return unseen;
    }

    /// Where a gram stands, or the free place that it would have.
    private int place(long gram) {
        int mask = table.length - 1;
        long hash = gram * 0x9e3779b97f4a7c15L;
        int place = (int) (hash >>> 32) & mask;
        while (table[place] != 0 && table[place] != gram) {
            place = place + 1 & mask;
        }
        return place;
    }

    @Override
    public String toString() {
        return size() + " n-grams";
    }

    /// Collects the n-grams of one message after the other.
    public static final class Learner {

        private long[] keys = new long[1 << 12];
        private int size;

        /// Learns a message.
        public void add(SparseVector message) {
            for (int i = 0; i < message.size(); i++) {
                if (size == keys.length) {
                    tidy();
                }
                keys[size++] = message.key(i);
            }
        }

        private void tidy() {
            Arrays.sort(keys, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    keys[kept++] = keys[i];
                }
            }
            size = Math.min(kept, MOST);
            if (size > keys.length / 2) {
                keys = Arrays.copyOf(keys, keys.length * 2);
            }
        }

        /// What was learned.
        public UnseenModel model() {
            tidy();
            return new UnseenModel(Arrays.copyOf(keys, size));
        }
    }
}
