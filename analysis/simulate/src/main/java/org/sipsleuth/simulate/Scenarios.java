package org.sipsleuth.simulate;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.simulate.scenario.Flows;
import org.sipsleuth.simulate.scenario.Mutations;
import org.sipsleuth.simulate.scenario.OddDialogs;
import org.sipsleuth.simulate.scenario.PaperDialogs;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.attack.Dos;
import org.sipsleuth.simulate.scenario.attack.FirewallTraversal;
import org.sipsleuth.simulate.scenario.attack.MessageSpam;
import org.sipsleuth.simulate.scenario.attack.PasswordCracking;
import org.sipsleuth.simulate.scenario.attack.RemoteControl;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.simulate.scenario.attack.Spit;
import org.sipsleuth.simulate.scenario.attack.TollFraud;
import org.sipsleuth.simulate.scenario.attack.VoicemailProbing;
import org.sipsleuth.simulate.scenario.day.Handover;
import org.sipsleuth.simulate.scenario.day.Incident;
import org.sipsleuth.simulate.scenario.day.Normal;
import org.sipsleuth.simulate.scenario.flood.FlashCrowd;
import org.sipsleuth.simulate.scenario.flood.InviteFlood;
import org.sipsleuth.simulate.scenario.hijack.Hijack;
import org.sipsleuth.simulate.scenario.office.OfficeScenario;
import org.sipsleuth.simulate.scenario.office.RegistrationStorm;
import org.sipsleuth.simulate.scenario.social.Social;
import org.sipsleuth.simulate.scenario.social.Telemarketing;

/// All scenarios that there are.
public final class Scenarios {

    private static final List<Scenario> ALL = List.of(new Normal(), new Incident(), new OfficeScenario(new Scan()),
            new OfficeScenario(new PasswordCracking()), new OfficeScenario(new Spit()), new OfficeScenario(new Dos()),
            new InviteFlood(), new OfficeScenario(new FirewallTraversal()), new OfficeScenario(new TollFraud()),
            new OfficeScenario(new Hijack()), new OfficeScenario(new RemoteControl()),
            new OfficeScenario(new MessageSpam()), new OfficeScenario(new VoicemailProbing()), new FlashCrowd(),
            new RegistrationStorm(), new Telemarketing(), new Social(), new Handover(), new PaperDialogs(), new Flows(),
            new OddDialogs(), new Mutations());

    private Scenarios() {}

    /// All, in the order in which they are listed.
    public static List<Scenario> all() {
        return ALL;
    }

    /// The scenario of this name.
    public static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
