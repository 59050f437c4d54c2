package org.sipsleuth.simulate.scenario.social;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.social.society.Days;
import org.sipsleuth.simulate.scenario.social.society.Member;
import org.sipsleuth.simulate.scenario.social.society.Organisation;
import org.sipsleuth.simulate.scenario.social.society.OrganisationPlan;
import org.sipsleuth.simulate.world.CommonSettings;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserFacts;

/// A survey by telephone among people who agreed to it: the normal traffic that most resembles
/// SPIT.
public final class Telemarketing implements Scenario {

    private static final String CALLS = "calls";
    private static final String MEMBERS = "members";
    private static final String DAYS = "days";
    private static final String CENTRE = "centre";
    private static final String AGENTS = "agents";
    private static final String PER_HOUR = "agent-calls-per-hour";
    private static final String CALLEES = "callees";
    private static final String TRIES = "tries";
    private static final String ANSWERED = "answered";
    private static final String INSIDE = "inside";
    private static final String DOMAIN = "example.edu";
    private static final int DEPARTMENTS = 5;
    private static final int OUTSIDERS_PER_MEMBER = 11;
    private static final String CALL_CENTRE = "call centre";

    @Override
    public String name() {
        return "telemarketing";
    }

    @Override
    public String description() {
        return "The agents of a call centre call people who agreed to a survey, on working days"
                + " from 9 to 18 o'clock. Most calls are not answered and repeated on a later day,"
                + " most others are short, and some people call back. No attack, but as many"
                + " different callees and as few answers as in SPIT. If the output has the"
                + " extension .csv, call records are written.";
    }

    @Override
    public String source() {
        return "What SPIT detection must not report: paper 5 (social behaviour), §6.3, on"
                + " telemarketers and legitimate users who only call";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(CALLS, 3_000, "calls", 1, 1_000_000_000, "total other calls"),
                Setting.whole(MEMBERS, 100, "members", 80, 40_000, "members of the organisation"),
                Setting.whole(DAYS, 14, "days", 1, 4_000, "duration"),
                Setting.choice(CENTRE,
                        "whether agents of the organisation call people outside, or agents outside"
                                + " call its members",
                        INSIDE, "outside"),
                Setting.whole(AGENTS, 5, "agents", 1, 1_000, "people who call"),
                Setting.real(PER_HOUR, 20, "per hour", 0.01, 200, "calls of each agent"),
                Setting.whole(CALLEES, 1_500, "people", 1, 1_000_000,
                        "people who agreed; of centre=outside at most all members"),
                Setting.whole(TRIES, 3, "calls", 1, 20, "most calls to somebody who does not answer"),
                Setting.real(ANSWERED, 0.3, "", 0, 1, "share of answered calls"),
                CommonSettings.start("2026-03-02T00:00:00Z"));
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
        int days = settings.count(DAYS);
        OrganisationPlan plan =
                new OrganisationPlan(members, DEPARTMENTS, members * OUTSIDERS_PER_MEMBER, 0, 0, 0, days, false);
        Organisation society = new Organisation(draws.of("society"), plan);
        PhoneNetwork network = new PhoneNetwork(world, new Addresses(settings.is("ip", "6"), 0));
        Days calendar = new Days(world.timeline().nowNanos());
        for (Member member : society.members()) {
            network.seat(member.number());
            world.truth().user(member.uri(DOMAIN), member.facts(calendar));
        }
        boolean inside = settings.is(CENTRE, INSIDE);
        int agents = settings.count(AGENTS);
        Survey survey = new Survey(inside, members, agents,
                inside ? settings.count(CALLEES) : Math.min(members, settings.count(CALLEES)), settings.count(TRIES),
                settings.real(PER_HOUR), settings.real(ANSWERED));
        for (int agent = 0; agent < agents; agent++) {
            if (inside) {
                network.seat(members + agent);
            }
            UserFacts facts = UserFacts.of(TrafficClass.NORMAL).in(CALL_CENTRE, "telemarketer");
            world.truth().user(survey.agentUri(agent, DOMAIN), facts);
        }
        new CallCentre(world, network, survey, DOMAIN, draws.of("centre")).open(days);
        Season season = new Season(world.timeline().nowNanos(), days);
        new Calls(world, society, network, DOMAIN).hour(season, 0, settings.whole(CALLS));
    }
}
