package org.sipsleuth.ngram.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Scores messages by a [LocalModel]. For one thread.
///
/// The result equals that of comparing with all: a message is passed over only if the triangle
/// inequality shows that it is farther than k others. Distances are those of sums of products; with
/// counts these are whole numbers and exact.
public final class LocalScorer {

    /// Bounds are lowered by this share, so that rounding never hides a neighbour.
    private static final double SLACK = 1e-7;

    private final LocalModel model;
    private final double[] values;
    private final int[] present;
    private final double[] products;
    private final double[] pivotDistances;
    private final double[] bounds;
    private final int[] order;
    private final double[] nearestSquared;
    private final int[] nearest;
    private final PairDistances pairs = new PairDistances(PairDistances.MANY);
    private int found;

    LocalScorer(LocalModel model) {
        this.model = model;
        int groups = model.index().groups().size();
        this.values = new double[model.index().grams().size()];
        this.present = new int[values.length];
        this.products = new double[groups];
        this.pivotDistances = new double[groups];
        this.bounds = new double[groups];
        this.order = new int[groups];
        this.nearestSquared = new double[model.k()];
        this.nearest = new int[model.k()];
    }

    /// The score of a message.
    public LocalScore score(SparseVector message) {
        find(message);
        List<Neighbour> neighbours = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            neighbours.add(neighbour(i));
        }
        return model.score(neighbours, pairs);
    }

    /// The nearest normal message: the first neighbour of [#score], without what the neighbours
    /// have to do with each other.
    Neighbour nearest(SparseVector message) {
        find(message);
        return neighbour(0);
    }

    private Neighbour neighbour(int place) {
        return new Neighbour(nearest[place], Math.sqrt(nearestSquared[place]));
    }

    private void find(SparseVector message) {
        NeighbourIndex index = model.index();
        Arrays.fill(products, 0);
        int presentCount = 0;
        for (int i = 0; i < message.size(); i++) {
            int gram = index.grams().id(message.key(i));
            if (gram >= 0) {
                values[gram] = message.value(i);
                present[presentCount++] = gram;
                index.addProducts(gram, message.value(i), products);
            }
        }
        found = 0;
        sortGroups(message.squaredNorm());
        for (int group : order) {
            if (found == nearest.length && bounds[group] > farthest()) {
                break;
            }
            search(group, message.squaredNorm());
        }
        for (int i = 0; i < presentCount; i++) {
            values[present[i]] = 0;
        }
    }

    /// Groups by the least distance that a member can have.
    private void sortGroups(double squaredNorm) {
        List<PivotGroup> groups = model.index().groups();
        for (int g = 0; g < order.length; g++) {
            PivotGroup group = groups.get(g);
            pivotDistances[g] =
                    Math.sqrt(SparseVector.squaredDistance(squaredNorm, group.pivot().squaredNorm(), products[g]));
            bounds[g] = pivotDistances[g] - SLACK * (1 + pivotDistances[g]) - group.radius();
            int place = g;
            while (place > 0 && bounds[order[place - 1]] > bounds[g]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = g;
        }
    }

    private double farthest() {
        return Math.sqrt(nearestSquared[found - 1]);
    }

    private void search(int number, double squaredNorm) {
        PivotGroup group = model.index().groups().get(number);
        for (int i = 0; i < group.size(); i++) {
            double difference = pivotDistances[number] - group.distance(i);
            double slack = SLACK * (1 + pivotDistances[number]);
            if (found == nearest.length && Math.abs(difference) - slack > farthest()) {
                if (difference < 0) {
                    return;
                }
                continue;
            }
            offer(group.member(i), group.squaredDistance(i, values, squaredNorm, products[number]));
        }
    }

    private void offer(int member, double squared) {
        int place = found;
        while (place > 0 && isNearer(member, squared, place - 1)) {
            place--;
        }
        if (place == nearest.length) {
            return;
        }
        if (found < nearest.length) {
            found++;
        }
        for (int i = found - 1; i > place; i--) {
            nearest[i] = nearest[i - 1];
            nearestSquared[i] = nearestSquared[i - 1];
        }
        nearest[place] = member;
        nearestSquared[place] = squared;
    }

    private boolean isNearer(int member, double squared, int place) {
        double one = SparseVector.comparable(squared);
        double other = SparseVector.comparable(nearestSquared[place]);
        return one < other || (one == other && member < nearest[place]);
    }
}
