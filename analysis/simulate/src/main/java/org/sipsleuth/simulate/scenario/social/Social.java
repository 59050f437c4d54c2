package org.sipsleuth.simulate.scenario.social;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.world.CommonSettings;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// Half a year of the calls of a large organisation, with SPIT and misused accounts.
public final class Social implements Scenario {

    private static final String CALLS = "calls";
    private static final String MEMBERS = "members";
    private static final String DEPARTMENTS = "departments";
    private static final String DAYS = "days";
    private static final String INJECTIONS = "injections";
    private static final String DOMAIN = "example.edu";

    @Override
    public String name() {
        return "social";
    }

    @Override
    public String description() {
        return "Calls in an organisation with departments and the paper's roles, internal and"
                + " external, in office hours, fewer in August and December. Spam callers and"
                + " misused accounts are added in the proportions of Table 4. The paper's size is"
                + " calls=1500000 members=8498, July to December. If the output has the extension"
                + " .csv, call records are written.";
    }

    @Override
    public String source() {
        return "Paper 5 (social behaviour), §4 and §5, Tables 1 to 5";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(CALLS, 30_000, "calls", 1, 1_000_000_000, "total normal calls"),
                Setting.whole(MEMBERS, 850, "members", 80, 50_000, "members of the organisation"),
                Setting.whole(
                        DEPARTMENTS,
                        10,
                        "departments",
                        1,
                        1_000,
                        "departments of the" + " organisation"),
                Setting.whole(DAYS, 184, "days", 1, 4_000, "duration"),
                Setting.choice(INJECTIONS, "whether to add malicious calls", "yes", "no"),
                CommonSettings.start("2025-07-01T00:00:00Z"));
    }

    @Override
    public boolean hasCallRecords() {
        return true;
    }

    @Override
    public void play(World world) {
        Settings settings = world.settings();
        SeededRandom draws = world.draws().of(name());
        int members = settings.count(MEMBERS);
        Organisation society =
                new Organisation(draws.of("society"), members, settings.count(DEPARTMENTS));
        PhoneNetwork network = new PhoneNetwork(world, new Addresses(settings.is("ip", "6"), 0));
        for (Member member : society.members()) {
            network.seat(member.number());
        }
        Misuse misuse = new Misuse(world, society, network, DOMAIN, settings.whole(CALLS));
        if (settings.is(INJECTIONS, "yes")) {
            misuse.plan(settings.count(DAYS));
        }
        for (Member member : society.members()) {
            world.truth().user(member.uri(DOMAIN), misuse.classOf(member));
        }
        Season season = new Season(world.timeline().nowNanos(), settings.count(DAYS));
        new Calls(world, society, network, DOMAIN).hour(season, 0, settings.whole(CALLS));
    }

    /// The normal calls, hour by hour.
    private static final class Calls {

        /// The share of calls from outside, and of those inside (paper 5, §5: a tenth of all calls
        /// are among active members).
        private static final double FROM_OUTSIDE = 0.23;

        private static final double INSIDE = 0.18;

        /// The outcome of a call (paper 5, §6.2: 230,816 of 422,687 are answered).
        private static final double[] FATES = {0.55, 0.25, 0.11, 0.05, 0.04};

        private static final int[] STATUS = {200, 487, 486, 480, 404};
        private static final double NEW_CONTACT = 0.15;

        private final World world;
        private final Organisation society;
        private final PhoneNetwork network;
        private final String domain;
        private final SeededRandom draws;

        Calls(World world, Organisation society, PhoneNetwork network, String domain) {
            this.world = world;
            this.society = society;
            this.network = network;
            this.domain = domain;
            this.draws = world.draws().of("calls");
        }

        /// Plans the calls of an hour, and the hour after it.
        void hour(Season season, int hour, long calls) {
            if (hour == season.hours()) {
                return;
            }
            int count = season.count(hour, calls, draws);
            for (int i = 0; i < count; i++) {
                long at = season.atNanos(hour) + draws.between(0, 3_599_999_999_999L);
                world.timeline().at(at, this::call);
            }
            world.timeline().at(season.atNanos(hour + 1), () -> hour(season, hour + 1, calls));
        }

        private void call() {
            boolean incoming = draws.chance(FROM_OUTSIDE);
            if (incoming) {
                String caller = Organisation.outside(society.outsider(draws), domain);
                play(caller, society.called(draws).uri(domain), -1);
            } else {
                Member caller = society.caller(draws);
                play(caller.uri(domain), callee(caller), caller.number());
            }
        }

        private String callee(Member caller) {
            if (draws.chance(INSIDE)) {
                List<Integer> known = caller.colleagues();
                int other = known.get(draws.zipf(known.size(), 1));
                if (other != caller.number()) {
                    return society.members().get(other).uri(domain);
                }
            }
            List<Integer> known = caller.contacts();
            boolean unknown = draws.chance(NEW_CONTACT);
            int other = unknown ? society.outsider(draws) : known.get(draws.zipf(known.size(), 1));
            return Organisation.outside(other, domain);
        }

        private void play(String caller, String callee, int member) {
            int status = STATUS[draws.weighted(FATES)];
            double ring = 1 + draws.exponential(status == 487 ? 18 : 7);
            double talk = status == 200 ? Math.min(7_200, draws.logNormal(62, 1.3)) : 0;
            PhoneCall call =
                    new PhoneCall(
                            caller, callee, status, ring, talk, draws.chance(0.55), Label.normal());
            network.play(call, member);
        }
    }
}
