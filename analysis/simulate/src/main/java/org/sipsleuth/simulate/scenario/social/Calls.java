package org.sipsleuth.simulate.scenario.social;

import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.social.society.Days;
import org.sipsleuth.simulate.scenario.social.society.Member;
import org.sipsleuth.simulate.scenario.social.society.Organisation;
import org.sipsleuth.simulate.scenario.social.society.Outsiders;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// The normal calls of an organisation, hour by hour.
final class Calls {

    /// The share of calls from people outside who call on many days, and of others (paper 5, Table
    /// 1).
    private static final double FROM_ACTIVE_OUTSIDERS = 0.04;

    private static final double FROM_OTHER_OUTSIDERS = 0.19;

    /// Calls of members that stay inside (paper 5, §5: a tenth of all calls are among active
    /// members).
    private static final double INSIDE = 0.18;

    /// Calls from outside by somebody whom the called member knows.
    private static final double KNOWN_CALLER = 0.5;

    /// Calls to the outside to somebody who is not a contact, and how many of these are to somebody
    /// who telephones with the organisation on many days.
    private static final double NEW_CONTACT = 0.15;

    private static final double TO_ACTIVE_OUTSIDERS = 0.6;

    /// The outcome of a call (paper 5, §6.2: 230,816 of 422,687 are answered).
    private static final double[] FATES = {0.55, 0.25, 0.11, 0.05, 0.04};

    private static final int[] STATUS = {200, 487, 486, 480, 404};

    private final World world;
    private final Organisation society;
    private final PhoneNetwork network;
    private final String domain;
    private final Days days;
    private final SeededRandom draws;

    Calls(World world, Organisation society, PhoneNetwork network, String domain) {
        this.world = world;
        this.society = society;
        this.network = network;
        this.domain = domain;
        this.days = new Days(world.timeline().nowNanos());
        this.draws = world.draws().of("calls");
    }

    /// Plans the calls of an hour, and the hour after it.
    ///
    /// @param calls in all hours
    void hour(Season season, int hour, long calls) {
        if (hour == season.hours()) {
            return;
        }
        society.day(days.of(season.atNanos(hour)));
        int count = season.count(hour, calls, draws);
        for (int i = 0; i < count; i++) {
            long at = season.atNanos(hour) + draws.between(0, 3_599_999_999_999L);
            world.timeline().at(at, this::call);
        }
        world.timeline().at(season.atNanos(hour + 1), () -> hour(season, hour + 1, calls));
    }

    private void call() {
        double origin = draws.unit();
        if (origin < FROM_ACTIVE_OUTSIDERS + FROM_OTHER_OUTSIDERS) {
            Member callee = society.called(draws);
            int caller = origin < FROM_ACTIVE_OUTSIDERS ? society.outsiders().active(draws) : callerOf(callee);
            play(Outsiders.uri(caller, domain), callee.uri(domain), -1);
        } else {
            Member caller = society.caller(draws);
            play(caller.uri(domain), callee(caller), caller.number());
        }
    }

    private int callerOf(Member callee) {
        return draws.chance(KNOWN_CALLER) ? draws.of(society.habits(callee).contacts())
                : society.outsiders().inactive(draws);
    }

    private String callee(Member caller) {
        if (draws.chance(INSIDE)) {
            Member other = society.colleague(draws, caller);
            if (other.number() != caller.number()) {
                return other.uri(domain);
            }
        }
        return Outsiders.uri(outside(caller), domain);
    }

    private int outside(Member caller) {
        if (!draws.chance(NEW_CONTACT)) {
            return Organisation.often(draws, society.habits(caller).contacts());
        }
        return draws.chance(TO_ACTIVE_OUTSIDERS) ? society.outsiders().active(draws)
                : society.outsiders().inactive(draws);
    }

    private void play(String caller, String callee, int member) {
        int status = STATUS[draws.weighted(FATES)];
        double ring = 1 + draws.exponential(status == 487 ? 18 : 7);
        double talk = status == 200 ? Math.min(7_200, draws.logNormal(62, 1.3)) : 0;
        PhoneCall call = new PhoneCall(caller, callee, status, ring, talk, draws.chance(0.55), Label.normal());
        network.play(call, member);
    }
}
