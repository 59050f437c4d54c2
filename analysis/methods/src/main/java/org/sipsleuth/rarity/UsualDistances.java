package org.sipsleuth.rarity;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How far usual ones lie from each other, so that a distance becomes a conformal p-value (V. Vovk
/// et al., Algorithmic Learning in a Random World, 2005): the share of them that is as far away.
/// Immutable; any thread.
public final class UsualDistances {

    private static final double UNCERTAINTY = 0.05;

    private final double[] sorted;
    private final Tail tail;

    /// @param distances in any order, one or more
    public UsualDistances(double[] distances) {
        sorted = distances.clone();
        Arrays.sort(sorted);
        tail = Tail.of(sorted);
    }

    /// The share of usual ones that is as far away, and the judged one with them: above 0, to 1; low
    /// is anomalous. Beyond all of them their [Tail] decides.
    public PValue p(double distance) {
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] < distance) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        int asFar = sorted.length - below;
        return asFar > 0 ? PValue.of(asFar, sorted.length) : PValue.beyond(sorted.length, tail.beyond(distance));
    }

    /// The distance above which the p-value is at most a share; empty where there are too few to say
    /// so.
    ///
    /// @param share above 0, below 1
    public OptionalDouble threshold(double share) {
        int asFar = (int) Math.floor(share * (sorted.length + 1)) - 1;
        return asFar < 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length - 1 - asFar]);
    }

    /// The distance above which no more than a share of further usual ones lies, with 95 % confidence,
    /// however few are known: the upper limit of the quantile by ranks. Where they are too few for
    /// such a share, it is the farthest.
    ///
    /// @param share above 0, below 1
    public double surelyBelow(double share) {
        int beyond = 0;
        double exactly = sorted.length * Math.log1p(-share); // a logarithm: few are possible among many
        double atMost = Math.exp(exactly);
        while (atMost <= UNCERTAINTY && beyond < sorted.length - 1) {
            beyond++;
            exactly += Math.log(share / (1 - share) * (sorted.length - beyond + 1) / beyond);
            atMost += Math.exp(exactly);
        }
        return sorted[sorted.length - 1 - Math.max(0, beyond - 1)];
    }
}
