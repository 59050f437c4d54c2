package org.sipsleuth.simulate.scenario.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Remote control of phones: NOTIFY requests that make them restart or load a configuration; or the
/// same by a server of theirs, which is no attack.
public final class RemoteControl implements OfficeAttack {

    private static final String PHONES = "control-phones";
    private static final String PER_MINUTE = "control-per-minute";
    private static final String EVENT = "control-event";
    private static final String PATH = "control-path";
    private static final String ANSWER = "control-answer";
    private static final String BY = "control-by";
    private static final String ANY = "any";
    private static final String STRANGER = "stranger";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double LEAST_RESTART_SECONDS = 8;
    private static final double MEAN_RESTART_SECONDS = 12;
    private static final double SUBSCRIBING_SECONDS = 20;
    private static final double SUBSCRIPTION_SECONDS = 3_600;
    private static final int REGISTRATION_SECONDS = 600;
    private static final int PROVISIONING = 18; // a seat that no phone has
    private static final int PROVISIONING_PORT = 5_080;
    private static final int OK = 200;
    private static final int BAD_EVENT = 489;

    /// What stands in the header field Event, by the value of the setting.
    private static final Map<String, String> EVENTS = Map.of("check-sync", "check-sync;reboot=true", "resync", "resync",
            "service-control", "service-control", "ua-profile", "ua-profile");

    @Override
    public String name() {
        return "remote-control";
    }

    @Override
    public String description() {
        return "Remote control of phones: NOTIFY requests make them restart or load a configuration."
                + " No attack with control-by=provisioning, a server to which the phones have"
                + " subscribed, or control-by=registrar.";
    }

    @Override
    public String source() {
        return "RFC 3265 §3.2, RFC 6080; what metasploit's sip_notify and phone vendors' tools do";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(PHONES, 8, "phones", 1, 40_000, "phones that are controlled"),
                Setting.real(PER_MINUTE, 30, "per minute", 0.001, 1_000_000, "requests"),
                Setting.choice(EVENT, "the event of the requests; any is random", ANY, "check-sync", "resync",
                        "service-control", "ua-profile"),
                Setting.choice(PATH,
                        "whether the requests go through the server or directly to the phones; any is random", ANY,
                        "server", "direct"),
                Setting.choice(ANSWER,
                        "what the phones do: answer 200 and restart, refuse, or restart without an answer", "accepted",
                        "refused", "none"),
                Setting.choice(BY, "who sends them", STRANGER, "provisioning", "registrar"));
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        Orders orders = new Orders(office, settings, draws, forSeconds);
        List<Person> phones = new ArrayList<>(office.people());
        draws.shuffle(phones);
        List<Person> chosen = phones.subList(0, Math.min(settings.count(PHONES), phones.size()));
        double first = settings.is(BY, "provisioning") ? orders.subscribe(chosen) : 0;
        double perSecond = settings.real(PER_MINUTE) / SECONDS_PER_MINUTE;
        office.scene()
                .in(first, () -> new Attempts(office.scene(), draws.of("times"), perSecond, 0.4, forSeconds - first)
                        .make(chosen.size(), number -> orders.send(chosen.get((int) number))));
    }

    /// The requests of one sender.
    private static final class Orders {

        private final Office office;
        private final SeededRandom draws;
        private final double endSeconds;
        private final Optional<Attack> attack;
        private final UserAgent sender;
        private final boolean isDirect;
        private final String event;
        private final String answer;

        Orders(Office office, Settings settings, SeededRandom draws, double forSeconds) {
            this.office = office;
            this.draws = draws;
            this.endSeconds = seconds(office) + forSeconds;
            this.attack =
                    settings.is(BY, STRANGER)
                            ? Optional.of(office.scene()
                                    .world()
                                    .truth()
                                    .attack(AttackPlan.of(TrafficClass.HIJACK, AttackKind.REMOTE_CONTROL,
                                            "a stranger makes phones restart or load a configuration")))
                            : Optional.empty();
            this.isDirect = settings.is(PATH, "direct") || (settings.is(PATH, ANY) && draws.chance(0.5));
            this.sender = sender(settings).tapped();
            List<String> names = EVENTS.keySet().stream().sorted().toList();
            String name = settings.is(EVENT, ANY) ? draws.of(names) : settings.text(EVENT);
            this.event = EVENTS.getOrDefault(name, name);
            this.answer = settings.text(ANSWER);
        }

        private static double seconds(Office office) {
            return office.scene().timeline().nowNanos() / 1e9;
        }

        private UserAgent sender(Settings settings) {
            if (attack.isPresent()) {
                return agent(new Account(Long.toString(draws.between(100, 9_999)), ExternalAgents.DOMAIN, "",
                        draws.token(8)), office.externalSocket());
            }
            Account account = new Account("provisioning", office.domain(), "", draws.token(8));
            Socket server = office.server().socket();
            Socket socket = settings.is(BY, "registrar") ? new Socket(server.host(), PROVISIONING_PORT)
                    : Addresses.sip(office.addresses().inside(PROVISIONING));
            office.server().serving(account, socket);
            return agent(account, socket);
        }

        private UserAgent agent(Account account, Socket socket) {
            UserAgent agent = new UserAgent(office.scene(), account, draws.of(Profiles.phones()), socket);
            return isDirect ? agent : agent.through(office.server().socket());
        }

        /// The phones subscribe at the sender.
        ///
        /// @return how long that takes, in s
        double subscribe(List<Person> phones) {
            double left = endSeconds - seconds(office);
            double first = Math.min(SUBSCRIBING_SECONDS, left / 4);
            for (Person person : phones) {
                office.scene()
                        .in(draws.unit() * first / 2,
                                () -> person.phone()
                                        .subscribe(sender.account().uri(), "ua-profile",
                                                Math.min(SUBSCRIPTION_SECONDS, left), Label.normal()));
            }
            return first;
        }

        void send(Person person) {
            UserAgent phone = person.phone();
            phone.answeringRequests(request -> isOrder(request) ? status() : OK);
            String uri = isDirect ? "sip:" + person.account().user() + "@" + phone.socket().inUri() : person.uri();
            sender.request(RequestPlan.of("NOTIFY", uri).with("Event", event).with("Subscription-State", "terminated"),
                    attack.map(Label::of).orElseGet(Label::normal));
            if (!answer.equals("refused")) {
                restart(phone, LEAST_RESTART_SECONDS + draws.exponential(MEAN_RESTART_SECONDS));
            }
        }

        private boolean isOrder(Signal request) {
            return request.field("Event").filter(event::equals).isPresent();
        }

        private int status() {
            return switch (answer) {
                case "refused" -> BAD_EVENT;
                case "none" -> 0;
                default -> OK;
            };
        }

        /// A phone waits for the end of its calls.
        private void restart(UserAgent phone, double inSeconds) {
            office.scene().in(inSeconds, () -> {
                double left = endSeconds - seconds(office);
                if (left <= 0) {
                    return;
                }
                if (phone.calls() > 0) {
                    restart(phone, MEAN_RESTART_SECONDS);
                    return;
                }
                phone.restart();
                phone.register(RegisterPlan.during(left, REGISTRATION_SECONDS), Label.normal());
                attack.ifPresent(made -> office.scene().world().truth().reached(made, AttackOutcome.PARTIAL));
            });
        }
    }
}
