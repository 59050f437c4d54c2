package org.sipsleuth.simulate.scenario.social;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.social.society.Days;
import org.sipsleuth.simulate.scenario.social.society.Member;
import org.sipsleuth.simulate.scenario.social.society.Organisation;
import org.sipsleuth.simulate.scenario.social.society.Outsiders;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserFacts;

/// Puts the malicious calls of a table among the others, each row at a random time.
final class Misuse {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final int FIRST_SPAMMER = 5_000_000;
    private static final int FIRST_EXPENSIVE = 7_000_000;
    private static final int NUMBERS_OF_A_ROW = 1_000;

    private final World world;
    private final Organisation society;
    private final PhoneNetwork network;
    private final String domain;
    private final MisusePlan plan;
    private final Days days;
    private final SeededRandom draws;
    private final Map<Integer, MemberMisuse> victims = new HashMap<>();

    /// Members chosen so far, and those of them who are active; by kind of attack.
    private final Map<TrafficClass, int[]> chosen = new HashMap<>();

    /// Of a member.
    private record MemberMisuse(Attack attack, MisuseDays days) {}

    Misuse(World world, Organisation society, PhoneNetwork network, String domain, MisusePlan plan) {
        this.world = world;
        this.society = society;
        this.network = network;
        this.domain = domain;
        this.plan = plan;
        this.days = new Days(world.timeline().nowNanos());
        this.draws = world.draws().of("misuse");
    }

    /// What the ground truth states about a member: those whose accounts are misused, and those
    /// whom spam callers call, are not normal (paper 5, Table 5).
    UserFacts facts(Member member) {
        UserFacts facts = member.facts(days);
        MemberMisuse misuse = victims.get(member.number());
        return misuse == null ? facts : facts.misusedBy(misuse.attack(), misuse.days());
    }

    /// Plans all rows.
    ///
    /// @param usualDays how long there are calls, unless the capture ends earlier
    void plan(int usualDays) {
        double there = world.fitting(usualDays * SECONDS_PER_DAY) / SECONDS_PER_DAY;
        List<Long> counts = plan.counts();
        for (int i = 0; i < plan.table().rows().size(); i++) {
            Injection row = plan.table().rows().get(i);
            int last = (int) Math.max(1, Math.ceil(there));
            int first = (int) (plan.firstDays() * there / usualDays);
            int lasts = Math.min(row.days(), last - first);
            first += draws.below(last - first - lasts + 1);
            long count = counts.get(i);
            if (there < usualDays) { // what fits into a real capture, something of each row
                double share = Math.min(1, there / Math.min(row.days(), usualDays));
                count = Math.max(1, (long) (count * share));
            }
            plan(row, i, DailyCalls.of(row, days, first, lasts, count, plan.rampDays()));
        }
    }

    private void plan(Injection row, int number, DailyCalls daily) {
        String story = row.isSpit() ? "unwanted calls to members" : "accounts of members misused";
        AttackKind kind = row.isSpit() ? AttackKind.SPIT : AttackKind.TOLL_FRAUD;
        AttackPlan planned = AttackPlan.of(row.trafficClass(), kind, story);
        Attack attack = world.truth().attack(row.isSpit() ? planned.behindCarrier() : planned);
        MisuseDays dates = daily.dates(days);
        List<Member> inside = row.hasVictims() ? victims(row, daily.firstDay()) : everybody(daily);
        if (row.hasVictims()) {
            inside.forEach(one -> victims.put(one.number(), new MemberMisuse(attack, dates)));
        }
        int outside = plan.scaled(row.outside());
        int base = (row.isSpit() ? FIRST_SPAMMER : FIRST_EXPENSIVE) + number * NUMBERS_OF_A_ROW;
        for (int i = 0; row.isSpit() && i < outside; i++) {
            UserFacts facts = UserFacts.of(TrafficClass.SPIT).misusedBy(attack, dates);
            world.truth().user(Outsiders.uri(base + i, domain), facts);
        }
        InjectedCalls.Parties parties = new InjectedCalls.Parties(inside, base, outside);
        InjectedCalls calls = new InjectedCalls(world, network, domain, row, attack, parties);
        for (int day : daily.days()) {
            long count = daily.count(day);
            world.timeline().at(days.midnightNanos(day), () -> calls.plan(days, day, count));
        }
    }

    private List<Member> everybody(DailyCalls daily) {
        return society.members().stream().filter(one -> one.isPresent(daily.firstDay())).toList();
    }

    /// Members who are there, stay as they are and are nobody's victims yet; of all victims of a
    /// kind of attack, the planned share is active.
    private List<Member> victims(Injection row, int day) {
        int[] soFar = chosen.computeIfAbsent(row.trafficClass(), _ -> new int[2]);
        int all = plan.scaled(row.inside());
        double share = plan.activeVictims(row);
        long active = Math.round((soFar[0] + all) * share) - soFar[1];
        List<Member> order = society.shuffled(draws);
        List<Member> victims = new ArrayList<>();
        take(order, true, day, active, victims);
        soFar[1] += victims.size();
        take(order, false, day, all, victims);
        take(order, true, day, all, victims); // if there are too few others
        soFar[0] += victims.size();
        return victims;
    }

    /// @param until how many there shall be
    private void take(List<Member> order, boolean active, int day, long until, List<Member> victims) {
        for (Member member : order) {
            boolean isCandidate =
                    member.isPresent(day) && member.change().isEmpty() && member.first().active() == active
                            && !this.victims.containsKey(member.number()) && !victims.contains(member);
            if (isCandidate && victims.size() < until) {
                victims.add(member);
            }
        }
    }
}
