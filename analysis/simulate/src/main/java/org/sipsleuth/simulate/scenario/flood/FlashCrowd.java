package org.sipsleuth.simulate.scenario.flood;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.AnswerPolicy;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.ArrivalProcess;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeDay;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// Many people call the same few numbers at once, as after a television show or in an outage: the
/// normal traffic that most resembles a flood.
public final class FlashCrowd implements Scenario {

    private static final String USERS = "users";
    private static final String USUAL_CALLS = "calls-per-hour";
    private static final String MINUTES = "minutes";
    private static final String AFTER = "crowd-after";
    private static final String CALLS = "crowd-calls";
    private static final String SECONDS = "crowd-seconds";
    private static final String NUMBERS = "crowd-numbers";
    private static final String LINES = "crowd-lines";
    private static final String OUTSIDE = "crowd-outside";
    private static final String RETRIES = "crowd-retries";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int BUSY = 486;
    private static final int LINE_SEATS = 5; // seats that no phone has
    private static final int FIRST_NUMBER = 1_000;
    private static final int REGISTRATION_SECONDS = 600;
    private static final int PATIENCE_SECONDS = 45;

    @Override
    public String name() {
        return "flash-crowd";
    }

    @Override
    public String description() {
        return "Many people call one or a few numbers at once, and some call again when it is"
                + " busy. All calls are real and acknowledged: no attack, but as many INVITEs as in a flood.";
    }

    @Override
    public String source() {
        return "What flood detection must not report: paper 2 (INVITE floods), §1, on flash crowds";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(USERS, 400, "people", 2, 40_000, "users with a phone"),
                Setting.real(USUAL_CALLS, 240, "per hour", 0.01, 3_600_000, "other calls"),
                Setting.real(MINUTES, 15, "min", 0.1, 600_000, "duration"),
                Setting.real(AFTER, 5, "min", 0, 600_000, "start of the crowd"),
                Setting.whole(CALLS, 800, "callers", 1, 10_000_000, "people who call"),
                Setting.real(SECONDS, 60, "s", 0.1, 1_000_000, "time in which most of them call"),
                Setting.whole(NUMBERS, 2, "numbers", 1, 10, "numbers that are called"),
                Setting.whole(LINES, 30, "lines", 1, 1_000_000, "calls that a number answers at once"),
                Setting.real(OUTSIDE, 0.5, "", 0, 1, "share of calls through the gateway"),
                Setting.whole(RETRIES, 2, "times", 0, 100, "calls again after busy, at most"));
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(settings.is("ip", "6"), 0);
        Office office = new Office(scene, addresses, "example.com", settings.count(USERS));
        double seconds = world.fitting(settings.real(MINUTES) * SECONDS_PER_MINUTE);
        office.open(seconds);
        new OfficeDay(office, ArrivalProcess.steady(settings.real(USUAL_CALLS))).begin(seconds);
        SeededRandom draws = world.draws().of(name());
        List<UserAgent> numbers = new ArrayList<>();
        for (int i = 0; i < settings.count(NUMBERS); i++) {
            UserAgent number = number(office, i, settings.count(LINES), draws.of("line", i));
            number.register(RegisterPlan.during(seconds, REGISTRATION_SECONDS), Label.normal());
            numbers.add(number);
        }
        double after = Math.min(settings.real(AFTER) * SECONDS_PER_MINUTE, seconds / 2);
        Crowd crowd = new Crowd(office, numbers, draws.of("crowd"), settings.real(OUTSIDE),
                scene.timeline().nowNanos() + Scene.nanos(seconds));
        for (int i = 0; i < settings.whole(CALLS); i++) {
            double at = after + crowd.draws.exponential(settings.real(SECONDS) / 2);
            int retries = settings.count(RETRIES);
            scene.in(at, () -> crowd.call(crowd.caller(), retries));
        }
    }

    private static UserAgent number(Office office, int seat, int lines, SeededRandom draws) {
        Account account = new Account(Integer.toString(FIRST_NUMBER + seat), office.domain(), "", draws.token(12));
        office.server().serving(account);
        UserAgent number = new UserAgent(office.scene(), account, Profiles.pbx(),
                Addresses.sip(office.addresses().inside(LINE_SEATS + seat))).through(office.server().socket());
        AnswerPolicy policy = _ -> number.calls() >= lines ? Answer.refuse(BUSY, 0.01 + draws.exponential(0.02))
                : Answer.pickUp(0.05, 1 + draws.exponential(2)).hangingUp(8 + draws.exponential(40));
        return number.answering(policy);
    }

    /// Those who call.
    private record Crowd(Office office, List<UserAgent> numbers, SeededRandom draws, double outside, long endNanos) {

        UserAgent caller() {
            return draws.chance(outside) ? office.gateway() : draws.of(office.people()).phone();
        }

        void call(UserAgent caller, int retries) {
            if (office.scene().timeline().nowNanos() >= endNanos) {
                return;
            }
            CallPlan plan = CallPlan.talk(5 + draws.exponential(60)).patience(PATIENCE_SECONDS).whenEnded(end -> {
                if (end.status() == BUSY && retries > 0 && draws.chance(0.7)) {
                    office.scene().in(2 + draws.exponential(10), () -> call(caller, retries - 1));
                }
            });
            caller.call(draws.of(numbers).account().uri(), plan, Label.normal());
        }
    }
}
