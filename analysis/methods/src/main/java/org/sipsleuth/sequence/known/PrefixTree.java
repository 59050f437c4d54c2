package org.sipsleuth.sequence.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sipsleuth.sequence.known.sorted.RangeMaxTree;
import org.sipsleuth.sequence.known.sorted.SortedSequences;
import org.sipsleuth.sequence.known.sorted.Symbols;

/// All prefixes of the known sequences, with how often each occurred. It knows exactly what was
/// observed, so it is the upper bound of what a trained network can know. Immutable.
///
/// A node is a prefix; 0 is the empty one. A step costs the logarithm of the branches. Prefixes of
/// a single sequence, most nodes where sequences are many, take 4 bytes each.
public final class PrefixTree {

    /// No node, no class, no place.
    static final int NONE = -1;

    private static final int ROOT = 0;

    private final Symbols symbols;
    private final int sharedNodes;
    private final int[] firstRanks;
    private final int[] lastRanks;
    private final int[] branchStarts;
    private final int[] branchTypes;
    private final int[] branchNodes;
    private final CompressedSuffixes tails;
    private final RangeMaxTree tournament;

    /// The most frequent class below each shared node.
    private final int[] best;

    /// How often the sequences before each rank occurred together.
    private final long[] countsBefore;

    private final int nodes;

    private PrefixTree(TreeBuilder built, long[] counts) {
        SortedSequences sorted = built.sorted;
        symbols = sorted.symbols();
        sharedNodes = built.sharedNodes;
        firstRanks = built.firstRanks;
        lastRanks = built.lastRanks;
        branchStarts = built.branchStarts;
        branchTypes = built.branchTypes;
        branchNodes = built.branchNodes;
        tails = built.tails;
        nodes = sharedNodes + tails.places();
        int[] classes = IntStream.range(0, sorted.size()).map(sorted::classOf).toArray();
        tournament = new RangeMaxTree(counts, classes);
        best = new int[sharedNodes];
        Arrays.setAll(best, node -> classes[tournament.winner(firstRanks[node], lastRanks[node])]);
        countsBefore = new long[classes.length + 1];
        for (int rank = 0; rank < classes.length; rank++) {
            countsBefore[rank + 1] = countsBefore[rank] + counts[classes[rank]];
        }
    }

    /// The tree of these sequences; the k-th is class k.
    ///
    /// @param sequences at least one, all different
    /// @param counts how often each occurred, at least once
    /// @throws IllegalArgumentException if the arguments are not so
    /// @throws ArithmeticException if the counts, or the prefixes, are too many for a number
    public static PrefixTree of(List<List<String>> sequences, long[] counts) {
        long[] checked = SortedSequences.checked(counts, sequences.size());
        return new PrefixTree(new TreeBuilder(new SortedSequences(sequences)), checked);
    }

    /// The empty prefix.
    public int root() {
        return ROOT;
    }

    /// How many prefixes there are; nodes are numbered from 0 to before that.
    public int nodes() {
        return nodes;
    }

    /// How many sequences there are; classes are numbered from 0 to before that.
    public int classes() {
        return countsBefore.length - 1;
    }

    /// The node that this message leads to, or −1 if it leaves the known.
    public int next(int node, String type) {
        int symbol = symbols.number(type);
        if (isShared(node)) {
            int branch = Arrays.binarySearch(branchTypes, branchStarts[node], branchStarts[node + 1], symbol);
            return branch < 0 ? NONE : branchNodes[branch];
        }
        int place = node - sharedNodes;
        return !tails.isLast(place) && tails.type(place + 1) == symbol ? node + 1 : NONE;
    }

    /// How many occurrences pass this prefix or end with it; at least 1.
    public long count(int node) {
        return isShared(node) ? countsBefore[lastRanks[node]] - countsBefore[firstRanks[node]]
                : tournament.count(tails.rank(node - sharedNodes));
    }

    /// How many different sequences begin with this prefix; at least 1.
    public int sequences(int node) {
        return lastRank(node) - firstRank(node);
    }

    /// The class of the sequence that ends here, or −1 if none does.
    public int classAt(int node) {
        return endsAt(node) ? tournament.classOf(firstRank(node)) : NONE;
    }

    /// The most frequent class of those that begin with this prefix, the smallest of equals. It is
    /// the first of [#leading], and was worked out beforehand.
    public int best(int node) {
        return isShared(node) ? best[node] : tournament.classOf(tails.rank(node - sharedNodes));
    }

    /// The probability that this message comes next, 0 to 1.
    public double probabilityOf(int node, String type) {
        int next = next(node, type);
        return next < 0 ? 0 : share(next, node);
    }

    /// The probability that the dialog ends here, 0 to 1. It and the probabilities of all
    /// continuations add up to 1.
    public double endProbability(int node) {
        return endsAt(node) ? (double) tournament.count(firstRank(node)) / count(node) : 0;
    }

    /// How the prefix may go on, the most probable first, equals by name.
    public List<Continuation> continuations(int node) {
        List<Continuation> all = new ArrayList<>();
        if (isShared(node)) {
            for (int i = branchStarts[node]; i < branchStarts[node + 1]; i++) {
                int next = branchNodes[i];
                String type = symbols.name(branchTypes[i]);
                all.add(new Continuation(type, next, share(next, node)));
            }
        } else if (!tails.isLast(node - sharedNodes)) {
            String type = symbols.name(tails.type(node + 1 - sharedNodes));
            all.add(new Continuation(type, node + 1, 1));
        }
        all.sort(Comparator.comparingDouble(Continuation::probability).reversed().thenComparing(Continuation::type));
        return List.copyOf(all);
    }

    /// The known dialogs that this prefix most probably becomes, the most probable first, equals by
    /// class. Costs the logarithm of the classes for each.
    ///
    /// @param most how many at most
    public List<Candidate> leading(int node, int most) {
        double passing = count(node);
        return tournament.winners(firstRank(node), lastRank(node), most)
                .stream()
                .map(rank -> new Candidate(tournament.classOf(rank), tournament.count(rank) / passing))
                .toList();
    }

    /// Whether this very sequence is known, from its first message to its last. A part of a known
    /// sequence is not.
    public boolean isKnown(List<String> sequence) {
        return classOf(sequence) >= 0;
    }

    /// The class of this sequence, or −1 if it is not known.
    public int classOf(List<String> sequence) {
        int node = ROOT;
        for (String type : sequence) {
            node = next(node, type);
            if (node < 0) {
                return NONE;
            }
        }
        return classAt(node);
    }

    /// A walk that begins at the root.
    public TreeCursor walk() {
        return new TreeCursor(this);
    }

    /// Each message's probability after those before it; 0 from where the sequence left the known.
    public List<StepProbability> steps(List<String> sequence) {
        TreeCursor walk = walk();
        List<StepProbability> steps = new ArrayList<>(sequence.size());
        for (String type : sequence) {
            walk.next(type);
            steps.add(new StepProbability(type, walk.stepProbability(), walk.node()));
        }
        return List.copyOf(steps);
    }

    /// The share of a node's occurrences that go on to this child.
    double share(int child, int node) {
        return (double) count(child) / count(node);
    }

    private boolean isShared(int node) {
        return Objects.checkIndex(node, nodes) < sharedNodes;
    }

    private int firstRank(int node) {
        return isShared(node) ? firstRanks[node] : tails.rank(node - sharedNodes);
    }

    private int lastRank(int node) {
        return isShared(node) ? lastRanks[node] : tails.rank(node - sharedNodes) + 1;
    }

    /// Of the sequences that begin with a prefix, the prefix itself is the first in order.
    private boolean endsAt(int node) {
        if (!isShared(node)) {
            return tails.isLast(node - sharedNodes);
        }
        int branch = branchStarts[node];
        return branch == branchStarts[node + 1] || firstRank(branchNodes[branch]) > firstRanks[node];
    }
}
