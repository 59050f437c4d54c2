package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Label;

/// Somebody of the office mistypes the own password some times. It is normal.
///
/// @param person who, by number
/// @param times how often
public record MistypedPassword(int person, int times) implements LabEvent {

    private static final double PAUSE_SECONDS = 9;

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Person somebody = office.people().get(person);
        NameAddress address = new NameAddress("", somebody.uri());
        for (int i = 0; i < times; i++) {
            RequestPlan plan = RequestPlan.of("REGISTER", "sip:" + office.domain())
                    .from(address)
                    .to(address)
                    .with("Expires", "600")
                    .password("mistyped" + i)
                    .authenticatedAs(somebody.account().user());
            office.scene()
                    .in(i * (PAUSE_SECONDS + draws.unit() * 5),
                            () -> somebody.phone().request(plan, Label.normal("mistyped password")));
        }
    }
}
