package org.sipsleuth.simulate.scenario.attack;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Toll fraud: calls to expensive numbers with stolen accounts of the office.
public final class TollFraud implements OfficeAttack {

    private static final String ACCOUNTS = "fraud-accounts";
    private static final String CALLS = "fraud-calls";
    private static final String PER_MINUTE = "fraud-per-minute";
    private static final String NUMBERS = "fraud-numbers";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int REGISTRATION_SECONDS = 600;
    private static final double FIRST_CALL_SECONDS = 5;

    @Override
    public String name() {
        return "toll-fraud";
    }

    @Override
    public String description() {
        return "Toll fraud: stolen accounts register from outside and call a few expensive"
                + " numbers, one after another and several at once.";
    }

    @Override
    public String source() {
        return "Paper 5 (social behaviour), §6.3 and Table 4: toll fraud";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(ACCOUNTS, 1, "accounts", 1, 1_000, "stolen accounts"),
                Setting.whole(CALLS, 60, "calls", 1, 100_000_000, "total calls"),
                Setting.real(PER_MINUTE, 6, "per minute", 0.001, 1_000_000, "calls"),
                Setting.whole(NUMBERS, 4, "numbers", 1, 10_000, "expensive numbers"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.TOLL_FRAUD, AttackKind.TOLL_FRAUD,
                        "expensive calls with stolen accounts"));
        List<UserAgent> thieves = new ArrayList<>();
        for (int i = 0; i < Math.min(settings.count(ACCOUNTS), office.people().size()); i++) {
            thieves.add(thief(office, draws.of(office.people()), draws, attack, forSeconds));
        }
        long number = draws.between(100_000_000L, 900_000_000L);
        int numbers = settings.count(NUMBERS);
        double perSecond = settings.real(PER_MINUTE) / SECONDS_PER_MINUTE;
        office.scene()
                .in(Math.min(FIRST_CALL_SECONDS, forSeconds / 4),
                        () -> new Attempts(office.scene(), draws, perSecond, 0.6, forSeconds)
                                .make(settings.whole(CALLS), _ -> {
                                    String uri = "sip:+99990" + (number + draws.below(numbers)) + "@" + office.domain();
                                    CallPlan plan = CallPlan.talk(talk(draws));
                                    draws.of(thieves).call(uri, plan, Label.of(attack));
                                }));
    }

    private static UserAgent thief(Office office, Person victim, SeededRandom draws, Attack attack, double forSeconds) {
        UserAgent thief =
                new UserAgent(office.scene(), victim.account(), draws.of(Profiles.phones()), office.externalSocket())
                        .through(office.server().socket());
        thief.register(RegisterPlan.during(forSeconds, REGISTRATION_SECONDS), Label.of(attack));
        return thief;
    }

    private static double talk(SeededRandom draws) {
        return 60 + draws.exponential(240);
    }
}
