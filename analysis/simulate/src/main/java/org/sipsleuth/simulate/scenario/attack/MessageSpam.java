package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Message spam: text messages of a stranger to one user after the other; or the alerts of a
/// company to its people, which are no attack.
public final class MessageSpam implements OfficeAttack {

    private static final String MESSAGES = "message-count";
    private static final String PER_MINUTE = "messages-per-minute";
    private static final String SOURCES = "message-sources";
    private static final String ANSWER = "message-answer";
    private static final String BY = "message-by";
    private static final String STRANGER = "stranger";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int ALERTS = 17; // a seat that no phone has
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_ALLOWED = 405;

    private static final List<String> OFFERS =
            List.of("You have won a voucher. Call back to claim it.", "Last chance: cheap minutes to all countries.",
                    "Your account was charged. Confirm at example.net.", "Loans without questions, today only.");
    private static final List<String> ALARMS = List.of("Fire drill at 15:00.", "Server room: 31 degrees.",
            "The car park closes at 20:00.", "Door 4 is open.");

    @Override
    public String name() {
        return "message-spam";
    }

    @Override
    public String description() {
        return "Message spam: a stranger sends text messages (MESSAGE) to one user after another."
                + " No attack with message-by=alerts: a system of the office that has an account.";
    }

    @Override
    public String source() {
        return "RFC 3428; RFC 5039 §2.2, instant message spam";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(MESSAGES, 60, "messages", 1, 100_000_000, "total messages"),
                Setting.real(PER_MINUTE, 20, "per minute", 0.001, 1_000_000, "messages"),
                Setting.whole(SOURCES, 1, "hosts", 1, 60_000, "number of sending hosts"), Setting.choice(ANSWER,
                        "what the phones answer: 200, 202 (kept for later), or 405", "delivered", "stored", "refused"),
                Setting.choice(BY, "who sends them", STRANGER, "alerts"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        boolean isSpam = settings.is(BY, STRANGER);
        Optional<Attack> attack = isSpam ? Optional.of(office.scene()
                .world()
                .truth()
                .attack(AttackPlan.of(TrafficClass.SPIT, AttackKind.MESSAGE_SPAM,
                        "unwanted text messages to everybody in turn")))
                : Optional.empty();
        List<UserAgent> senders =
                isSpam ? new ExternalAgents(office, draws.of("strangers"), settings.count(SOURCES)).all()
                        : List.of(alerts(office, draws));
        String sender =
                isSpam ? "sip:" + draws.token(6) + "@" + ExternalAgents.DOMAIN : senders.getFirst().account().uri();
        answerWith(status(settings.text(ANSWER)), office);
        List<String> texts = isSpam ? OFFERS : ALARMS;
        double perSecond = settings.real(PER_MINUTE) / SECONDS_PER_MINUTE;
        new Attempts(office.scene(), draws, perSecond, 0.5, forSeconds).make(settings.whole(MESSAGES), number -> {
            Person recipient = draws.of(office.people());
            RequestPlan plan = RequestPlan.of("MESSAGE", recipient.uri())
                    .from(new NameAddress("", sender))
                    .body("text/plain", draws.of(texts));
            senders.get((int) (number % senders.size())).request(plan, attack.map(Label::of).orElseGet(Label::normal));
        });
    }

    private static UserAgent alerts(Office office, SeededRandom draws) {
        Account account = new Account("alerts", office.domain(), "", draws.token(12));
        Addresses addresses = office.addresses();
        UserAgent agent = new UserAgent(office.scene(), account, draws.of(Profiles.phones()),
                Addresses.sip(addresses.inside(ALERTS))).through(office.server().socket());
        office.server().serving(account, agent.socket());
        return agent;
    }

    private static int status(String answer) {
        return switch (answer) {
            case "stored" -> ACCEPTED;
            case "refused" -> NOT_ALLOWED;
            default -> OK;
        };
    }

    private static void answerWith(int status, Office office) {
        if (status != OK) {
            office.people()
                    .forEach(each -> each.phone()
                            .answeringRequests(request -> request.method.equals("MESSAGE") ? status : OK));
        }
    }
}
