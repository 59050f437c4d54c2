package org.sipsleuth.simulate.scenario.social;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// Puts the malicious calls of Table 4 among the others, each row at a time by chance, its calls in
/// the share that it has in the paper.
final class Misuse {

    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int FIRST_SPAMMER = 5_000_000;
    private static final int FIRST_EXPENSIVE = 7_000_000;

    /// Shares of members do not grow below this size of the organisation.
    private static final double MEMBERS_OF_PAPER = 8_498;

    private final World world;
    private final Organisation society;
    private final PhoneNetwork network;
    private final String domain;
    private final long calls;
    private final SeededRandom draws;
    private final Map<Integer, TrafficClass> classes = new HashMap<>();

    Misuse(World world, Organisation society, PhoneNetwork network, String domain, long calls) {
        this.world = world;
        this.society = society;
        this.network = network;
        this.domain = domain;
        this.calls = calls;
        this.draws = world.draws().of("misuse");
    }

    /// What a member is: those whose accounts are misused, and those whom spam callers call, are
    /// not normal (paper 5, Table 5).
    TrafficClass classOf(Member member) {
        return classes.getOrDefault(member.number(), TrafficClass.NORMAL);
    }

    /// Plans all rows.
    ///
    /// @param days how long there are calls
    void plan(int days) {
        int number = 0;
        for (Injection row : Injection.TABLE_4) {
            plan(row, days, number++);
        }
    }

    private void plan(Injection row, int days, int number) {
        String story = row.isSpit() ? "unwanted calls to members" : "accounts of members misused";
        AttackKind kind = row.isSpit() ? AttackKind.SPIT : AttackKind.TOLL_FRAUD;
        Attack attack = world.truth().attack(AttackPlan.of(row.trafficClass(), kind, story));
        int victims = scaled(row.inside());
        List<Member> inside = new ArrayList<>();
        while (inside.size() < victims) {
            Member member = draws.of(society.members());
            if (classes.putIfAbsent(member.number(), row.trafficClass()) == null) {
                inside.add(member);
            }
        }
        int outside = scaled(row.outside());
        int base = (row.isSpit() ? FIRST_SPAMMER : FIRST_EXPENSIVE) + number * 1_000;
        for (int i = 0; row.isSpit() && i < outside; i++) {
            world.truth().user(Organisation.outside(base + i, domain), TrafficClass.SPIT);
        }
        double there = world.fitting(days * SECONDS_PER_DAY) / SECONDS_PER_DAY;
        int thereDays = (int) Math.max(1, Math.ceil(there));
        int lasts = Math.min(row.days(), thereDays);
        int first = draws.below(thereDays - lasts + 1);
        double share = Math.min(1, there / Math.min(row.days(), days));
        long usual = row.calls() * calls / Injection.OF_CALLS;
        long count = Math.max(1, (long) (usual * share));
        new Row(row, attack, inside, base, outside).day(first, first + lasts, count);
    }

    private int scaled(int ofPaper) {
        double share = Math.min(1, society.members().size() / MEMBERS_OF_PAPER);
        return (int) Math.max(1, Math.round(ofPaper * share));
    }

    /// One row, day by day.
    private final class Row {
        private final Injection row;
        private final Attack attack;
        private final List<Member> inside;
        private final int base;
        private final int outside;
        private final long begin = world.timeline().nowNanos();

        Row(Injection row, Attack attack, List<Member> inside, int base, int outside) {
            this.row = row;
            this.attack = attack;
            this.inside = inside;
            this.base = base;
            this.outside = outside;
        }

        /// Plans the calls of a day, and the day after it.
        void day(int day, int end, long left) {
            if (day == end || left <= 0) {
                return;
            }
            boolean rests = !row.weekends() && isWeekend(day);
            long count = rests ? 0 : Math.max(1, left / Math.max(1, workingDays(day, end)));
            long midnight =
                    Math.floorDiv(begin, NANOS_PER_DAY) * NANOS_PER_DAY + day * NANOS_PER_DAY;
            long from = Math.max(begin, midnight + row.fromHour() * NANOS_PER_HOUR);
            long to = Math.min(world.endNanos(), midnight + row.toHour() * NANOS_PER_HOUR);
            if (to <= from) { // a real capture has nothing of these hours: what it has of the day
                from = Math.max(begin, midnight);
                to = Math.max(from + 1, Math.min(world.endNanos(), midnight + NANOS_PER_DAY));
            }
            for (long i = 0; i < Math.min(left, count); i++) {
                world.timeline().at(draws.between(from, to - 1), this::call);
            }
            world.timeline().at(midnight + NANOS_PER_DAY, () -> day(day + 1, end, left - count));
        }

        private long workingDays(int from, int end) {
            long count = 0;
            for (int day = from; day < end; day++) {
                count += row.weekends() || !isWeekend(day) ? 1 : 0;
            }
            return count;
        }

        private boolean isWeekend(int day) {
            long sinceEpoch = Math.floorDiv(begin, NANOS_PER_DAY) + day;
            return Math.floorMod(sinceEpoch + 3, DAYS_OF_A_WEEK) >= 5; // the epoch was a Thursday
        }

        private void call() {
            Member member = draws.of(inside);
            String other = Organisation.outside(base + draws.below(outside), domain);
            boolean answered = draws.chance(row.isSpit() ? 0.6 : 0.9);
            double talk = row.isSpit() ? 2 + draws.exponential(8) : 30 + draws.exponential(300);
            PhoneCall call =
                    new PhoneCall(
                            row.isSpit() ? other : member.uri(domain),
                            row.isSpit() ? member.uri(domain) : other,
                            answered ? 200 : 487,
                            1 + draws.exponential(6),
                            answered ? talk : 0,
                            !row.isSpit(),
                            Label.of(attack));
            network.play(call, row.isSpit() ? -1 : member.number());
        }
    }
}
