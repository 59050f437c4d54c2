package org.sipsleuth.simulate.scenario.office;

import java.util.EnumSet;
import java.util.Set;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.AnswerPolicy;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.TrafficClass;

/// How people answer calls: picked up, not answered, busy or declined, each with its share.
final class AnswerBehaviour implements AnswerPolicy {

    /// The shares of the outcomes of a call.
    ///
    /// @param answered picked up
    /// @param silent rings on
    /// @param busy 486
    /// @param declined 603
    /// @param away 480
    /// @param early the share of calls with media before the answer
    record Shares(double answered, double silent, double busy, double declined, double away, double early) {}

    static final Shares INSIDE = new Shares(0.74, 0.14, 0.08, 0.02, 0.02, 0.02);
    static final Shares OUTSIDE = new Shares(0.70, 0.17, 0.10, 0.01, 0.02, 0.7);

    /// Calls in which nobody speaks, or a machine.
    private static final Set<TrafficClass> UNWANTED = EnumSet.of(TrafficClass.SPIT, TrafficClass.HIJACK);

    private static final double MEDIAN_PICK_UP_SECONDS = 6;
    private static final double PICK_UP_SIGMA = 0.6;
    private static final double MEDIAN_TALK_SECONDS = 70;
    private static final double TALK_SIGMA = 1.2;
    private static final double LONGEST_TALK_SECONDS = 7_200;
    private static final double HANGS_UP = 0.45;
    private static final double MEAN_UNWANTED_SECONDS = 6;

    private final SeededRandom draws;
    private final Shares shares;

    AnswerBehaviour(SeededRandom draws, Shares shares) {
        this.draws = draws;
        this.shares = shares;
    }

    /// How long people talk.
    static double talkSeconds(SeededRandom draws) {
        double talk = draws.logNormal(MEDIAN_TALK_SECONDS, TALK_SIGMA);
        return Math.min(LONGEST_TALK_SECONDS, 1 + talk);
    }

    @Override
    public Answer to(Signal invite) {
        double soon = 0.02 + draws.exponential(0.1);
        boolean unwanted = UNWANTED.contains(invite.label.trafficClass());
        return switch (draws.weighted(shares.answered, shares.silent, shares.busy, shares.declined, shares.away)) {
            case 0 -> pickUp(soon, unwanted);
            case 1 -> Answer.ringOn(soon);
            case 2 -> Answer.refuse(486, soon);
            case 3 -> ringing(Answer.refuse(603, pickUpSeconds()), soon);
            default -> Answer.refuse(480, soon);
        };
    }

    /// @param unwanted whether the callee soon hangs up again
    private Answer pickUp(double soon, boolean unwanted) {
        double after = soon + 0.2 + pickUpSeconds();
        Answer answer = Answer.pickUp(soon, after);
        if (draws.chance(shares.early)) {
            answer = answer.earlyMedia(soon + 0.1);
        }
        if (unwanted) {
            return answer.hangingUp(1 + draws.exponential(MEAN_UNWANTED_SECONDS));
        }
        return draws.chance(HANGS_UP) ? answer.hangingUp(talkSeconds(draws)) : answer;
    }

    private static Answer ringing(Answer answer, double soon) {
        return answer.ringing(Math.min(soon, answer.afterSeconds() / 2), 180, false);
    }

    private double pickUpSeconds() {
        return Math.min(60, draws.logNormal(MEDIAN_PICK_UP_SECONDS, PICK_UP_SIGMA));
    }
}
