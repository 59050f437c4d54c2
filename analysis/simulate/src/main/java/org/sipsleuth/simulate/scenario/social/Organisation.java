package org.sipsleuth.simulate.scenario.social;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;

/// The members of an organisation, in departments, each in one of the three roles of paper 5,
/// Table 3: mainly called, mainly calling, or both; and the people outside.
final class Organisation {

    /// Active members: 1,985 of 8,498 (paper 5, Table 5).
    private static final double ACTIVE = 0.234;

    /// An active member telephones so many times as much as one who is not (Table 1: 63 % of the
    /// calls from 1,780 members, 14 % from 5,520).
    private static final double ACTIVE_WEIGHT = 14;

    /// The shares of the roles among 1,780 active members (§5.1.2: 619, 674, 487).
    private static final double CALLED = 0.35;

    private static final double CALLING = 0.38;
    private static final double SIGMA = 0.7;
    private static final double OUTSIDERS_PER_MEMBER = 5;

    private final List<Member> members = new ArrayList<>();
    private final double[] dials;
    private final double[] receives;
    private final int outsiders;

    /// @param count members
    /// @param departments groups that mostly call each other
    Organisation(SeededRandom draws, int count, int departments) {
        outsiders = (int) Math.max(10, count * OUTSIDERS_PER_MEMBER);
        for (int i = 0; i < count; i++) {
            members.add(member(draws, i, count, departments));
        }
        dials = sums(members.stream().mapToDouble(Member::dials).toArray());
        receives = sums(members.stream().mapToDouble(Member::receives).toArray());
    }

    private Member member(SeededRandom draws, int number, int count, int departments) {
        boolean active = draws.chance(ACTIVE);
        double weight = (active ? ACTIVE_WEIGHT : 1) * draws.logNormal(1, SIGMA);
        double role = draws.unit();
        boolean called = role < CALLED;
        boolean calling = !called && role < CALLED + CALLING;
        boolean social = draws.chance(0.07);
        int friends = 2 + (int) Math.min(40, draws.pareto(2, 1.1));
        int contacts = social ? 200 + draws.below(400) : 3 + (int) Math.min(80, draws.pareto(3, 1));
        List<Integer> colleagues = new ArrayList<>();
        for (int i = 0; i < friends; i++) {
            boolean same = draws.chance(0.8);
            int other = draws.below(count);
            int near = other - other % departments + number % departments;
            colleagues.add(same && near < count ? near : other);
        }
        List<Integer> outside = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            outside.add(draws.chance(0.3) ? draws.zipf(outsiders, 0.8) : draws.below(outsiders));
        }
        return new Member(
                number,
                active,
                colleagues,
                outside,
                weight * (called ? 0.08 : calling ? 1.6 : 1),
                weight * (called ? 2 : calling ? 0.15 : 1));
    }

    private static double[] sums(double[] weights) {
        for (int i = 1; i < weights.length; i++) {
            weights[i] += weights[i - 1];
        }
        return weights;
    }

    /// All members.
    List<Member> members() {
        return members;
    }

    /// A member who calls.
    Member caller(SeededRandom draws) {
        return one(draws, dials);
    }

    /// A member who is called from outside.
    Member called(SeededRandom draws) {
        return one(draws, receives);
    }

    private Member one(SeededRandom draws, double[] sums) {
        int place = Arrays.binarySearch(sums, draws.unit() * sums[sums.length - 1]);
        return members.get(Math.min(members.size() - 1, place >= 0 ? place : -1 - place));
    }

    /// Somebody outside.
    int outsider(SeededRandom draws) {
        return draws.zipf(outsiders, 0.7);
    }

    /// The address of somebody outside.
    static String outside(int number, String domain) {
        return "sip:+9991" + (10_000_000 + number) + "@" + domain;
    }
}
