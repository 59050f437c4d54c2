package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Label;

/// A carrier that asks by OPTIONS, in steady intervals, whether the server is there. It is normal.
///
/// @param everySeconds the interval
public record Monitoring(double everySeconds) implements LabEvent {

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Account account = new Account("ping", "carrier.example", "", draws.token(8));
        UserAgent carrier = new UserAgent(office.scene(), account, Profiles.gateway(), office.externalSocket())
                .through(office.server().socket());
        for (double at = draws.unit() * everySeconds; at < forSeconds; at += everySeconds) {
            RequestPlan plan = RequestPlan.of("OPTIONS", "sip:" + office.domain()).withoutCredentials();
            office.scene().in(at, () -> carrier.request(plan, Label.normal("monitoring")));
        }
    }
}
