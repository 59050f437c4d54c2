package org.sipsleuth.lab.scenario;

import java.util.List;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A flood of INVITEs for one user that comes and goes, at rates not far above those of a busy
/// minute. The phone of the user refuses each at once.
///
/// @param victim whom, by number
/// @param pauseSeconds between two pulses
public record InvitePulses(int victim, List<Pulse> pulses, double pauseSeconds) implements LabEvent {

    /// One pulse.
    ///
    /// @param invites how many
    /// @param perSecond how fast on average
    public record Pulse(int invites, double perSecond) {}

    private static final int BUSY = 486;

    public InvitePulses {
        pulses = List.copyOf(pulses);
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
        office.people().get(victim).phone().answering(_ -> Answer.refuse(BUSY, 0.05));
        double at = 0;
        for (Pulse pulse : pulses) {
            for (int i = 0; i < pulse.invites(); i++) {
                RequestPlan plan = RequestPlan.of("INVITE", target).withoutCredentials();
                office.scene().in(at, () -> source.request(plan, Label.of(flood)));
                at += draws.exponential(1 / pulse.perSecond());
            }
            at += pauseSeconds;
        }
    }
}
