package org.sipsleuth.simulate.scenario.social;

import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.social.society.Days;
import org.sipsleuth.simulate.scenario.social.society.Member;
import org.sipsleuth.simulate.scenario.social.society.Outsiders;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// The calls of one attack: between some members and some people outside.
final class InjectedCalls {

    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    /// Those between whom the calls are.
    ///
    /// @param inside the members that it concerns
    /// @param base the first number outside
    /// @param outside how many numbers outside there are
    record Parties(List<Member> inside, int base, int outside) {

        Parties {
            inside = List.copyOf(inside);
        }
    }

    private final World world;
    private final PhoneNetwork network;
    private final String domain;
    private final Injection row;
    private final Attack attack;
    private final Parties parties;
    private final SeededRandom draws;
    private int made;

    InjectedCalls(World world, PhoneNetwork network, String domain, Injection row, Attack attack, Parties parties) {
        this.world = world;
        this.network = network;
        this.domain = domain;
        this.row = row;
        this.attack = attack;
        this.parties = parties;
        this.draws = world.draws().of("misuse " + attack.id());
    }

    /// Plans the calls of a day, at random times of its hours.
    void plan(Days days, int day, long count) {
        long midnight = days.midnightNanos(day);
        long begin = world.timeline().nowNanos();
        long from = Math.max(begin, midnight + row.fromHour() * NANOS_PER_HOUR);
        long to = Math.min(world.endNanos(), midnight + row.toHour() * NANOS_PER_HOUR);
        if (to <= from) { // a real capture has nothing of these hours: what it has of the day
            from = Math.max(begin, midnight);
            to = Math.max(from + 1, Math.min(world.endNanos(), midnight + Days.NANOS_PER_DAY));
        }
        for (long i = 0; i < count; i++) {
            world.timeline().at(draws.between(from, to - 1), this::call);
        }
    }

    /// The first calls are between all in turn, so that everybody has one.
    private void call() {
        int number = made++;
        List<Member> inside = parties.inside();
        Member member = number < inside.size() ? inside.get(number) : draws.of(inside);
        int place = number < parties.outside() ? number : draws.below(parties.outside());
        String other = Outsiders.uri(parties.base() + place, domain);
        boolean answered = draws.chance(row.isSpit() ? 0.6 : 0.9);
        double talk = row.isSpit() ? 2 + draws.exponential(8) : 30 + draws.exponential(300);
        PhoneCall call = new PhoneCall(row.isSpit() ? other : member.uri(domain),
                row.isSpit() ? member.uri(domain) : other, answered ? 200 : 487, 1 + draws.exponential(6),
                answered ? talk : 0, !row.isSpit(), Label.of(attack));
        network.play(call, row.isSpit() ? -1 : member.number());
    }
}
