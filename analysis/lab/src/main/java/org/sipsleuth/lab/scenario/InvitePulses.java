package org.sipsleuth.lab.scenario;

import java.util.List;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A flood of INVITEs for one user that comes and goes, at rates not far above those of a busy
/// minute.
///
/// @param victim whom, by number
/// @param perSecond the rate of each pulse
/// @param pulseSeconds how long a pulse lasts
/// @param pauseSeconds between two of them
public record InvitePulses(int victim, List<Double> perSecond, double pulseSeconds, double pauseSeconds)
        implements LabEvent {

    public InvitePulses {
        perSecond = List.copyOf(perSecond);
    }

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Attack flood = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.INVITE_FLOOD, AttackKind.INVITE_FLOOD,
                        "INVITEs for one user, in pulses"));
        office.scene().world().truth().reached(flood, AttackOutcome.ATTEMPTED);
        Account account = new Account(draws.hex(6), "example.net", "", draws.token(8));
        UserAgent source = new UserAgent(office.scene(), account, draws.of(Profiles.phones()), office.externalSocket())
                .through(office.server().socket());
        String target = office.people().get(victim).uri();
        double begin = 0;
        for (double rate : perSecond) {
            for (double at = draws.exponential(1 / rate); at < pulseSeconds; at += draws.exponential(1 / rate)) {
                RequestPlan plan = RequestPlan.of("INVITE", target).withoutCredentials();
                office.scene().in(begin + at, () -> source.request(plan, Label.of(flood)));
            }
            begin += pulseSeconds + pauseSeconds;
        }
    }
}
