package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.mutation.GrammarMutator;
import org.sipsleuth.simulate.mutation.Rule;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Denial of service: requests that keep the server busy.
public final class Dos implements OfficeAttack {

    private static final String KIND = "dos-kind";
    private static final String PER_SECOND = "dos-per-second";
    private static final String MESSAGES = "dos-messages";
    private static final String SOURCES = "dos-sources";
    private static final String TARGETS = "dos-targets";
    private static final List<Rule> RULES = List.of(Rule.values());

    @Override
    public String name() {
        return "dos";
    }

    @Override
    public String description() {
        return "Denial of service with useless requests: registrations without credentials, BYE"
                + " or CANCEL for calls that do not exist, OPTIONS, malformed messages, or calls"
                + " that are never acknowledged (half-open).";
    }

    @Override
    public String source() {
        return "Paper 4 (Bayesian beliefs), class DOS, and its list of attacks on stateful proxies";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.choice(KIND, "kind of request", "register", "bye", "cancel", "options", "malformed",
                        "half-open"),
                Setting.real(PER_SECOND, 100, "per second", 0.1, 1_000_000, "requests"),
                Setting.whole(MESSAGES, 3_000, "requests", 1, 1_000_000_000, "total requests"),
                Setting.whole(SOURCES, 1, "hosts", 1, 60_000, "number of attacking hosts"),
                Setting.whole(TARGETS, 0, "people", 0, 1_000_000, "number of target users; 0 for all"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        String kind = settings.text(KIND);
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.DOS, attackKind(kind), "requests: " + kind));
        List<Person> targets = targets(office, settings.count(TARGETS));
        ExternalAgents strangers = new ExternalAgents(office, draws.of("strangers"), settings.count(SOURCES));
        new Attempts(office.scene(), draws, settings.real(PER_SECOND), 0.5, forSeconds).make(settings.whole(MESSAGES),
                number -> {
                    UserAgent sender = strangers.of(number);
                    String target = draws.of(targets).uri();
                    Label label = Label.of(attack);
                    if (kind.equals("register")) {
                        sender.request(registration(target, office), label);
                    } else {
                        send(sender, target, label, kind, office, draws);
                    }
                });
    }

    private static AttackKind attackKind(String kind) {
        return switch (kind) {
            case "register" -> AttackKind.REGISTER_FLOOD;
            case "options" -> AttackKind.OPTIONS_FLOOD;
            case "malformed" -> AttackKind.MALFORMED_MESSAGES;
            case "half-open" -> AttackKind.INVITE_FLOOD;
            default -> AttackKind.OTHER_FLOOD;
        };
    }

    private static List<Person> targets(Office office, int count) {
        List<Person> people = office.people();
        return count == 0 ? people : people.subList(0, Math.min(count, people.size()));
    }

    private static RequestPlan registration(String uri, Office office) {
        NameAddress address = new NameAddress("", uri);
        return RequestPlan.of("REGISTER", "sip:" + office.domain())
                .from(address)
                .to(address)
                .with("Expires", ExternalAgents.EXPIRES)
                .withoutCredentials();
    }

    private static void send(UserAgent sender, String target, Label label, String kind, Office office,
            SeededRandom draws) {
        String method = switch (kind) {
            case "bye" -> "BYE";
            case "cancel" -> "CANCEL";
            case "options" -> "OPTIONS";
            default -> "INVITE";
        };
        Signal signal = sender.compose(method, target, label);
        if (kind.equals("bye")) {
            signal.to = signal.to.tagged(draws.token(8));
        }
        if (kind.equals("malformed")) {
            signal.mutator = new GrammarMutator(draws.of(RULES), 2, draws);
        }
        office.scene().network().send(signal, sender.socket(), office.server().socket());
    }
}
