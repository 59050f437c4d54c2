package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.attack.Attempts;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A password is guessed, and from another host the account is used for expensive calls.
///
/// @param victim whose account, by the number of the person
/// @param tries passwords tried; the last one is right
/// @param triesPerSecond how fast
/// @param restSeconds from the right password to the first call
/// @param calls expensive calls, one after another
/// @param numbers how many numbers are called
/// @param talkSeconds the mean of how long each lasts
public record StolenAccount(int victim, int tries, double triesPerSecond, double restSeconds, int calls, int numbers,
        double talkSeconds) implements LabEvent {

    private static final String EXPIRES = "600";
    private static final int UNAVAILABLE = 480;
    private static final double RING_SECONDS = 3;

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Person person = office.people().get(victim);
        Attack guessing = attack(office, TrafficClass.PASSWORD_CRACKING, AttackKind.PASSWORD_GUESSING,
                "passwords of one account are tried by REGISTER");
        UserAgent guesser = outside(office, draws, new Account(draws.hex(5), "example.net", "", draws.token(8)))
                .answering(_ -> Answer.refuse(UNAVAILABLE, 0.05));
        new Attempts(office.scene(), draws, triesPerSecond, 0.2, forSeconds).make(tries, number -> {
            boolean right = number == tries - 1;
            NameAddress address = new NameAddress("", person.uri());
            RequestPlan plan = RequestPlan.of("REGISTER", "sip:" + office.domain())
                    .from(address)
                    .to(address)
                    .with("Expires", EXPIRES)
                    .password(right ? person.account().password() : "secret" + draws.below(100_000))
                    .authenticatedAs(person.account().user());
            guesser.request(plan, Label.of(guessing));
            if (right) {
                office.scene().in(restSeconds, () -> use(office, person, draws, forSeconds));
            }
        });
    }

    private void use(Office office, Person person, SeededRandom draws, double forSeconds) {
        Attack fraud = attack(office, TrafficClass.TOLL_FRAUD, AttackKind.TOLL_FRAUD,
                "expensive calls with the account whose password was guessed");
        UserAgent thief = outside(office, draws, person.account());
        thief.register(RegisterPlan.during(forSeconds, 600), Label.of(fraud));
        office.gateway().answering(_ -> Answer.pickUp(0.1, RING_SECONDS + draws.unit() * 4));
        long first = draws.between(100_000_000L, 900_000_000L);
        double after = 2;
        for (int i = 0; i < calls; i++) {
            String number = "sip:+99990" + (first + draws.below(numbers)) + "@" + office.domain();
            double talk = talkSeconds * (0.6 + 0.8 * draws.unit());
            office.scene().in(after, () -> thief.call(number, CallPlan.talk(talk), Label.of(fraud)));
            after += talk + RING_SECONDS + 6 + draws.unit() * 6;
        }
    }

    private static UserAgent outside(Office office, SeededRandom draws, Account account) {
        return new UserAgent(office.scene(), account, draws.of(Profiles.phones()), office.externalSocket())
                .through(office.server().socket());
    }

    private static Attack attack(Office office, TrafficClass trafficClass, AttackKind kind, String story) {
        return office.scene().world().truth().attack(AttackPlan.of(trafficClass, kind, story));
    }
}
