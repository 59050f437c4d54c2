package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// One request, from outside, of a method that nobody of the office begins a dialog with.
///
/// @param method its method
/// @param to whom it is for, by number
public record OddRequest(String method, int to) implements LabEvent {

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Attack odd = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.oddity(TrafficClass.ODD_DIALOG, "a dialog that begins with " + method));
        Account account = new Account(draws.hex(6), "example.net", "", draws.token(8));
        UserAgent stranger =
                new UserAgent(office.scene(), account, draws.of(Profiles.phones()), office.externalSocket())
                        .through(office.server().socket());
        RequestPlan plan = RequestPlan.of(method, office.people().get(to).uri()).withoutCredentials();
        stranger.request(plan, Label.of(odd));
    }
}
