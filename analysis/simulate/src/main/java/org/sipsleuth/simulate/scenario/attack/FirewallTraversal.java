package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Firewall pinhole abuse: a peer outside and an accomplice inside make call after call, so that a
/// firewall which opens the ports of their session descriptions lets other traffic through.
public final class FirewallTraversal implements OfficeAttack {

    private static final String PER_SECOND = "traversal-per-second";
    private static final String CALLS = "traversal-calls";
    private static final String OPEN_SECONDS = "traversal-open-seconds";
    private static final int ACCOMPLICE = 19; // a seat that no phone has

    @Override
    public String name() {
        return "firewall-traversal";
    }

    @Override
    public String description() {
        return "Firewall pinhole abuse: external calls to an accomplice who answers at once; each"
                + " opens RTP ports and keeps them open without media.";
    }

    @Override
    public String source() {
        return "Paper 4 (Bayesian beliefs), class FIREWALL_TRAVERSAL, its leaf of opened RTP ports";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.real(PER_SECOND, 2, "per second", 0.001, 100_000, "calls"),
                Setting.whole(CALLS, 150, "calls", 1, 100_000_000, "total calls"),
                Setting.real(OPEN_SECONDS, 300, "s", 1, 1_000_000, "duration of each call"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.FIREWALL_TRAVERSAL, AttackKind.FIREWALL_PINHOLE,
                        "calls that only open ports, to an accomplice inside"));
        UserAgent caller = new ExternalAgents(office, draws.of("strangers"), 1).any();
        Account inside = new Account("accomplice", office.domain(), "", draws.token(8));
        UserAgent accomplice = new UserAgent(office.scene(), inside, draws.of(Profiles.phones()),
                Addresses.sip(office.addresses().inside(ACCOMPLICE))).through(office.server().socket())
                .answering(_ -> Answer.pickUp(0.01, 0.05));
        office.server().serving(inside, accomplice.socket());
        office.scene().world().truth().account(attack, inside.user());
        office.scene().world().truth().user(inside.uri(), TrafficClass.FIREWALL_TRAVERSAL);
        double open = settings.real(OPEN_SECONDS);
        new Attempts(office.scene(), draws, settings.real(PER_SECOND), 0.3, forSeconds).make(settings.whole(CALLS),
                _ -> caller.call(inside.uri(), CallPlan.talk(open * (0.8 + 0.4 * draws.unit())), Label.of(attack)));
    }
}
