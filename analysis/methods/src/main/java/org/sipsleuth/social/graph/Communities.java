package org.sipsleuth.social.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Users who are mostly connected with each other, by the modularity of a graph (V. D. Blondel et
/// al.: the Louvain method, J. Stat. Mech. 2008). Direction does not matter. Communities are
/// numbered by their size, the largest first; users without pairs have none. The same graph has the
/// same communities: users are visited in their order.
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

    /// Edges of a graph, each in both directions; the same one may be there more than once.
    private static final class Edges {

        private int[] from;
        private int[] to;
        private double[] weights;
        private int size;

        Edges(int room) {
            from = new int[room];
            to = new int[room];
            weights = new double[room];
        }

        void add(int one, int other, double weight) {
            from[size] = one;
            to[size] = other;
            weights[size++] = weight;
        }

        /// Sorts the edges by one end; of equals the earlier one stays first.
        void sort(int[] ends, int nodes) {
            int[] next = new int[nodes + 1];
            for (int i = 0; i < size; i++) {
                next[ends[i] + 1]++;
            }
            for (int i = 0; i < nodes; i++) {
                next[i + 1] += next[i];
            }
            Edges sorted = new Edges(size);
            for (int i = 0; i < size; i++) {
                int place = next[ends[i]]++;
                sorted.from[place] = from[i];
                sorted.to[place] = to[i];
                sorted.weights[place] = weights[i];
            }
            from = sorted.from;
            to = sorted.to;
            weights = sorted.weights;
        }
    }

    /// Nodes with their neighbours; a node of a higher level is a community of the one below.
    private static final class Level {

        private final int[] begins;
        private final int[] neighbours;
        private final double[] weights;
        private final double[] loops;
        private final double[] degrees;

        Level(Edges edges, double[] loops) {
            this.loops = loops;
            int nodes = loops.length;
            edges.sort(edges.to, nodes);
            edges.sort(edges.from, nodes);
            begins = new int[nodes + 1];
            neighbours = new int[edges.size];
            weights = new double[edges.size];
            degrees = loops.clone();
            int size = 0;
            for (int i = 0; i < edges.size; i++) {
                int node = edges.from[i];
                if (begins[node + 1] == 0 || neighbours[size - 1] != edges.to[i]) {
                    neighbours[size++] = edges.to[i];
                }
                begins[node + 1] = size;
                weights[size - 1] += edges.weights[i];
            }
            for (int node = 0; node < nodes; node++) {
                begins[node + 1] = Math.max(begins[node + 1], begins[node]);
                for (int place = begins[node]; place < begins[node + 1]; place++) {
                    degrees[node] += weights[place];
                }
            }
        }

        int size() {
            return loops.length;
        }

        boolean hasNeighbours(int node) {
            return begins[node + 1] > begins[node];
        }
    }

    /// Those of users who mostly call each other.
    public static Communities of(CallGraph graph) {
        Edges edges = new Edges(2 * graph.size());
        for (int pair = 0; pair < graph.size(); pair++) {
            edges.add(graph.caller(pair), graph.callee(pair), graph.calls(pair));
            edges.add(graph.callee(pair), graph.caller(pair), graph.calls(pair));
        }
        return of(edges, graph.users());
    }

    /// Those of users who mostly call the same others.
    public static Communities of(ContactGraph graph) {
        Edges edges = new Edges(2 * graph.size());
        for (int pair = 0; pair < graph.size(); pair++) {
            edges.add(graph.one(pair), graph.other(pair), graph.similarity(pair));
            edges.add(graph.other(pair), graph.one(pair), graph.similarity(pair));
        }
        return of(edges, graph.users());
    }

    private static Communities of(Edges edges, int users) {
        Level lowest = new Level(edges, new double[users]);
        Level level = lowest;
        double all = Arrays.stream(level.degrees).sum();
        int[] communityOf = IntStream.range(0, users).toArray();
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
        return ordered(lowest, communityOf, modularity);
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
        return IntStream.of(community).map(its -> numbers.computeIfAbsent(its, _ -> numbers.size())).toArray();
    }

    private static Level joined(Level level, int[] numbers) {
        int count = IntStream.of(numbers).max().orElse(-1) + 1;
        double[] loops = new double[count];
        Edges edges = new Edges(level.neighbours.length);
        for (int node = 0; node < level.size(); node++) {
            loops[numbers[node]] += level.loops[node];
            for (int place = level.begins[node]; place < level.begins[node + 1]; place++) {
                int other = numbers[level.neighbours[place]];
                if (other == numbers[node]) {
                    loops[other] += level.weights[place];
                } else {
                    edges.add(numbers[node], other, level.weights[place]);
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

    private static Communities ordered(Level lowest, int[] communityOf, double modularity) {
        int[] sizes = new int[lowest.size()];
        for (int user = 0; user < sizes.length; user++) {
            sizes[communityOf[user]] += lowest.hasNeighbours(user) ? 1 : 0;
        }
        int[] bySize = IntStream.range(0, sizes.length)
                .filter(i -> sizes[i] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -sizes[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        int[] numbers = new int[sizes.length];
        Arrays.fill(numbers, -1);
        IntStream.range(0, bySize.length).forEach(i -> numbers[bySize[i]] = i);
        int[] found = IntStream.range(0, communityOf.length)
                .map(user -> lowest.hasNeighbours(user) ? numbers[communityOf[user]] : -1)
                .toArray();
        return new Communities(found, bySize.length, modularity);
    }

    /// How many there are.
    public int count() {
        return count;
    }

    /// The community of a user, from 0; -1 for a user without pairs.
    public int of(int user) {
        return communityOf[user];
    }

    /// By how much weights lie inside more than by chance, -0.5 to 1.
    public double modularity() {
        return modularity;
    }
}
