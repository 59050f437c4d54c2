package org.sipsleuth.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.sequence.corpus.Alphabet;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.known.Nearest;
import org.sipsleuth.sequence.known.PrefixTree;

/// The sequences that a model was trained with: the known dialogs, numbered from 0. Immutable.
public final class KnownDialogs {

    /// With fewer dialogs in training nothing can be said.
    private static final int LEAST_DIALOGS = 100;

    /// Where more than this share of new dialogs would be unknown even if nothing were wrong, an
    /// unknown one indicates little.
    private static final double MOST_EXPECTED_UNKNOWN = 0.1;

    private final Alphabet alphabet;
    private final List<SequenceCorpus.Entry> entries;
    private final PrefixTree tree;
    private final Nearest nearest;
    private final int length;
    private final long dialogs;
    private final int onceObserved;

    /// @param entries each was trained
    /// @throws IllegalArgumentException if one is there twice, or has a type that the alphabet has
    ///     not
    KnownDialogs(Alphabet alphabet, List<SequenceCorpus.Entry> entries) {
        this.alphabet = alphabet;
        this.entries = List.copyOf(entries);
        List<List<String>> sequences = new ArrayList<>();
        long[] counts = new long[entries.size()];
        int longest = 0;
        for (int i = 0; i < entries.size(); i++) {
            SequenceCorpus.Entry entry = entries.get(i);
            for (String type : entry.types()) {
                if (alphabet.symbol(type) == Alphabet.UNSEEN) {
                    throw new IllegalArgumentException("A known dialog has an unknown type");
                }
            }
            sequences.add(entry.types());
            counts[i] = entry.training();
            longest = Math.max(longest, entry.types().size());
        }
        this.length = longest;
        this.dialogs = entries.stream().mapToLong(SequenceCorpus.Entry::training).sum();
        this.onceObserved = (int) entries.stream().filter(entry -> entry.training() == 1).count();
        this.tree = PrefixTree.of(sequences, counts);
        this.nearest = Nearest.of(sequences, counts);
    }

    /// The trained part of a corpus, the most frequent first: dialog 0 is the commonest.
    static KnownDialogs of(SequenceCorpus corpus) {
        List<SequenceCorpus.Entry> trained = corpus.entries()
                .stream()
                .filter(SequenceCorpus.Entry::isTrained)
                .filter(entry -> entry.types().size() <= TrainingLimits.LONGEST)
                .sorted(Comparator.comparingInt(SequenceCorpus.Entry::training)
                        .reversed()
                        .thenComparing(entry -> String.join(" ", entry.types())))
                .toList();
        List<List<String>> sequences = trained.stream().map(SequenceCorpus.Entry::types).toList();
        return new KnownDialogs(Alphabet.of(sequences), trained);
    }

    /// The message types of the training set.
    public Alphabet alphabet() {
        return alphabet;
    }

    /// How many there are: the paper's N.
    public int size() {
        return entries.size();
    }

    /// The number of messages of the longest: the paper's LS.
    public int length() {
        return length;
    }

    /// The message types of one, in order.
    public List<String> types(int known) {
        return entries.get(known).types();
    }

    /// How many dialogs of the training set have it.
    public int count(int known) {
        return entries.get(known).training();
    }

    /// How many dialogs of the training set there are.
    public long dialogs() {
        return dialogs;
    }

    /// How many of them only one dialog of the training set has.
    public int onceObserved() {
        return onceObserved;
    }

    /// How many of 1 dialogs of the same kind of traffic are expected to have a sequence that
    /// training never saw: the share of dialogs whose sequence occurred once (Good 1953, Turing's
    /// estimate). In [0, 1]; a large one says that the training set is too small.
    public double expectedUnknown() {
        return (double) onceObserved / dialogs;
    }

    /// Whether there were enough of them that an unknown dialog says something.
    public boolean isGrounded() {
        return dialogs >= LEAST_DIALOGS && expectedUnknown() <= MOST_EXPECTED_UNKNOWN;
    }

    /// All of them, each with how many dialogs of the training set and of the validation set have
    /// it.
    public List<SequenceCorpus.Entry> entries() {
        return entries;
    }

    /// All of them as a tree of their prefixes: the reference.
    public PrefixTree tree() {
        return tree;
    }

    /// Finds those that are most like a sequence.
    public Nearest nearest() {
        return nearest;
    }
}
