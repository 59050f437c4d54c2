package org.sipsleuth.simulate.scenario.day;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.server.B2bua;
import org.sipsleuth.simulate.agent.server.SharedHeader;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Calls that go through several telephone systems, each of which creates another leg.
public final class Handover implements Scenario {

    private static final String CALLS = "calls";
    private static final String PER_MINUTE = "calls-per-minute";
    private static final String LEGS = "legs";
    private static final String SHARED = "shared";
    private static final String MEDIA = "media";
    private static final String NUMBERS = "numbers";
    private static final String CALLERS = "callers";
    private static final String DELAY = "delay";
    private static final String PREFIX = "prefix";
    private static final String DOMAIN = "example.org";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int FIRST_NUMBER = 5_001;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int FIRST_SYSTEM = 1;
    private static final int GATE = 9;
    private static final int FIRST_CALLER = 20;

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public String description() {
        return "Calls over two or more legs, each with its own Call-ID; legs share a header field"
                + " or nothing. The note of each dialog in the ground truth names its call.";
    }

    @Override
    public String source() {
        return "RFC 7092 (back-to-back user agents), RFC 7989 (Session-ID), RFC 7315 (charging)";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(CALLS, 100, "calls", 1, 100_000_000, "total calls"),
                Setting.real(PER_MINUTE, 20, "per minute", 0.01, 1_000_000, "rate of new calls"),
                Setting.whole(LEGS, 2, "legs", 2, 6, "legs of each call"),
                Setting.choice(SHARED, "what the legs of a call have in common", "x-call-id", "session-id",
                        "charging-vector", "none"),
                Setting.choice(MEDIA, "whether B2BUAs relay media and rewrite SDP", "passed", "relayed", "own"),
                Setting.whole(CALLERS, 30, "phones", 1, 200, "number of calling phones"),
                Setting.whole(NUMBERS, 400, "numbers", 1, 4_000, "called numbers"),
                Setting.real(DELAY, 0, "ms", 0, 10_000, "delay of a B2BUA before it starts the next leg"),
                Setting.choice(PREFIX, "whether the first B2BUA rewrites numbers in full format", "no", "yes"));
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        SeededRandom draws = world.draws().of(name());
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(settings.is("ip", "6"), 0);
        Socket gate = Addresses.sip(addresses.inside(GATE));
        Account all = new Account("all", DOMAIN, "", "");
        new UserAgent(scene, all, Profiles.gateway(), gate).answering(
                _ -> draws.chance(0.8) ? Answer.pickUp(0.2, 1 + draws.exponential(5)) : Answer.refuse(486, 0.3));
        Socket next = gate;
        for (int leg = settings.count(LEGS) - 1; leg > 0; leg--) {
            next = system(scene, addresses, leg, next, settings);
        }
        int callers = settings.count(CALLERS);
        begin(scene, draws, settings, callers(scene, addresses, next, callers), 0);
    }

    private static Socket system(Scene scene, Addresses addresses, int number, Socket next, Settings settings) {
        Socket socket = Addresses.sip(addresses.inside(FIRST_SYSTEM + number));
        B2bua system = new B2bua(scene, Profiles.pbx(), socket, next).tapped().sharing(switch (settings.text(SHARED)) {
            case "x-call-id" -> SharedHeader.X_CALL_ID;
            case "session-id" -> SharedHeader.SESSION_ID;
            case "charging-vector" -> SharedHeader.CHARGING_VECTOR;
            default -> SharedHeader.NONE;
        }).labelling(origin -> Label.normal(origin.note()));
        if (settings.is(MEDIA, "relayed")) {
            system.relayingMedia();
        } else if (settings.is(MEDIA, "own")) {
            system.describingItself();
        }
        system.takingTime(settings.real(DELAY) / MILLIS_PER_SECOND);
        if (settings.is(PREFIX, "yes")) {
            system.prefixing("+4930555");
        }
        return socket;
    }

    private static List<UserAgent> callers(Scene scene, Addresses addresses, Socket first, int count) {
        List<UserAgent> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Account account = new Account(Integer.toString(4_001 + i), DOMAIN, "", "");
            Socket socket = Addresses.sip(addresses.inside(FIRST_CALLER + i));
            callers.add(new UserAgent(scene, account, Profiles.phone(i), socket).through(first));
            scene.world().truth().user(account.uri(), TrafficClass.NORMAL);
        }
        return callers;
    }

    private static void begin(Scene scene, SeededRandom draws, Settings settings, List<UserAgent> callers,
            long number) {
        if (number == settings.whole(CALLS)) {
            return;
        }
        scene.in(draws.exponential(SECONDS_PER_MINUTE / settings.real(PER_MINUTE)), () -> {
            String target =
                    "sip:" + draws.between(FIRST_NUMBER, FIRST_NUMBER - 1 + settings.whole(NUMBERS)) + "@" + DOMAIN;
            CallPlan plan = CallPlan.talk(2 + draws.exponential(40)).patience(30);
            draws.of(callers).call(target, plan, Label.normal("call " + (number + 1)));
            begin(scene, draws, settings, callers, number + 1);
        });
    }
}
