package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Password guessing against some accounts.
public final class PasswordCracking implements OfficeAttack {

    private static final String PER_SECOND = "cracking-per-second";
    private static final String TRIES = "cracking-tries";
    private static final String ACCOUNTS = "cracking-accounts";
    private static final String FOUND = "cracking-found";
    private static final String SOURCES = "cracking-sources";

    /// The passwords of the dictionary.
    private static final List<String> WORDS = List.of("1234", "password", "admin", "secret", "phone", "voip",
            "asterisk", "test", "000000", "letmein", "qwerty", "changeme", "office", "sip", "user", "welcome");

    @Override
    public String name() {
        return "password-cracking";
    }

    @Override
    public String description() {
        return "Password guessing with REGISTER, for one or several accounts. With"
                + " cracking-found=yes the last password is correct.";
    }

    @Override
    public String source() {
        return "Paper 4 (Bayesian beliefs), class PASSWORD_CRACKING; what sipvicious' svcrack does";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.real(PER_SECOND, 10, "per second", 0.001, 100_000, "passwords tried"),
                Setting.whole(TRIES, 600, "passwords", 1, 100_000_000, "total passwords tried"),
                Setting.whole(ACCOUNTS, 1, "accounts", 1, 40_000, "accounts tried in turn"),
                Setting.choice(FOUND, "whether the last password is correct", "no", "yes"),
                Setting.whole(SOURCES, 1, "hosts", 1, 60_000, "number of attacking hosts"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.PASSWORD_CRACKING, AttackKind.PASSWORD_GUESSING,
                        "passwords are tried by REGISTER"));
        ExternalAgents strangers = new ExternalAgents(office, draws.of("strangers"), settings.count(SOURCES));
        List<Person> people = office.people();
        int accounts = Math.min(settings.count(ACCOUNTS), people.size());
        int firstVictim = draws.below(people.size());
        long tries = settings.whole(TRIES);
        boolean found = settings.is(FOUND, "yes");
        // Who has guessed right is registered as the user, and does not answer the user's calls.
        strangers.all().forEach(guesser -> guesser.answering(_ -> Answer.refuse(480, 0.05)));
        new Attempts(office.scene(), draws, settings.real(PER_SECOND), 0.2, forSeconds).make(tries, number -> {
            int place = firstVictim + (int) (number % accounts);
            Person victim = people.get(place % people.size());
            boolean right = found && number == tries - 1;
            String password = right ? victim.account().password() : draws.of(WORDS) + draws.below(10_000);
            NameAddress address = new NameAddress("", victim.uri());
            RequestPlan plan = RequestPlan.of("REGISTER", "sip:" + office.domain())
                    .from(address)
                    .to(address)
                    .with("Expires", ExternalAgents.EXPIRES)
                    .password(password);
            if (found) { // else no password would be right
                plan.authenticatedAs(victim.account().user());
            }
            strangers.of(number).request(plan, Label.of(attack));
        });
    }
}
