package org.sipsleuth.dialog.leg;

import java.util.List;
import org.sipsleuth.dialog.leg.evidence.Evidence;
import org.sipsleuth.dialog.leg.evidence.Evidence.Nature;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// The combined weight of all evidence for a pair, as natural logarithm of the odds.
final class Score {

    /// How likely it is, before anything is known, that a call goes on as another leg.
    private static final double PRIOR = -1;

    /// Evidence is not independent; combined it weighs less than its sum.
    private static final double TOGETHER = 0.85;

    /// What legs share neither founds nor refutes much where somebody wrote that they belong
    /// together.
    private static final double LEAST_SUPPORT = -2;

    private static final double MOST_SUPPORT = 3;

    /// No reference is quite free of doubt.
    private static final double REFERENCE_PRIOR = -0.5;

    final int rank;
    final Nature nature;
    final double odds;
    final float[] weights;

    private Score(int rank, Nature nature, double odds, float[] weights) {
        this.rank = rank;
        this.nature = nature;
        this.odds = odds;
        this.weights = weights;
    }

    /// Weighs a pair.
    ///
    /// @param rank that of its first dialog
    /// @param kinds what is weighed
    @SuppressWarnings("EnumOrdinal") // sums never leave this class
    static Score of(LegPair pair, int rank, List<Evidence> kinds, Traffic traffic) {
        float[] weights = new float[kinds.size()];
        double[] sums = new double[Nature.values().length];
        boolean isCall = pair.first().events().isCall() && pair.second().events().isCall();
        for (int i = 0; i < weights.length; i++) {
            Evidence kind = kinds.get(i);
            if (kind.nature() != Nature.SUPPORT || isCall) {
                weights[i] = (float) kind.weight(pair, traffic);
                sums[kind.nature().ordinal()] += weights[i];
            }
        }
        forgetSupport(kinds, sums, weights);
        return of(pair, rank, sums, weights);
    }

    /// Who replaces or refers to a call shares nothing with it.
    @SuppressWarnings("EnumOrdinal") // sums never leave this class
    private static void forgetSupport(List<Evidence> kinds, double[] sums, float[] weights) {
        if (sums[Nature.REFERENCE.ordinal()] <= 0 || sums[Nature.IDENTIFIER.ordinal()] > 0) {
            return;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kinds.get(i).nature() == Nature.SUPPORT ? 0 : weights[i];
        }
    }

    @SuppressWarnings("EnumOrdinal") // sums never leave this class
    private static Score of(LegPair pair, int rank, double[] sums, float[] weights) {
        double identified = sums[Nature.IDENTIFIER.ordinal()];
        double referred = sums[Nature.REFERENCE.ordinal()];
        double support = sums[Nature.SUPPORT.ordinal()] * TOGETHER;
        if (identified > 0) {
            double little = Math.clamp(support, LEAST_SUPPORT, MOST_SUPPORT);
            return new Score(rank, Nature.IDENTIFIER, identified + referred + little, weights);
        }
        if (referred > 0) {
            return new Score(rank, Nature.REFERENCE, REFERENCE_PRIOR + referred, weights);
        }
        double odds = isPossible(pair) ? PRIOR + support : Double.NEGATIVE_INFINITY;
        return new Score(rank, Nature.SUPPORT, odds, weights);
    }

    /// Without a host between them, two legs have neither the same sender nor the same receiver.
    private static boolean isPossible(LegPair pair) {
        return pair.hasMiddle() || (pair.first().events().source() != pair.second().events().source()
                && pair.first().events().destination() != pair.second().events().destination());
    }
}
