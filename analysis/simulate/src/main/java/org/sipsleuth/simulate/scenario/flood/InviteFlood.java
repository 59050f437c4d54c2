package org.sipsleuth.simulate.scenario.flood;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.server.Gatekeeper;
import org.sipsleuth.simulate.agent.server.Nat;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// A service that users call, and floods of INVITEs against it, episode after episode.
public final class InviteFlood implements Scenario {

    private static final String DATASET = "dataset";
    private static final String EPISODES = "episodes";
    private static final String SECONDS = "episode-seconds";
    private static final String NORMAL = "normal-per-second";
    private static final String USERS = "users";
    private static final String BEHAVIOUR = "behaviour";
    private static final String PATTERN = "pattern";
    private static final String MIXED = "mixed";
    private static final String DURING = "normal-during-flood";
    private static final String BEFORE = "normal-before";
    private static final String NAT = "nat";
    private static final String CHALLENGES = "challenges";
    private static final String FAILS = "service-fails";
    private static final String FIRST_TIME = "first-time";
    private static final String RING = "ring-seconds";
    private static final String UNANSWERED = "unanswered";
    private static final String OFF = "phone-off";
    private static final String RETRIES = "call-again";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 480;

    /// More have no address: those that come later have that of one of the first.
    private static final int MOST_CALLERS = 60_000;

    private static final int FIRST_NAT = 2_000;
    private static final int FIRST_NAT_PORT = 40_000;
    private static final String DOMAIN = "service.example.com";
    private static final int FIRST_NETWORK = 10;
    private static final int FIRST_USER = 10;

    /// How far times until somebody answers differ: 5 % of people need 4 times as long as usual.
    private static final double RING_SIGMA = 0.85;

    private static final double PATIENCE_SECONDS = 25;

    /// The minimum length of an episode when it is fitted into a base capture.
    private static final double LEAST_SECONDS = 2;

    @Override
    public String name() {
        return "invite-flood";
    }

    @Override
    public String description() {
        return "Calls to a service with INVITE floods that are never acknowledged. Each episode has"
                + " a rate, a behaviour and a pattern: (a) no flood, (b) a flood at its end, (c)"
                + " at its beginning, (d) only flood, (e) normal calls in the middle. Every INVITE"
                + " of a flood is written like that of a randomly drawn caller. The two"
                + " datasets differ only in their addresses; about 100 episodes give 21,545 of"
                + " the paper's 215,455 windows.";
    }

    @Override
    public String source() {
        return "Paper 2 (INVITE floods), §3.3, Fig. 4, Table 1";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.choice(DATASET, "whose addresses are used", "1", "2"),
                Setting.whole(EPISODES, 20, "episodes", 1, 1_000_000, "number of episodes"),
                Setting.real(SECONDS, 20, "s", 1, 100_000, "duration of an episode"),
                Setting.real(NORMAL, 10, "per second", 0.01, 10_000, "normal calls"),
                Setting.whole(USERS, 60, "users", 1, 5_000, "number of callers"),
                Setting.choice(DURING, "whether normal calls go on during a flood; no: blocks, as in the paper", "yes",
                        "no"),
                Setting.real(BEFORE, 0, "s", 0, 100_000, "duration of the normal calls before the first episode"),
                Setting.real(NAT, 0, "", 0, 1, "share of callers behind NAT, whose Contact has another address"),
                Setting.choice(CHALLENGES, "whether the service asks callers for credentials (401)", "no", "yes"),
                Setting.choice(FAILS, "whether the service answers no call while it is flooded", "no", "yes"),
                Setting.real(FIRST_TIME, 0, "", 0, 1,
                        "share of the normal calls by somebody who never calls otherwise"),
                Setting.real(RING, 0, "s", 0, 60,
                        "median of log-normal times until somebody answers; 0: half a second on average"),
                Setting.real(UNANSWERED, 0, "", 0, 1, "share of the normal calls that nobody answers"),
                Setting.real(OFF, 0, "", 0, 1, "share of the normal calls that are refused: the phone is off (480)"),
                Setting.real(RETRIES, 0, "", 0, 1, "share of the callers who call again where nobody answered"),
                Setting.choice("rate", "rate of the flood (paper 2, §3.3)", MIXED, "VL", "L", "M", "H", "VH", "VH++"),
                Setting.choice(BEHAVIOUR, "change of the rate", MIXED, "very-high", "abrupt", "stealthy", "low-rate"),
                Setting.choice(PATTERN, "pattern of the flood", MIXED, "a", "b", "c", "d", "e"), Spoofing.WHAT,
                Spoofing.WHO);
    }

    @Override
    public void play(World world) {
        new Play(world).begin();
    }

    /// One run of the scenario.
    private static final class Play {
        private static final List<String> PATTERNS = List.of("a", "b", "c", "d", "e");

        private final World world;
        private final Settings settings;
        private final Scene scene;
        private final SeededRandom draws;
        private final Addresses addresses;
        private final UserAgent service;
        private final List<Flood.Caller> users = new ArrayList<>();
        private final Flood flood;
        private final double normal;
        private final double episodeSeconds;

        /// What is drawn for an open world; nothing of the others depends on it.
        private final SeededRandom open;

        /// Who asks for credentials, if anybody.
        private @Nullable Gatekeeper gatekeeper;

        /// Who has called: the next one who never called before has this number.
        private int callers;

        /// Until then a flood is under way.
        private long floodedUntil;

        Play(World world) {
            this.world = world;
            this.settings = world.settings();
            this.scene = new Scene(world);
            this.draws = world.draws().of("invite-flood");
            this.open = world.draws().of("open-world");
            int network = FIRST_NETWORK * Integer.parseInt(settings.text(DATASET));
            Addresses addresses = new Addresses(settings.is("ip", "6"), network);
            this.service = service(addresses);
            for (int i = 0; i < settings.count(USERS); i++) {
                users.add(user(addresses, i));
            }
            callers = users.size();
            this.addresses = addresses;
            if (settings.is(CHALLENGES, "yes")) {
                List<Account> accounts = users.stream().map(user -> user.agent().account()).toList();
                gatekeeper = new Gatekeeper(scene, DOMAIN, accounts);
            }
            if (gatekeeper != null || settings.is(FAILS, "yes")) {
                service.admitting(this::admits);
            }
            this.normal = settings.real(NORMAL);
            int episodes = settings.count(EPISODES);
            double wanted = settings.real(SECONDS);
            double fitting = world.fitting(wanted * episodes) / episodes;
            this.episodeSeconds = Math.min(wanted, Math.max(fitting, LEAST_SECONDS));
            Flood.Victim victim = new Flood.Victim(service.socket(), List.of(service.account().uri()), users);
            this.flood =
                    new Flood(scene, addresses, victim, Spoofing.of(settings), Addresses.sip(addresses.outside(0)));
        }

        private UserAgent service(Addresses addresses) {
            Account account = new Account("service", DOMAIN, "", "");
            return new UserAgent(scene, account, Profiles.pbx(), Addresses.sip(addresses.inside(0))).tapped()
                    .answering(_ -> answer());
        }

        private boolean admits(ServerTransaction call) {
            boolean isDead = settings.is(FAILS, "yes") && scene.timeline().nowNanos() < floodedUntil;
            return !isDead && (gatekeeper == null || gatekeeper.admits(call));
        }

        private Answer answer() {
            double ring = settings.real(RING);
            if (ring == 0 && settings.real(UNANSWERED) == 0 && settings.real(OFF) == 0) {
                return Answer.pickUp(0.01, 0.05 + draws.exponential(0.5));
            }
            if (open.chance(settings.real(OFF))) {
                return Answer.refuse(UNAVAILABLE, 0.01 + open.exponential(0.05));
            }
            if (open.chance(settings.real(UNANSWERED))) {
                return Answer.ringOn(0.01);
            }
            double after = ring == 0 ? 0.05 + open.exponential(0.5) : open.logNormal(ring, RING_SIGMA);
            return Answer.pickUp(0.01, Math.max(0.02, after));
        }

        private String password(int number) {
            return draws.of("password", number).token(12);
        }

        private Flood.Caller user(Addresses addresses, int number) {
            Account account = new Account(Integer.toString(3_001 + number), DOMAIN, "", password(number));
            world.truth().user(account.uri(), TrafficClass.NORMAL);
            Socket socket = Addresses.sip(addresses.inside(FIRST_USER + number));
            UserAgent agent = new UserAgent(scene, account, Profiles.phone(number), socket).through(service.socket());
            if (!draws.of("nat", number).chance(settings.real(NAT))) {
                return Flood.Caller.direct(agent);
            }
            Host outside = addresses.outside(FIRST_NAT + number);
            agent.at(new Nat(scene, outside, FIRST_NAT_PORT));
            return new Flood.Caller(agent, new Socket(outside, FIRST_NAT_PORT));
        }

        /// Begins with normal calls, then plays the episodes.
        void begin() {
            double seconds = settings.real(BEFORE);
            if (seconds > 0) {
                call(scene.timeline().nowNanos() + Scene.nanos(seconds));
            }
            scene.in(seconds, () -> episode(0));
        }

        /// Begins an episode, and plans the next.
        void episode(int number) {
            if (number == settings.count(EPISODES)) {
                return;
            }
            double seconds = episodeSeconds;
            String pattern = chosen(PATTERN, PATTERNS);
            if (!pattern.equals("d")) {
                call(scene.timeline().nowNanos() + Scene.nanos(seconds));
            }
            switch (pattern) {
                case "b" -> flood(seconds / 2, seconds / 2);
                case "c" -> flood(0, seconds / 2);
                case "d" -> flood(0, seconds);
                case "e" -> {
                    flood(0, seconds / 3);
                    flood(seconds * 2 / 3, seconds / 3);
                }
                default -> {
                }
            }
            scene.in(seconds, () -> episode(number + 1));
        }

        private String chosen(String setting, List<String> all) {
            String value = settings.text(setting);
            return value.equals(MIXED) ? draws.of(all) : value;
        }

        private void call(long end) {
            scene.in(draws.exponential(1 / normal), () -> {
                if (scene.timeline().nowNanos() >= end) {
                    return;
                }
                if (settings.is(DURING, "yes") || scene.timeline().nowNanos() >= floodedUntil) {
                    double seconds = 1 + draws.exponential(20);
                    UserAgent usual = draws.of(users).agent();
                    call(open.chance(settings.real(FIRST_TIME)) ? stranger() : usual, seconds);
                }
                call(end);
            });
        }

        private void call(UserAgent caller, double seconds) {
            CallPlan plan = CallPlan.talk(seconds);
            if (settings.real(UNANSWERED) > 0) {
                plan = plan.patience(PATIENCE_SECONDS);
            }
            if (settings.real(RETRIES) > 0) {
                plan = plan.whenEnded(end -> {
                    if (end.status() != OK && open.chance(settings.real(RETRIES))) {
                        scene.in(2 + open.exponential(8), () -> call(caller, seconds));
                    }
                });
            }
            caller.call(service.account().uri(), plan, Label.normal());
        }

        /// Somebody who has never called.
        private UserAgent stranger() {
            UserAgent stranger = user(addresses, callers++ % MOST_CALLERS).agent();
            if (gatekeeper != null) {
                gatekeeper.know(stranger.account());
            }
            return stranger;
        }

        private void flood(double after, double seconds) {
            FloodRate rate = FloodRate.of(chosen("rate", FloodRate.texts()));
            FloodBehaviour behaviour = FloodBehaviour.of(chosen(BEHAVIOUR, FloodBehaviour.texts()));
            scene.in(after, () -> {
                String story = "flood of INVITEs, " + rate.text() + ", " + behaviour.text();
                floodedUntil = scene.timeline().nowNanos() + Scene.nanos(seconds);
                Attack attack = world.truth().attack(Spoofing.of(settings).plan(story));
                flood.begin(behaviour, rate.perSecond(), normal, seconds, attack);
            });
        }
    }
}
