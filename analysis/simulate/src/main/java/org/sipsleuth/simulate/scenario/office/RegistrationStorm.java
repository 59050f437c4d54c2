package org.sipsleuth.simulate.scenario.office;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.server.Server;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// A registrar stops and starts without its registrations, and all phones register again: the
/// normal traffic that most resembles a flood of REGISTERs.
public final class RegistrationStorm implements Scenario {

    private static final String USERS = "users";
    private static final String USUAL_CALLS = "calls-per-hour";
    private static final String MINUTES = "minutes";
    private static final String AFTER = "restart-after";
    private static final String OUTAGE = "outage-seconds";
    private static final String SECONDS = "storm-seconds";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double OPENING_SECONDS = 120;
    private static final int REGISTRATION_SECONDS = 600;

    @Override
    public String name() {
        return "registration-storm";
    }

    @Override
    public String description() {
        return "The registrar fails and starts again without its registrations, and all phones"
                + " register within a minute, each after a challenge. No attack, but as many"
                + " REGISTERs as in a flood.";
    }

    @Override
    public String source() {
        return "What flood detection must not report: RFC 5390 §2, avalanche restart";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(USERS, 400, "people", 2, 40_000, "users with a phone"),
                Setting.real(USUAL_CALLS, 240, "per hour", 0.01, 3_600_000, "calls"),
                Setting.real(MINUTES, 15, "min", 0.1, 600_000, "duration"),
                Setting.real(AFTER, 5, "min", 0, 600_000, "when the registrar fails"),
                Setting.real(OUTAGE, 20, "s", 0, 1_000_000, "time until it runs again"),
                Setting.real(SECONDS, 60, "s", 0.1, 1_000_000, "time after the failure in which all phones register"));
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(settings.is("ip", "6"), 0);
        Office office = new Office(scene, addresses, "example.com", settings.count(USERS));
        double seconds = world.fitting(settings.real(MINUTES) * SECONDS_PER_MINUTE);
        double after = Math.min(settings.real(AFTER) * SECONDS_PER_MINUTE, seconds / 2);
        new OfficeDay(office, ArrivalProcess.steady(settings.real(USUAL_CALLS))).begin(seconds);
        SeededRandom draws = world.draws().of(name());
        for (Person person : office.people()) {
            double opens = draws.unit() * Math.min(OPENING_SECONDS, after);
            register(scene, person, opens, new RegisterPlan(REGISTRATION_SECONDS, after - opens, false, _ -> {}));
            double again = after + draws.unit() * settings.real(SECONDS);
            register(scene, person, again, RegisterPlan.during(Math.max(seconds - again, 0), REGISTRATION_SECONDS));
        }
        Server server = office.server();
        scene.in(after, server::fail);
        scene.in(after + settings.real(OUTAGE), server::restart);
    }

    private static void register(Scene scene, Person person, double at, RegisterPlan plan) {
        scene.in(at, () -> person.phone().register(plan, Label.normal()));
    }
}
