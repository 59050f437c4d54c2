package org.sipsleuth.simulate.scenario.hijack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Intruder;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Digest;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.attack.Attempts;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A third host that has seen the messages of others ends, redirects or takes over their calls,
/// takes over their registrations, or learns digests of their passwords.
public final class Hijack implements OfficeAttack {

    private static final String KIND = "hijack-kind";
    private static final String COUNT = "hijack-count";
    private static final String PER_MINUTE = "hijack-per-minute";
    private static final String DELAY = "hijack-delay";
    private static final String SOURCE = "hijack-source";
    private static final String PATH = "hijack-path";
    private static final String ACCEPTED = "hijack-accepted";
    private static final String ANY = "any";
    private static final String PHONE = "phone";
    private static final double SECONDS_PER_MINUTE = 60;

    /// Seats behind those of the phones.
    private static final int FREE_SEATS = 180;

    private static final int FIRST_SEAT = 20;
    private static final int NONCE_LENGTH = 32;
    private static final double PATIENCE_SECONDS = 20;
    private static final double MEAN_SILENCE_SECONDS = 15;

    @Override
    public String name() {
        return "hijack";
    }

    @Override
    public String description() {
        return "A third host that has seen the messages of others ends their calls (BYE, CANCEL),"
                + " takes over registrations with a valid password, moves media (re-INVITE,"
                + " UPDATE) or a party of a call (REFER, re-INVITE) to itself, or challenges"
                + " phones to learn digests of their passwords. hijack-kind selects one; with"
                + " hijack-accepted=no the victims refuse.";
    }

    @Override
    public String source() {
        return "Paper 3 (n-gram anomalies), §2: attacks on dialogs and registrations; RFC 3261"
                + " §26.1; for challenge-bye EnableSecurity, SIP Digest Leak (2009)";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.choice(KIND, "what the third host does", HijackKind.names()),
                Setting.whole(COUNT, 5, "attempts", 1, 1_000_000, "calls, users or phones attacked"),
                Setting.real(PER_MINUTE, 1, "per minute", 0.001, 100_000, "attempts"),
                Setting.real(DELAY, 4, "s", 0, 100_000,
                        "mean time from the answer of a call, or from"
                                + " its ringing for cancel, to the attack on it"),
                Setting.choice(SOURCE,
                        "where the third host is: outside or inside the office's network, or the"
                                + " phone of another user; any is random",
                        ANY, "outside", "inside", PHONE),
                Setting.choice(PATH,
                        "whether its requests go through the server or directly to the phone; any is random", ANY,
                        "server", "direct"),
                Setting.choice(ACCEPTED,
                        "whether the victims accept it: with no, tags, branches and passwords are wrong", "yes", "no"));
    }

    /// One attack, while it is planned.
    private record Plan(Office office, HijackKind kind, Settings settings, SeededRandom draws, Attack attack,
            boolean isDirect, double forSeconds) {

        boolean isAccepted() {
            return settings.is(ACCEPTED, "yes");
        }

        Scene scene() {
            return office.scene();
        }

        Attempts attempts() {
            double perSecond = settings.real(PER_MINUTE) / SECONDS_PER_MINUTE;
            return new Attempts(scene(), draws.of("times"), perSecond, 0.5, forSeconds);
        }

        long count() {
            return settings.whole(COUNT);
        }
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        HijackKind kind = HijackKind.named(settings.text(KIND));
        AttackPlan what = AttackPlan.of(TrafficClass.HIJACK, kind.attack(), kind.story());
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(kind == HijackKind.BYE_FORGED ? what.withForgedAddresses() : what);
        boolean isDirect = settings.is(PATH, "direct") || (settings.is(PATH, ANY) && draws.chance(0.5));
        Plan plan = new Plan(office, kind, settings, draws, attack, isDirect, forSeconds);
        switch (kind) {
            case BYE, BYE_FORGED, CANCEL, MEDIA_INVITE, MEDIA_UPDATE, CALL_INVITE, CALL_REFER -> intrude(plan);
            case REGISTRATION_ADD, REGISTRATION_REPLACE -> takeRegistrations(plan);
            case CHALLENGE_BYE -> trap(plan);
            case CHALLENGE_REGISTER -> answerRegistrations(plan);
        }
    }

    // calls

    private static void intrude(Plan plan) {
        SeededRandom draws = plan.draws;
        UserAgent host = host(plan, true);
        host.answering(_ -> Answer.pickUp(0.05, 0.5 + draws.exponential(1)));
        Host media = draws.chance(0.5) ? host.socket().host() : outside(plan.office).host();
        String referTo = "sip:" + host.account().user() + "@" + host.socket().inUri();
        Intrusion intrusion = new Intrusion(plan.kind, host.intruder(), plan.attack, draws,
                new Intrusion.Way(plan.office.server().socket(), plan.isDirect, plan.isAccepted(), media, referTo));
        if (plan.kind == HijackKind.BYE_FORGED) {
            observeAcceptance(plan);
        }
        CallQueue queue = new CallQueue(plan, intrusion, host.socket());
        Wiretap.at(plan.scene().network(), plan.office.server().socket(), queue::offer);
        plan.attempts().make(plan.count(), _ -> queue.due++);
    }

    /// Responses to forged requests go to others: whether one is accepted shows in the capture.
    private static void observeAcceptance(Plan plan) {
        plan.scene().network().overhear((_, signal, _, _) -> {
            if (signal.status / 100 == 2 && plan.attack.equals(signal.label.attack())) {
                reached(plan);
            }
        });
    }

    /// Attempts that wait for the next suitable call.
    private static final class CallQueue {

        private final Plan plan;
        private final Intrusion intrusion;
        private final Socket own;
        private final long endNanos;
        private int due;

        CallQueue(Plan plan, Intrusion intrusion, Socket own) {
            this.plan = plan;
            this.intrusion = intrusion;
            this.own = own;
            this.endNanos = plan.scene().timeline().nowNanos() + Scene.nanos(plan.forSeconds);
        }

        /// A call that rings or was answered just now.
        void offer(OverheardCall call) {
            boolean isOwn = call.phone(true).equals(own) || call.phone(false).equals(own);
            if (due > 0 && call.state() == intrusion.suits() && !isOwn) {
                due--;
                double mean = plan.settings.real(DELAY);
                double delay = mean == 0 ? 0 : 0.1 * mean + plan.draws.exponential(0.9 * mean);
                plan.scene().in(delay, () -> attack(call));
            }
        }

        private void attack(OverheardCall call) {
            if (plan.scene().timeline().nowNanos() > endNanos) {
                return;
            }
            if (call.state() == intrusion.suits()) {
                // The simulated media of a call follow what its caller agrees to.
                boolean asCaller = !plan.scene().network().reportsMedia() && plan.draws.chance(0.5);
                intrusion.begin(call, asCaller);
                if (leavesAlone(plan.kind)) {
                    hangUpLater(call, asCaller);
                }
            } else { // it has ended; the next one
                due++;
            }
        }

        private static boolean leavesAlone(HijackKind kind) {
            return kind == HijackKind.BYE || kind == HijackKind.BYE_FORGED || kind == HijackKind.CALL_INVITE;
        }

        /// The party that was left alone in the call hangs up after a while.
        private void hangUpLater(OverheardCall call, boolean isCaller) {
            Socket phone = call.phone(isCaller);
            Stream<UserAgent> phones = plan.office.people().stream().map(Person::phone);
            Stream.concat(phones, Stream.of(plan.office.gateway()))
                    .filter(agent -> agent.socket().equals(phone))
                    .findFirst()
                    .ifPresent(agent -> plan.scene()
                            .in(MEAN_SILENCE_SECONDS / 4 + plan.draws.exponential(MEAN_SILENCE_SECONDS),
                                    () -> agent.hangUp(call.invite(false).callId, call.tag(isCaller))));
        }
    }

    // registrations

    private static void takeRegistrations(Plan plan) {
        List<Person> victims = new ArrayList<>(plan.office.people());
        victims.sort((a, b) -> Double.compare(b.weight(), a.weight()));
        List<Person> called = victims.subList(0, Math.max(1, victims.size() / 3));
        plan.draws.shuffle(called); // of those who are called often
        long end = plan.scene().timeline().nowNanos() + Scene.nanos(plan.forSeconds);
        Socket first = socket(plan);
        Profile profile = profile(plan);
        plan.attempts().make(Math.min(plan.count(), called.size()), number -> {
            Account victim = called.get((int) number).account();
            Account known = plan.isAccepted() ? victim
                    : new Account(victim.user(), victim.domain(), victim.display(), plan.draws.token(12));
            Socket own = new Socket(first.host(), first.port() + (int) number);
            UserAgent thief = new UserAgent(plan.scene(), known, profile, own);
            RegistrationTheft theft = new RegistrationTheft(plan.office, thief, plan.attack, plan.draws);
            double left = (end - plan.scene().timeline().nowNanos()) / 1e9;
            if (plan.kind == HijackKind.REGISTRATION_ADD) {
                theft.add(left);
            } else {
                theft.replace(left);
            }
        });
    }

    // challenges

    private static void trap(Plan plan) {
        UserAgent caller = host(plan, false).challengingHangUps(challenges(plan), () -> reached(plan));
        if (!plan.isDirect) {
            caller.through(plan.office.server().socket());
        }
        List<Person> victims = new ArrayList<>(plan.office.people());
        plan.draws.shuffle(victims);
        plan.attempts().make(plan.count(), number -> {
            Person victim = victims.get((int) (number % victims.size()));
            String user = victim.account().user();
            String uri = plan.isDirect ? "sip:" + user + "@" + victim.phone().socket().inUri() : victim.uri();
            caller.call(uri, CallPlan.listen().patience(PATIENCE_SECONDS), Label.of(plan.attack));
        });
    }

    private static void answerRegistrations(Plan plan) {
        Intruder intruder = host(plan, true).intruder();
        FalseRegistrar registrar = new FalseRegistrar(intruder, plan.attack, plan.draws, challenges(plan));
        Network network = plan.scene().network();
        Socket server = plan.office.server().socket();
        int[] due = {0};
        network.overhear((_, signal, from, to) -> {
            boolean isOffice = signal.label.trafficClass() == TrafficClass.NORMAL && !from.equals(intruder.socket());
            if (!isOffice || !signal.isRequest("REGISTER") || !to.equals(server)) {
                return;
            }
            if (registrar.hasChallenged(signal)) {
                plan.scene().in(0, () -> reached(plan));
            } else if (due[0] > 0) {
                due[0]--;
                plan.scene().in(0, () -> registrar.answer(signal, from));
            }
        });
        plan.attempts().make(plan.count(), _ -> due[0]++);
    }

    /// A victim has accepted it.
    private static void reached(Plan plan) {
        plan.scene().world().truth().reached(plan.attack, AttackOutcome.SUCCEEDED);
    }

    /// Challenges with the realm of the office; empty ones if they shall not be answered.
    private static Supplier<String> challenges(Plan plan) {
        return () -> plan.isAccepted() ? Digest.challenge(plan.office.domain(), plan.draws.hex(NONCE_LENGTH)) : "";
    }

    // the third host

    /// @param mayBePhone whether it can be the phone of another user
    private static UserAgent host(Plan plan, boolean mayBePhone) {
        boolean isPhone =
                plan.settings.is(SOURCE, PHONE) || (plan.settings.is(SOURCE, ANY) && plan.draws.chance(1 / 3.0));
        if (isPhone && mayBePhone) {
            return plan.draws.of(plan.office.people()).phone().tapped();
        }
        String user = Long.toString(plan.draws.between(100, 9_999));
        Account account = new Account(user, "example.net", "", plan.draws.token(8));
        return new UserAgent(plan.scene(), account, profile(plan), socket(plan))
                .at(new LabellingAccess(plan.scene().network(), plan.attack, true));
    }

    /// That of a phone, or the very one of a phone of the office.
    private static Profile profile(Plan plan) {
        return plan.draws.chance(0.5) ? plan.draws.of(Profiles.phones())
                : plan.draws.of(plan.office.people()).phone().profile();
    }

    private static Socket socket(Plan plan) {
        boolean isOutside =
                plan.settings.is(SOURCE, "outside") || (plan.settings.is(SOURCE, ANY) && plan.draws.chance(0.5));
        return isOutside ? outside(plan.office) : inside(plan);
    }

    private static Socket outside(Office office) {
        return office.externalSocket();
    }

    private static Socket inside(Plan plan) {
        int first = FIRST_SEAT + plan.office.people().size();
        Network network = plan.scene().network();
        Socket socket;
        do {
            int seat = first + plan.draws.below(FREE_SEATS);
            socket = Addresses.sip(plan.office.addresses().inside(seat));
        } while (network.isAttached(socket));
        return socket;
    }
}
