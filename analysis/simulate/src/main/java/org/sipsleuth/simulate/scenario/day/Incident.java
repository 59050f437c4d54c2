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
import org.sipsleuth.simulate.scenario.attack.Dos;
import org.sipsleuth.simulate.scenario.attack.FirewallTraversal;
import org.sipsleuth.simulate.scenario.attack.PasswordCracking;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.simulate.scenario.attack.Spit;
import org.sipsleuth.simulate.scenario.attack.TollFraud;
import org.sipsleuth.simulate.scenario.flood.FloodAttack;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.ArrivalProcess;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.OfficeDay;
import org.sipsleuth.simulate.world.World;

/// A week of an office in which several attacks happen, some of them quiet.
public final class Incident implements Scenario {

    private static final String USERS = "users";
    private static final String CALLS = "calls-per-hour";
    private static final String DAYS = "days";
    private static final String COUNT = "attack-count";
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;
    private static final int FEWEST = 3;
    private static final int MOST = 8;

    /// An attack with its settings.
    private record PlannedAttack(OfficeAttack attack, double hours, Map<String, String> settings) {}

    private static final List<PlannedAttack> ATTACKS = List.of(new PlannedAttack(new Scan(), 1, Map.of()),
            new PlannedAttack(new Scan(), 60, Map.of("scan-per-second", "0.005", "scan-sources", "12")),
            new PlannedAttack(new Scan(), 2, Map.of("scan-method", "REGISTER")),
            new PlannedAttack(new PasswordCracking(), 2, Map.of("cracking-found", "yes")),
            new PlannedAttack(new PasswordCracking(), 48,
                    Map.of("cracking-per-second", "0.01", "cracking-sources", "8")),
            new PlannedAttack(new Spit(), 3, Map.of()),
            new PlannedAttack(new Spit(), 40, Map.of("spit-per-minute", "0.1", "spit-identities", "60")),
            new PlannedAttack(new Dos(), 1, Map.of()),
            new PlannedAttack(new Dos(), 1, Map.of("dos-kind", "half-open", "dos-messages", "800")),
            new PlannedAttack(new FloodAttack(), 1, Map.of()), new PlannedAttack(new FirewallTraversal(), 4, Map.of()),
            new PlannedAttack(new TollFraud(), 10, Map.of()),
            new PlannedAttack(new TollFraud(), 72, Map.of("fraud-per-minute", "0.02", "fraud-calls", "50")));

    @Override
    public String name() {
        return "incident";
    }

    @Override
    public String description() {
        return "A week of office traffic with three to eight attacks selected by the seed."
                + " Attacks may overlap, and some are slow.";
    }

    @Override
    public String source() {
        return "An analyst's task: what happened and when is unknown";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(USERS, 60, "people", 2, 50_000, "office users"),
                Setting.real(CALLS, 40, "per hour", 0.01, 1_000_000, "calls in the busiest hour"),
                Setting.real(DAYS, 7, "days", 0.05, 400, "duration"),
                Setting.whole(COUNT, 0, "attacks", 0, 100, "number of attacks; 0 for a random number from 3 to 8"));
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        SeededRandom draws = world.draws().of(name());
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(settings.is("ip", "6"), 0);
        Office office = new Office(scene, addresses, "example.com", settings.count(USERS));
        double seconds = world.fitting(settings.real(DAYS) * SECONDS_PER_DAY);
        office.open(seconds);
        new OfficeDay(office, ArrivalProcess.office(settings.real(CALLS))).begin(seconds);
        int count = settings.count(COUNT) > 0 ? settings.count(COUNT) : (int) draws.between(FEWEST, MOST);
        List<PlannedAttack> attacks = new ArrayList<>();
        while (attacks.size() < count) {
            List<PlannedAttack> more = new ArrayList<>(ATTACKS);
            draws.shuffle(more);
            attacks.addAll(more.subList(0, Math.min(more.size(), count - attacks.size())));
        }
        for (int i = 0; i < attacks.size(); i++) {
            begin(attacks.get(i), office, draws.of("attack", i), seconds);
        }
    }

    private static void begin(PlannedAttack attack, Office office, SeededRandom draws, double seconds) {
        double lasts = Math.min(attack.hours * SECONDS_PER_HOUR, seconds / 2);
        double begin = draws.unit() * (seconds - lasts);
        Settings settings = settings(attack);
        office.scene().in(begin, () -> attack.attack.begin(office, settings, draws, lasts));
    }

    private static Settings settings(PlannedAttack attack) {
        try {
            return Settings.of(attack.attack.settings(), attack.settings);
        } catch (SettingException written) {
            throw new IllegalStateException(written);
        }
    }
}
