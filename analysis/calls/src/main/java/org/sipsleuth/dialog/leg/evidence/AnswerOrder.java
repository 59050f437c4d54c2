package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallEvents.Kind;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// The first leg rings and is answered as the second was, soon after it.
record AnswerOrder() implements Evidence {

    private static final int FIRST_FAILURE = 300;

    /// How often (per second) a call that goes on is answered, or begins to ring.
    private static final double BY_CHANCE = 0.1;

    private static final double MOST = 5;
    private static final double LEAST = -3;
    private static final double MOST_OF_RINGING = 3;
    private static final double LEAST_OF_RINGING = -1;

    /// A B2BUA that answers before it calls on, as queues do.
    private static final double ANSWERED_BEFORE = -1.5;

    /// Another branch was answered, or somebody else was.
    private static final double ONLY_FIRST_ANSWERED = -1.5;

    private static final double ONLY_SECOND_ANSWERED = -4;
    private static final double ONE_UNDECIDED = -1.5;

    /// Clocks and captures put messages of one host out of order by less than that.
    private static final double TOLERANCE_SECONDS = 0.001;

    @Override
    public String name() {
        return "answer-order";
    }

    @Override
    public String source() {
        return "a B2BUA answers the first leg when the second is answered (RFC 7092)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        return finals(pair, traffic) + ringing(pair);
    }

    private static double finals(LegPair pair, Traffic traffic) {
        int first = pair.leavingFirst(Kind.FINAL);
        int second = pair.reachingSecond(Kind.FINAL);
        if (first == CallEvents.NONE && second == CallEvents.NONE) {
            return 0;
        }
        if (first == CallEvents.NONE || second == CallEvents.NONE) {
            int one = first == CallEvents.NONE ? second : first;
            return traffic.isNearEnd(pair.first(), pair.first().events().nanos(one)) ? 0 : ONE_UNDECIDED;
        }
        boolean firstFails = pair.first().events().status(first) >= FIRST_FAILURE;
        boolean secondFails = pair.second().events().status(second) >= FIRST_FAILURE;
        if (firstFails != secondFails) {
            return firstFails ? ONLY_SECOND_ANSWERED : ONLY_FIRST_ANSWERED;
        }
        double after = -pair.secondsBetween(first, second);
        return after < -TOLERANCE_SECONDS ? ANSWERED_BEFORE
                : Likelihood.ofDelay(Math.max(0, after), BY_CHANCE, LEAST, MOST);
    }

    private static double ringing(LegPair pair) {
        int first = pair.leavingFirst(Kind.RINGING);
        int second = pair.reachingSecond(Kind.RINGING);
        if (first == CallEvents.NONE || second == CallEvents.NONE) {
            return 0;
        }
        double after = -pair.secondsBetween(first, second);
        return after < -TOLERANCE_SECONDS ? LEAST_OF_RINGING
                : Likelihood.ofDelay(Math.max(0, after), BY_CHANCE, LEAST_OF_RINGING, MOST_OF_RINGING);
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        int first = pair.leavingFirst(Kind.FINAL);
        int second = pair.reachingSecond(Kind.FINAL);
        if (first == CallEvents.NONE && second == CallEvents.NONE) {
            return "both legs ring, "
                    + LegTexts.duration(
                            -pair.secondsBetween(pair.leavingFirst(Kind.RINGING), pair.reachingSecond(Kind.RINGING)))
                    + " apart";
        }
        if (first == CallEvents.NONE || second == CallEvents.NONE) {
            return first == CallEvents.NONE ? "only the second leg has a final response: " + texts.type(second)
                    : "only the first leg has a final response: " + texts.type(first);
        }
        double after = -pair.secondsBetween(first, second);
        return "the first leg received " + texts.type(first) + " " + LegTexts.duration(Math.abs(after))
                + (after < 0 ? " before " : " after ") + "the second received " + texts.type(second);
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        List<Integer> finals = Requests.of(pair.leavingFirst(Kind.FINAL), pair.reachingSecond(Kind.FINAL));
        return finals.isEmpty() ? Requests.of(pair.leavingFirst(Kind.RINGING), pair.reachingSecond(Kind.RINGING))
                : finals;
    }
}
