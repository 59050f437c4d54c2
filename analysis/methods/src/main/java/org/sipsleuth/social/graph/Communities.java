package org.sipsleuth.social.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Users who mostly call each other, by the modularity of their calls (V. D. Blondel et al.: the
/// Louvain method, J. Stat. Mech. 2008). Direction does not matter. Communities are numbered by
/// their size, the largest first; users without calls have none. The same graph has the same
/// communities: users are visited in their order.
public final class Communities {

    private static final int MOST_LEVELS = 20;
    private static final int MOST_PASSES = 50;
    private static final double LEAST_GAIN = 1e-9;

    private final int[] communityOf;
    private final int count;
    private final double modularity;

    private Communities(int[] communityOf, int count, double modularity) {
        this.communityOf = communityOf;
        this.count = count;
        this.modularity = modularity;
    }

    /// Nodes with their neighbours; a node of a higher level is a community of the one below.
    private static final class Level {

        private final int[] begins;
        private final int[] neighbours;
        private final double[] weights;
        private final double[] loops;
        private final double[] degrees;

        Level(Map<Long, Double> edges, double[] loops) {
            this.loops = loops;
            int nodes = loops.length;
            begins = new int[nodes + 1];
            edges.keySet().forEach(pair -> begins[(int) (pair >>> 32) + 1]++);
            for (int i = 0; i < nodes; i++) {
                begins[i + 1] += begins[i];
            }
            neighbours = new int[edges.size()];
            weights = new double[edges.size()];
            degrees = loops.clone();
            int[] next = begins.clone();
            edges.forEach(
                    (pair, weight) -> {
                        int from = (int) (pair >>> 32);
                        int place = next[from]++;
                        neighbours[place] = (int) pair.longValue();
                        weights[place] = weight;
                        degrees[from] += weight;
                    });
        }

        int size() {
            return loops.length;
        }
    }

    /// Finds the communities.
    public static Communities of(CallGraph graph) {
        Map<Long, Double> edges = new TreeMap<>();
        for (int pair = 0; pair < graph.size(); pair++) {
            double weight = graph.calls(pair);
            edges.merge(key(graph.caller(pair), graph.callee(pair)), weight, Double::sum);
            edges.merge(key(graph.callee(pair), graph.caller(pair)), weight, Double::sum);
        }
        Level level = new Level(edges, new double[graph.users()]);
        double all = Arrays.stream(level.degrees).sum();
        int[] communityOf = IntStream.range(0, graph.users()).toArray();
        double modularity = 0;
        if (all > 0) {
            for (int i = 0; i < MOST_LEVELS; i++) {
                int[] moved = moved(level, all);
                int[] numbers = numbered(moved);
                for (int user = 0; user < communityOf.length; user++) {
                    communityOf[user] = numbers[communityOf[user]];
                }
                double now = modularity(level, numbers, all);
                boolean isDone = i > 0 && now - modularity < LEAST_GAIN;
                modularity = now;
                Level next = joined(level, numbers);
                if (isDone || next.size() == level.size()) {
                    break;
                }
                level = next;
            }
        }
        return ordered(graph, communityOf, modularity);
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }

    /// Moves nodes to the community of a neighbour while that raises modularity.
    private static int[] moved(Level level, double all) {
        int[] community = IntStream.range(0, level.size()).toArray();
        double[] sums = level.degrees.clone();
        double[] links = new double[level.size()];
        boolean hasMoved = true;
        for (int pass = 0; pass < MOST_PASSES && hasMoved; pass++) {
            hasMoved = false;
            for (int node = 0; node < level.size(); node++) {
                int from = level.begins[node];
                int to = level.begins[node + 1];
                for (int place = from; place < to; place++) {
                    links[community[level.neighbours[place]]] += level.weights[place];
                }
                int own = community[node];
                double degree = level.degrees[node];
                sums[own] -= degree;
                int best = own;
                double most = links[own] - sums[own] * degree / all;
                for (int place = from; place < to; place++) {
                    int other = community[level.neighbours[place]];
                    double gain = links[other] - sums[other] * degree / all;
                    if (gain > most + LEAST_GAIN) {
                        most = gain;
                        best = other;
                    }
                }
                sums[best] += degree;
                community[node] = best;
                hasMoved |= best != own;
                links[own] = 0;
                for (int place = from; place < to; place++) {
                    links[community[level.neighbours[place]]] = 0;
                }
                links[best] = 0;
            }
        }
        return community;
    }

    private static int[] numbered(int[] community) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return IntStream.of(community)
                .map(its -> numbers.computeIfAbsent(its, _ -> numbers.size()))
                .toArray();
    }

    private static Level joined(Level level, int[] numbers) {
        int count = IntStream.of(numbers).max().orElse(-1) + 1;
        double[] loops = new double[count];
        Map<Long, Double> edges = new TreeMap<>();
        for (int node = 0; node < level.size(); node++) {
            loops[numbers[node]] += level.loops[node];
            for (int place = level.begins[node]; place < level.begins[node + 1]; place++) {
                int other = numbers[level.neighbours[place]];
                if (other == numbers[node]) {
                    loops[other] += level.weights[place];
                } else {
                    edges.merge(key(numbers[node], other), level.weights[place], Double::sum);
                }
            }
        }
        return new Level(edges, loops);
    }

    private static double modularity(Level level, int[] numbers, double all) {
        int count = IntStream.of(numbers).max().orElse(-1) + 1;
        double[] inside = new double[count];
        double[] sums = new double[count];
        for (int node = 0; node < level.size(); node++) {
            inside[numbers[node]] += level.loops[node];
            sums[numbers[node]] += level.degrees[node];
            for (int place = level.begins[node]; place < level.begins[node + 1]; place++) {
                if (numbers[level.neighbours[place]] == numbers[node]) {
                    inside[numbers[node]] += level.weights[place];
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += inside[i] / all - (sums[i] / all) * (sums[i] / all);
        }
        return sum;
    }

    private static Communities ordered(CallGraph graph, int[] communityOf, double modularity) {
        boolean[] calls = new boolean[graph.users()];
        for (int pair = 0; pair < graph.size(); pair++) {
            calls[graph.caller(pair)] = true;
            calls[graph.callee(pair)] = true;
        }
        int[] sizes = new int[graph.users()];
        for (int user = 0; user < calls.length; user++) {
            sizes[communityOf[user]] += calls[user] ? 1 : 0;
        }
        int[] bySize =
                IntStream.range(0, sizes.length)
                        .filter(i -> sizes[i] > 0)
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer i) -> -sizes[i])
                                        .thenComparingInt(i -> i))
                        .mapToInt(i -> i)
                        .toArray();
        int[] numbers = new int[sizes.length];
        Arrays.fill(numbers, -1);
        IntStream.range(0, bySize.length).forEach(i -> numbers[bySize[i]] = i);
        int[] found =
                IntStream.range(0, communityOf.length)
                        .map(user -> calls[user] ? numbers[communityOf[user]] : -1)
                        .toArray();
        return new Communities(found, bySize.length, modularity);
    }

    /// How many there are.
    public int count() {
        return count;
    }

    /// The community of a user, from 0; -1 for a user without calls to others.
    public int of(int user) {
        return communityOf[user];
    }

    /// By how much calls stay inside more than by chance, -0.5 to 1.
    public double modularity() {
        return modularity;
    }
}
