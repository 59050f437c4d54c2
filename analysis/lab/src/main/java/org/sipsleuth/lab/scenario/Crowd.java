package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Label;

/// Many people outside call one number of an office within seconds, and hear a busy tone. It is
/// normal.
///
/// @param called whose number, by number of the person
/// @param callers how many
/// @param withinSeconds how long it takes
public record Crowd(int called, int callers, double withinSeconds) implements LabEvent {

    private static final int BUSY = 486;

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        var person = office.people().get(called);
        person.phone().answering(_ -> Answer.refuse(BUSY, 0.05));
        for (int i = 0; i < callers; i++) {
            office.scene()
                    .in(draws.unit() * withinSeconds,
                            () -> office.gateway().call(person.uri(), CallPlan.talk(1), Label.normal("crowd")));
        }
    }
}
