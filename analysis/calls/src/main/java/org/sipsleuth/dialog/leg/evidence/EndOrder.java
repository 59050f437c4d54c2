package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallEvents.Kind;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs end together: a BYE or CANCEL reaches the host between them on one, and leaves it on
/// the other.
record EndOrder() implements Evidence {

    /// How often (per second) a call that goes on ends.
    private static final double BY_CHANCE = 0.03;

    private static final double MOST = 5;
    private static final double LEAST = -4;
    private static final double ONLY_ONE_ENDS = -1.5;
    private static final double TOLERANCE_SECONDS = 0.001;

    @Override
    public String name() {
        return "end-order";
    }

    @Override
    public String source() {
        return "a B2BUA ends one leg when the other ends (RFC 7092)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        double weight = 0;
        for (Kind kind : List.of(Kind.CANCEL, Kind.BYE)) {
            weight += weight(pair, traffic, kind);
        }
        return weight;
    }

    private static double weight(LegPair pair, Traffic traffic, Kind kind) {
        int first = of(pair.reachingFirst(kind), pair.leavingFirst(kind));
        int second = of(pair.leavingSecond(kind), pair.reachingSecond(kind));
        if (first == CallEvents.NONE && second == CallEvents.NONE) {
            return 0;
        }
        if (first == CallEvents.NONE || second == CallEvents.NONE) {
            int one = first == CallEvents.NONE ? second : first;
            return traffic.isNearEnd(pair.first(), pair.first().events().nanos(one)) ? 0 : ONLY_ONE_ENDS;
        }
        return Likelihood.ofDelay(apart(pair, kind), BY_CHANCE, LEAST, MOST);
    }

    /// How long after the end reached the host it left it, on the other leg.
    private static double apart(LegPair pair, Kind kind) {
        double best = Double.MAX_VALUE;
        if (pair.reachingFirst(kind) != CallEvents.NONE && pair.leavingSecond(kind) != CallEvents.NONE) {
            best = nearer(best, pair.secondsBetween(pair.reachingFirst(kind), pair.leavingSecond(kind)));
        }
        if (pair.leavingFirst(kind) != CallEvents.NONE && pair.reachingSecond(kind) != CallEvents.NONE) {
            best = nearer(best, -pair.secondsBetween(pair.leavingFirst(kind), pair.reachingSecond(kind)));
        }
        return best;
    }

    private static double nearer(double best, double seconds) {
        return seconds < -TOLERANCE_SECONDS ? best : Math.min(best, Math.max(0, seconds));
    }

    private static int of(int one, int other) {
        return one == CallEvents.NONE ? other : one;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        List<Integer> ends = messages(pair);
        if (ends.size() < 2) {
            return "only one of the two legs ends with " + (ends.isEmpty() ? "BYE" : texts.type(ends.getFirst()));
        }
        Kind kind = kind(pair);
        double apart = apart(pair, kind);
        return apart == Double.MAX_VALUE ? "the " + kind + " of one leg is unrelated to that of the other"
                : "both legs end with " + kind + ", " + LegTexts.duration(apart) + " apart";
    }

    private static Kind kind(LegPair pair) {
        boolean both = of(pair.reachingFirst(Kind.BYE), pair.leavingFirst(Kind.BYE)) != CallEvents.NONE
                || of(pair.leavingSecond(Kind.BYE), pair.reachingSecond(Kind.BYE)) != CallEvents.NONE;
        return both ? Kind.BYE : Kind.CANCEL;
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        Kind kind = kind(pair);
        return Requests.of(of(pair.reachingFirst(kind), pair.leavingFirst(kind)),
                of(pair.leavingSecond(kind), pair.reachingSecond(kind)));
    }
}
