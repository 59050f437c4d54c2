package org.sipsleuth.simulate.agent.server;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Path;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// Some users of a server, some at two phones, two behind a NAT, one behind a B2BUA, who do what
/// chance says: for tests.
final class Town {

    private static final int USERS = 8;
    private static final double LONG = 900;

    final Stage stage;
    final List<UserAgent> agents = new ArrayList<>();
    final Server server;
    final B2bua system;
    final List<CallEnd> ends = new ArrayList<>();
    int calls;
    private final SeededRandom draws;
    private final int copies;

    /// @param copies how often each message arrives
    Town(long seed, Path path, boolean reliable, int copies) {
        this.stage = new Stage(seed, path, reliable);
        this.draws = stage.draws().of("town");
        this.copies = copies;
        this.server =
                new Server(stage.scene(), Profiles.proxy(), Stage.socket(200), "example.com").at(stage.lossy(copies));
        if (draws.chance(0.7)) {
            server.recordingRoutes();
        }
        if (draws.chance(0.5)) {
            server.challengingCalls();
        }
        if (draws.chance(0.5)) {
            server.challengingRegistrations();
        }
        UserAgent gateway = agent("gateway", 100, server.socket()).at(stage.lossy(copies));
        this.system =
                new B2bua(stage.scene(), Profiles.pbx(), Stage.socket(201), gateway.socket()).at(stage.lossy(copies))
                        .sharing(draws.of(List.of(SharedHeader.values())));
        if (draws.chance(0.5)) {
            system.relayingMedia();
        }
        server.routing(uri -> uri.startsWith("sip:00"), system.socket());
        settle();
    }

    private UserAgent agent(String user, int number, Socket proxy) {
        UserAgent agent = stage.agent(user, number)
                .through(proxy)
                .answering(_ -> answer())
                .whenTransferred(() -> CallPlan.talk(10));
        agents.add(agent);
        return agent;
    }

    private void settle() {
        Nat nat = new Nat(stage.scene(), Host.ipv4(203, 0, 113, 1), 30_000).tapped();
        if (draws.chance(0.5)) {
            nat.rewriting();
        } else {
            server.recordingRoutes(); // private addresses are reached through it alone
        }
        for (int i = 0; i < USERS; i++) {
            String user = "user" + i;
            server.serving(Stage.account(user));
            UserAgent agent = agent(user, 1 + i, server.socket());
            agent.at(i < 2 ? nat : stage.lossy(copies));
            register(agent);
            if (i % 3 == 2) {
                register(agent(user, 20 + i, server.socket()).at(stage.lossy(copies)));
            }
        }
    }

    private void register(UserAgent agent) {
        double delay = draws.unit() * 5;
        stage.scene().in(delay, () -> agent.register(RegisterPlan.during(LONG, 200), Label.normal()));
    }

    private Answer answer() {
        double ring = draws.unit();
        double pickUp = ring + draws.exponential(4);
        Answer answer = switch (draws.weighted(10, 2, 1, 1, 1, 1)) {
            case 0 -> Answer.pickUp(ring, pickUp);
            case 1 -> Answer.refuse(draws.of(List.of(486, 603, 488, 500, 480)), ring);
            case 2 -> Answer.redirect("sip:user1@example.com", ring);
            case 3 -> Answer.ringOn(ring);
            case 4 -> Answer.atOnce(0.01);
            default -> Answer.pickUp(ring, pickUp).earlyMedia(ring + 0.1);
        };
        if (draws.chance(0.5)) {
            answer.reliably();
        }
        if (draws.chance(0.5)) {
            answer.hangingUp(draws.exponential(30));
        }
        if (draws.chance(0.2)) {
            answer.doing(new MidCall.Hold(draws.exponential(5), draws.exponential(5)));
        }
        return answer;
    }

    private CallPlan plan() {
        calls++;
        CallPlan plan = draws.chance(0.8) ? CallPlan.talk(draws.exponential(30)) : CallPlan.listen();
        plan.patience(draws.exponential(30)).whenEnded(ends::add).follow(draws.below(3));
        if (draws.chance(0.3)) {
            plan.hold(draws.exponential(5), draws.exponential(5));
        }
        if (draws.chance(0.3)) {
            Body tone = new Body("application/dtmf-relay", "Signal=1\r\nDuration=160\r\n");
            plan.with(new MidCall.Ask(draws.exponential(5), "INFO", tone));
            plan.with(new MidCall.Ask(draws.exponential(5), "UPDATE", null));
        }
        if (draws.chance(0.15)) {
            plan.transfer(draws.exponential(10), target());
        }
        if (draws.chance(0.2)) {
            plan.offerLate();
        }
        if (draws.chance(0.5)) {
            plan.reliably();
        }
        return plan;
    }

    private String target() {
        return switch (draws.weighted(8, 1, 1)) {
            case 0 -> "sip:user" + draws.below(USERS) + "@example.com";
            case 1 -> "sip:nobody@example.com";
            default -> "sip:0049301234567@example.com";
        };
    }

    /// Lets so many calls and other things happen, and waits for the end of all.
    Town live(int things) {
        for (int i = 0; i < things; i++) {
            UserAgent agent = draws.of(agents);
            double at = 10 + draws.unit() * 200;
            switch (draws.weighted(8, 1, 1)) {
                case 0 -> stage.scene().in(at, () -> agent.call(target(), plan(), Label.normal()));
                case 1 -> stage.scene()
                        .in(at, () -> agent.subscribe(target(), "presence", draws.unit() * LONG, Label.normal()));
                default -> stage.scene()
                        .in(at, () -> agent.request(RequestPlan.of("MESSAGE", target()).body("text/plain", "hello"),
                                Label.normal()));
            }
        }
        stage.run();
        return this;
    }

    /// How many transactions, calls and the like are left.
    int open() {
        return server.open() + system.open() + agents.stream().mapToInt(UserAgent::open).sum();
    }
}
