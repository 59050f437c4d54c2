package org.sipsleuth.social.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;

/// Finds callers who nearly all call the same callees, as the accounts of one spammer do that work
/// through one list: dense blocks of the bipartite graph of callers and callees. How often they
/// call makes no difference.
///
/// The densest group is found by greedy peeling (M. Charikar, APPROX 2000) and its pairs are taken
/// out before the next one is looked for. First a pair counts less the more contacts its users
/// have, as popular callees do in B. Hooi et al. (FRAUDAR, KDD 2016): otherwise those who call most
/// are the densest group of an ordinary organisation, and hide a block. Popular callees whom the
/// block's callers share are then added. In a second search all pairs count alike, which finds few
/// callers with a long list.
///
/// A group is unusual, and reported, if five callers or more share five callees or more, half of
/// the possible pairs have a call, these are half as many again as the users' numbers of contacts
/// make likely, and most users are on one side only: friends and departments call each other.
///
/// The order of the records makes no difference. Cost: O(E log V) for each of four groups in each
/// search.
public final class DenseBlocks {

    private static final int MOST_GROUPS = 4;
    private static final int FEWEST = 5;
    private static final double LEAST_FILL = 0.5;
    private static final double LEAST_LIFT = 1.5;
    private static final double MOST_ON_BOTH_SIDES = 0.5;

    /// Added to the number of contacts: without it two who only call each other were densest.
    private static final double CONTACTS_ADDED = 10;

    /// A user joins a group that shares this much with it, and leaves below half.
    private static final double JOINING_SHARE = 0.8;

    private static final int MOST_CHANGES = 5;

    private final CallGraph graph;
    private final int[] made;
    private final int[] received;
    private final boolean[] isTaken;

    private DenseBlocks(CallGraph graph) {
        this.graph = graph;
        made = new int[graph.users()];
        received = new int[graph.users()];
        isTaken = new boolean[graph.size()];
        for (int pair = 0; pair < graph.size(); pair++) {
            made[graph.caller(pair)]++;
            received[graph.callee(pair)]++;
        }
    }

    /// The unusual blocks, the highest lift first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<DenseBlock> of(CallGraph graph, RunMonitor monitor) {
        return new DenseBlocks(graph).found(monitor);
    }

    private List<DenseBlock> found(RunMonitor monitor) {
        double[] weights = new double[graph.size()];
        for (int pair = 0; pair < weights.length; pair++) {
            double callees = made[graph.caller(pair)] + CONTACTS_ADDED;
            weights[pair] = 1 / Math.sqrt(callees * (received[graph.callee(pair)] + CONTACTS_ADDED));
        }
        List<DenseBlock> found = new ArrayList<>();
        search(weights, found, monitor);
        Arrays.fill(weights, 1);
        search(weights, found, monitor);
        found.sort(Comparator.comparingDouble(DenseBlock::lift)
                .reversed()
                .thenComparingInt(block -> block.callers().getFirst()));
        return found;
    }

    /// Adds the unusual ones of the densest groups; only their pairs stay taken.
    private void search(double[] weights, List<DenseBlock> found, RunMonitor monitor) {
        boolean[] ofBlocks = isTaken.clone();
        for (int i = 0; i < MOST_GROUPS; i++) {
            Group group = new Group(new Peeling(graph, isTaken, weights).densest(monitor));
            if (group.pairs() == 0) {
                break;
            }
            if (group.fill() >= LEAST_FILL) {
                group.settle();
            }
            Optional<DenseBlock> block = group.unusual();
            block.ifPresent(one -> {
                found.add(one);
                group.take(ofBlocks);
            });
            group.take(isTaken);
        }
        System.arraycopy(ofBlocks, 0, isTaken, 0, isTaken.length);
    }

    /// Callers and callees, while they are changed.
    private final class Group {

        private boolean[] isCaller = new boolean[graph.users()];
        private boolean[] isCallee = new boolean[graph.users()];

        /// @param isIn callers, then callees
        Group(boolean[] isIn) {
            for (int user = 0; user < graph.users(); user++) {
                isCaller[user] = isIn[user];
                isCallee[user] = isIn[graph.users() + user];
            }
        }

        private boolean has(int pair) {
            return !isTaken[pair] && isCaller[graph.caller(pair)] && isCallee[graph.callee(pair)];
        }

        int pairs() {
            return (int) IntStream.range(0, graph.size()).filter(this::has).count();
        }

        double fill() {
            long possible = (long) count(isCaller) * count(isCallee) - onBothSides();
            return pairs() / (double) Math.max(1, possible);
        }

        private int onBothSides() {
            return (int) IntStream.range(0, graph.users()).filter(user -> isCaller[user] && isCallee[user]).count();
        }

        /// Lets users join and leave until nothing changes.
        void settle() {
            boolean hasChanged = true;
            for (int i = 0; i < MOST_CHANGES && hasChanged; i++) {
                boolean[] callees = sharing(isCaller, isCallee, true);
                hasChanged = !Arrays.equals(callees, isCallee);
                isCallee = callees;
                boolean[] callers = sharing(isCallee, isCaller, false);
                hasChanged |= !Arrays.equals(callers, isCaller);
                isCaller = callers;
            }
        }

        /// Those who have a call with enough of one side.
        ///
        /// @param isNow who is on the other side now
        private boolean[] sharing(boolean[] side, boolean[] isNow, boolean isCallerSide) {
            int[] shared = new int[graph.users()];
            for (int pair = 0; pair < graph.size(); pair++) {
                int one = isCallerSide ? graph.caller(pair) : graph.callee(pair);
                int other = isCallerSide ? graph.callee(pair) : graph.caller(pair);
                if (!isTaken[pair] && side[one]) {
                    shared[other]++;
                }
            }
            int count = count(side);
            boolean[] is = new boolean[graph.users()];
            for (int user = 0; user < is.length; user++) {
                int possible = count - (side[user] ? 1 : 0);
                double least = isNow[user] ? LEAST_FILL : JOINING_SHARE;
                is[user] = possible > 0 && shared[user] >= least * possible;
            }
            return is;
        }

        Optional<DenseBlock> unusual() {
            int callers = count(isCaller);
            int callees = count(isCallee);
            int both = onBothSides();
            double fill = fill();
            double lift = lift();
            boolean isUnusual = Math.min(callers, callees) >= FEWEST && fill >= LEAST_FILL && lift >= LEAST_LIFT
                    && both <= MOST_ON_BOTH_SIDES * (callers + callees - both);
            return isUnusual ? Optional.of(new DenseBlock(users(isCaller), users(isCallee), pairs(), fill, lift))
                    : Optional.empty();
        }

        /// Pairs, as a multiple of those that users with as many contacts have by chance.
        private double lift() {
            double contacts = 0;
            double others = 0;
            for (int user = 0; user < graph.users(); user++) {
                contacts += isCaller[user] ? made[user] : 0;
                others += isCallee[user] ? received[user] : 0;
            }
            return pairs() / Math.max(1, contacts * others / graph.size());
        }

        /// Marks its pairs.
        void take(boolean[] taken) {
            for (int pair = 0; pair < graph.size(); pair++) {
                taken[pair] |= has(pair);
            }
        }
    }

    private static int count(boolean[] is) {
        return (int) IntStream.range(0, is.length).filter(user -> is[user]).count();
    }

    private static List<Integer> users(boolean[] is) {
        return IntStream.range(0, is.length).filter(user -> is[user]).boxed().toList();
    }
}
