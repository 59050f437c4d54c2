package org.sipsleuth.simulate.scenario.office;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.world.World;

/// One attack on an office during ordinary traffic.
public final class OfficeScenario implements Scenario {

    private static final String USERS = "users";
    private static final String CALLS = "calls-per-hour";
    private static final String MINUTES = "minutes";
    private static final String AFTER = "attack-after";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String DOMAIN = "example.com";

    private final OfficeAttack attack;

    public OfficeScenario(OfficeAttack attack) {
        this.attack = attack;
    }

    @Override
    public String name() {
        return attack.name();
    }

    @Override
    public String description() {
        return attack.description();
    }

    @Override
    public String source() {
        return attack.source();
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.whole(USERS, 40, "people", 2, 40_000, "office users"));
        settings.add(Setting.real(CALLS, 240, "per hour", 0, 3_600_000, "normal calls; 0 for only the attack"));
        settings.add(Setting.real(MINUTES, 20, "min", 0.1, 600_000, "duration"));
        settings.add(Setting.real(AFTER, 3, "min", 0, 600_000, "start of the attack"));
        settings.addAll(attack.settings());
        return settings;
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(settings.is("ip", "6"), 0);
        Office office = new Office(scene, addresses, DOMAIN, settings.count(USERS));
        double seconds = world.fitting(settings.real(MINUTES) * SECONDS_PER_MINUTE);
        double calls = settings.real(CALLS);
        if (calls > 0) {
            office.open(seconds);
            OfficeDay day = new OfficeDay(office, ArrivalProcess.steady(calls));
            scene.in(0, () -> day.begin(seconds));
        }
        double after = Math.min(settings.real(AFTER) * SECONDS_PER_MINUTE, seconds / 2);
        scene.in(after, () -> attack.begin(office, settings, world.draws().of(attack.name()), seconds - after));
    }
}
