package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A tool that probes from several addresses under the names of ordinary phones, and always writes
/// the same few letters within a field whose other letters change.
///
/// @param marker the letters
/// @param field the header field that has them
/// @param requests how many
/// @param sources from how many addresses
public record OddTool(String marker, String field, int requests, int sources) implements LabEvent {

    private static final double MEAN_PAUSE_SECONDS = 4;
    private static final int LETTERS_AROUND = 7;

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Attack probing = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.SCAN, AttackKind.FUZZING, "a tool probes with a field of its own"));
        UserAgent[] tools = new UserAgent[sources];
        for (int i = 0; i < sources; i++) {
            Account account = new Account(Long.toString(draws.between(100, 9_999)), "example.net", "", draws.token(8));
            tools[i] = new UserAgent(office.scene(), account, draws.of(Profiles.phones()), office.externalSocket())
                    .through(office.server().socket());
        }
        double at = 0;
        for (int i = 0; i < requests; i++) {
            at += draws.exponential(MEAN_PAUSE_SECONDS);
            UserAgent tool = tools[draws.below(sources)];
            String value = draws.hex(LETTERS_AROUND) + marker + draws.hex(LETTERS_AROUND);
            String target = office.people().get(draws.below(office.people().size())).uri();
            RequestPlan plan = RequestPlan.of("OPTIONS", target).with(field, value).withoutCredentials();
            office.scene().in(at, () -> tool.request(plan, Label.of(probing)));
        }
    }
}
