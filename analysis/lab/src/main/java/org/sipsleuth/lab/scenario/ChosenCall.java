package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Label;

/// A call between two people of an office whose course is planned. Until it is answered, whoever
/// calls the callee is answered alike.
///
/// @param caller who calls, by number
/// @param callee who is called, by number
/// @param ringSeconds until it is answered
/// @param talkSeconds from the answer to the hang-up
/// @param byCallee whether the callee hangs up
public record ChosenCall(int caller, int callee, double ringSeconds, double talkSeconds, boolean byCallee)
        implements LabEvent {

    private static final double SOON_SECONDS = 0.08;

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        UserAgent phone = office.people().get(callee).phone();
        phone.answering(_ -> {
            Answer answer = Answer.pickUp(SOON_SECONDS, ringSeconds);
            return byCallee ? answer.hangingUp(talkSeconds) : answer;
        });
        CallPlan plan = byCallee ? CallPlan.listen() : CallPlan.talk(talkSeconds);
        office.people()
                .get(caller)
                .phone()
                .call(office.people().get(callee).uri(), plan, Label.normal("the chosen call"));
    }
}
