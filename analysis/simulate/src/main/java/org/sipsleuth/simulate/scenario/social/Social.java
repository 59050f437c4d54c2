package org.sipsleuth.simulate.scenario.social;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.social.society.Member;
import org.sipsleuth.simulate.scenario.social.society.Organisation;
import org.sipsleuth.simulate.scenario.social.society.OrganisationPlan;
import org.sipsleuth.simulate.world.CommonSettings;
import org.sipsleuth.simulate.world.World;

/// Half a year of the calls of a large organisation, with SPIT and misused accounts.
public final class Social implements Scenario {

    private static final String CALLS = "calls";
    private static final String MEMBERS = "members";
    private static final String DEPARTMENTS = "departments";
    private static final String OUTSIDERS = "outsiders";
    private static final String DAYS = "days";
    private static final String TRAIN_DAYS = "train-days";
    private static final String NEWCOMERS = "newcomers";
    private static final String ROLE_CHANGES = "role-changes";
    private static final String INJECTIONS = "injections";
    private static final String INJECTED_CALLS = "injected-calls";
    private static final String ACTIVE_VICTIMS = "active-victims";
    private static final String ACTIVE_MISUSED = "active-misused";
    private static final String RAMP_DAYS = "ramp-days";
    private static final String TABLE_6 = "table-6";
    private static final String DOMAIN = "example.edu";

    @Override
    public String name() {
        return "social";
    }

    @Override
    public String description() {
        return "Calls in an organisation with departments and the paper's roles, internal and"
                + " external, in office hours, fewer in August and December. People join, and"
                + " others change their role. Spam callers and misused accounts are added in the"
                + " proportions of Table 4, after train-days. The paper's size is calls=1500000"
                + " members=8498, July to December; that of Table 6 is injections=table-6"
                + " calls=3128 members=100. If the output has the extension .csv, call records are written.";
    }

    @Override
    public String source() {
        return "Paper 5 (social behaviour), §4 to §6, Tables 1 to 6";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(CALLS, 30_000, "calls", 1, 1_000_000_000, "total normal calls"),
                Setting.whole(MEMBERS, 850, "members", 80, 50_000, "members of the organisation"),
                Setting.whole(DEPARTMENTS, 10, "departments", 1, 1_000, "departments of the organisation"),
                Setting.real(OUTSIDERS, 11, "per member", 0.1, 50, "people outside"),
                Setting.whole(DAYS, 184, "days", 1, 4_000, "duration"),
                Setting.whole(TRAIN_DAYS, 0, "days", 0, 4_000,
                        "first days, without attacks, newcomers and role changes"),
                Setting.real(NEWCOMERS, 0.12, "", 0, 0.9,
                        "share of the members who join on a random day after the first ones; none with table-6"),
                Setting.real(ROLE_CHANGES, 0.05, "", 0, 0.5,
                        "share of the members whose activity, role or department changes on a"
                                + " random day after the first ones; none with table-6"),
                Setting.choice(INJECTIONS,
                        "malicious calls: those of Table 4, 20 spam callers among 100 callers (Table 6), or none",
                        "yes", TABLE_6, "no"),
                Setting.whole(INJECTED_CALLS, 0, "calls", 0, 100_000_000,
                        "total malicious calls; 0: 2 for 15 normal ones, with table-6 3 for 5"),
                Setting.real(ACTIVE_VICTIMS, 0.636, "", 0, 1,
                        "share of active members in those whom spam callers call: 70 of 110"),
                Setting.real(ACTIVE_MISUSED, 0.5, "", 0, 1,
                        "share of active members in those whose accounts are misused: 30 of 60"),
                Setting.whole(RAMP_DAYS, 0, "days", 0, 1_000,
                        "days with calls until an attack reaches its maximum rate"),
                CommonSettings.start("2025-07-01T00:00:00Z"));
    }

    @Override
    public void check(Settings settings) throws SettingException {
        if (settings.whole(TRAIN_DAYS) >= settings.whole(DAYS)) {
            throw new SettingException("%s must be less than %s=%s (got %s).".formatted(TRAIN_DAYS, DAYS,
                    settings.text(DAYS), settings.text(TRAIN_DAYS)));
        }
    }

    @Override
    public boolean hasCallRecords() {
        return true;
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        SeededRandom draws = world.draws().of(name());
        Organisation society = new Organisation(draws.of("society"), organisation(settings));
        PhoneNetwork network = new PhoneNetwork(world, new Addresses(settings.is("ip", "6"), 0));
        for (Member member : society.members()) {
            network.seat(member.number());
        }
        Misuse misuse = new Misuse(world, society, network, DOMAIN, misuse(settings));
        if (!settings.is(INJECTIONS, "no")) {
            misuse.plan(settings.count(DAYS));
        }
        for (Member member : society.members()) {
            world.truth().user(member.uri(DOMAIN), misuse.facts(member));
        }
        Season season = new Season(world.timeline().nowNanos(), settings.count(DAYS));
        new Calls(world, society, network, DOMAIN).hour(season, 0, settings.whole(CALLS));
    }

    private static OrganisationPlan organisation(Settings settings) {
        boolean isTable6 = settings.is(INJECTIONS, TABLE_6);
        int members = settings.count(MEMBERS);
        int newcomers = isTable6 ? 0 : (int) Math.round(members * settings.real(NEWCOMERS));
        int changes = isTable6 ? 0 : (int) Math.round(members * settings.real(ROLE_CHANGES));
        return new OrganisationPlan(members, settings.count(DEPARTMENTS),
                (int) Math.max(10, members * settings.real(OUTSIDERS)), newcomers,
                Math.min(changes, members - newcomers), settings.count(TRAIN_DAYS), settings.count(DAYS), isTable6);
    }

    private static MisusePlan misuse(Settings settings) {
        return new MisusePlan(settings.is(INJECTIONS, TABLE_6) ? Injection.TABLE_6 : Injection.TABLE_4,
                settings.count(MEMBERS), settings.whole(INJECTED_CALLS), settings.whole(CALLS),
                settings.real(ACTIVE_VICTIMS), settings.real(ACTIVE_MISUSED), settings.count(RAMP_DAYS),
                settings.count(TRAIN_DAYS));
    }
}
