package org.sipsleuth.simulate.scenario.hijack;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// A host that registers as somebody else, with that user's password, and answers the calls that
/// come to it.
final class RegistrationTheft {

    private static final int EXPIRES_SECONDS = 600;
    private static final double REPLACE_AGAIN_SECONDS = 240;
    private static final double RINGS_SECONDS = 0.05;
    private static final double ANSWERS_SECONDS = 1.2;
    private static final double LISTENS_SECONDS = 40;

    private final Office office;
    private final UserAgent thief;
    private final Attack attack;

    /// @param thief at its socket; its account is the user's
    RegistrationTheft(Office office, UserAgent thief, Attack attack, SeededRandom draws) {
        this.office = office;
        this.attack = attack;
        this.thief = thief.through(office.server().socket())
                .at(new LabellingAccess(office.scene().network(), attack, false))
                .answering(_ -> Answer.pickUp(RINGS_SECONDS, ANSWERS_SECONDS + draws.exponential(0.5))
                        .hangingUp(draws.exponential(LISTENS_SECONDS)));
    }

    /// Adds a binding, and keeps it.
    void add(double forSeconds) {
        thief.register(RegisterPlan.during(forSeconds, EXPIRES_SECONDS), Label.of(attack));
    }

    /// Removes all bindings of the user before its own is added; again and again, because the
    /// user's phone comes back.
    void replace(double forSeconds) {
        if (forSeconds <= 0) {
            return;
        }
        Account account = thief.account();
        NameAddress user = new NameAddress("", account.uri());
        RequestPlan removal = RequestPlan.of("REGISTER", "sip:" + account.domain())
                .from(user)
                .to(user)
                .contact("*")
                .with("Expires", "0")
                .whenAnswered(response -> {
                    if (response.status / 100 == 2) {
                        thief.register(RegisterPlan.once(EXPIRES_SECONDS), Label.of(attack));
                        office.scene().in(REPLACE_AGAIN_SECONDS, () -> replace(forSeconds - REPLACE_AGAIN_SECONDS));
                    }
                });
        thief.request(removal, Label.of(attack));
    }
}
