package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// SPIT: calls to one person after the other that play a recorded message.
public final class Spit implements OfficeAttack {

    private static final String PER_MINUTE = "spit-per-minute";
    private static final String CALLS = "spit-calls";
    private static final String IDENTITIES = "spit-identities";
    private static final String SOURCES = "spit-sources";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MESSAGE_SECONDS = 25;
    private static final double PATIENCE_SECONDS = 20;

    @Override
    public String name() {
        return "spit";
    }

    @Override
    public String description() {
        return "SPIT: unsolicited calls to one user after another; callees who answer soon hang"
                + " up. Typical of a call centre by default; slow with spit-per-minute=0.5; with"
                + " many caller identities: spit-identities=100.";
    }

    @Override
    public String source() {
        return "Paper 4 (Bayesian beliefs), class SPIT; paper 5 (social behaviour), Table 4";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.real(PER_MINUTE, 20, "per minute", 0.001, 1_000_000, "calls"),
                Setting.whole(CALLS, 200, "calls", 1, 100_000_000, "total calls"),
                Setting.whole(IDENTITIES, 1, "names", 1, 1_000_000, "number of caller identities"),
                Setting.whole(SOURCES, 1, "hosts", 1, 60_000, "number of attacking hosts"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.SPIT, AttackKind.SPIT, "unwanted calls to everybody in turn"));
        ExternalAgents strangers = new ExternalAgents(office, draws.of("strangers"), settings.count(SOURCES));
        int identities = settings.count(IDENTITIES);
        long firstNumber = draws.between(100_000_000L, 900_000_000L);
        double perSecond = settings.real(PER_MINUTE) / SECONDS_PER_MINUTE;
        new Attempts(office.scene(), draws, perSecond, 0.5, forSeconds).make(settings.whole(CALLS), number -> {
            String caller = "+999" + (firstNumber + number % identities);
            String uri = "sip:" + caller + "@" + ExternalAgents.DOMAIN;
            CallPlan plan = CallPlan.talk(MESSAGE_SECONDS + draws.unit())
                    .patience(PATIENCE_SECONDS)
                    .from(new NameAddress("", uri));
            String callee = draws.of(office.people()).uri();
            strangers.of(number).call(callee, plan, Label.of(attack));
        });
    }
}
