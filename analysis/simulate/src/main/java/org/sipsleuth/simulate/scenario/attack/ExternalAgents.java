package org.sipsleuth.simulate.scenario.attack;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Office;

/// User agents outside of an office that send to its server. Their messages look like those of
/// phones: only their behaviour distinguishes them.
final class ExternalAgents {

    /// The domain that they claim.
    static final String DOMAIN = "example.net";

    /// The expiry that they request, as phones do.
    static final String EXPIRES = "600";

    private final List<UserAgent> agents = new ArrayList<>();
    private final SeededRandom draws;

    /// Creates them.
    ///
    /// @param count how many, each at an address of its own
    ExternalAgents(Office office, SeededRandom draws, int count) {
        this.draws = draws;
        for (int i = 0; i < count; i++) {
            String user = Long.toString(draws.between(100, 9_999));
            Account account = new Account(user, DOMAIN, "", draws.token(8));
            Profile profile = draws.of(Profiles.phones());
            agents.add(new UserAgent(office.scene(), account, profile, office.externalSocket())
                    .through(office.server().socket()));
        }
    }

    /// One of them.
    UserAgent any() {
        return draws.of(agents);
    }

    /// All of them.
    List<UserAgent> all() {
        return List.copyOf(agents);
    }

    /// One of them, round robin.
    UserAgent of(long number) {
        return agents.get((int) (number % agents.size()));
    }
}
