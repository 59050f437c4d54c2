package org.sipsleuth.simulate.scenario.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.ArrivalProcess;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.OfficeDay;
import org.sipsleuth.simulate.world.World;

/// The day of an office or of a provider: registrations, calls of all kinds, and attacks if some
/// are asked for.
public final class Normal implements Scenario {

    private static final String USERS = "users";
    private static final String CALLS = "calls-per-hour";
    private static final String HOURS = "hours";
    private static final String RHYTHM = "rhythm";
    private static final String ATTACKS = "attacks";
    private static final double SECONDS_PER_HOUR = 3_600;

    @Override
    public String name() {
        return "normal";
    }

    @Override
    public String description() {
        return "Office traffic: registrations and internal, outgoing and incoming calls, with"
                + " hold, transfer, busy and unanswered calls. For a provider's day use"
                + " users=20000 calls-per-hour=40000. attacks=scan,spit adds attacks.";
    }

    @Override
    public String source() {
        return "Paper 5 (social behaviour), §4, Figs. 2 to 8, for hours and durations; what normal"
                + " traffic is to the methods";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(USERS, 100, "people", 2, 50_000, "number of users"),
                Setting.real(CALLS, 120, "per hour", 0.01, 36_000_000, "calls in the busiest hour"),
                Setting.real(HOURS, 8, "h", 0.01, 100_000, "duration"),
                Setting.choice(RHYTHM, "whether calls follow office hours", "office", "steady"),
                Setting.text(ATTACKS, "", "attacks at random times, separated by commas"));
    }

    @Override
    public void check(Settings settings) throws SettingException {
        Attacks.named(settings.text(ATTACKS));
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(settings.is("ip", "6"), 0);
        Office office = new Office(scene, addresses, "example.com", settings.count(USERS));
        double seconds = world.fitting(settings.real(HOURS) * SECONDS_PER_HOUR);
        double perHour = settings.real(CALLS);
        ArrivalProcess rhythm =
                settings.is(RHYTHM, "steady") ? ArrivalProcess.steady(perHour) : ArrivalProcess.office(perHour);
        office.open(seconds);
        new OfficeDay(office, rhythm).begin(seconds);
        attack(office, settings, world.draws().of(ATTACKS), seconds);
    }

    private static void attack(Office office, Settings settings, SeededRandom draws, double seconds) {
        List<OfficeAttack> attacks = new ArrayList<>();
        try {
            attacks.addAll(Attacks.named(settings.text(ATTACKS)));
        } catch (SettingException checked) {
            throw new IllegalArgumentException(checked);
        }
        for (OfficeAttack attack : attacks) {
            double begin = seconds * (0.1 + 0.7 * draws.unit());
            Settings own = standard(attack);
            office.scene().in(begin, () -> attack.begin(office, own, draws.of(attack.name()), seconds - begin));
        }
    }

    private static Settings standard(OfficeAttack attack) {
        try {
            return Settings.of(attack.settings(), Map.of());
        } catch (SettingException defaults) {
            throw new IllegalStateException(defaults);
        }
    }
}
