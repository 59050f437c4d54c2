package org.sipsleuth.simulate.scenario.social.society;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.simulate.clock.SeededRandom;

/// The members of an organisation, day by day, and who of them calls or is called how often.
public final class Organisation {

    /// The share of active members in the calls that members make: 63 % of 77 % (paper 5, Table 1).
    private static final double DIALLED_BY_ACTIVE = 63 / 77.0;

    /// Their share in the calls that members receive.
    private static final double RECEIVED_BY_ACTIVE = 0.87;

    private final List<Member> members;
    private final Outsiders outsiders;
    private final BitSet changes = new BitSet();
    private int day = -1;
    private Weights activeCallers = new Weights();
    private Weights otherCallers = new Weights();
    private Weights activeCalled = new Weights();
    private Weights otherCalled = new Weights();

    public Organisation(SeededRandom draws, OrganisationPlan plan) {
        outsiders = new Outsiders(draws.of("outsiders"), plan.outsiders());
        members = new Staffing(draws, plan, outsiders).members();
        for (Member member : members) {
            changes.set(member.joins());
            member.change().ifPresent(change -> changes.set(change.day()));
        }
        day(0);
    }

    /// All members, also those who have not joined yet.
    public List<Member> members() {
        return members;
    }

    public Outsiders outsiders() {
        return outsiders;
    }

    /// Goes to a day, never to an earlier one.
    public void day(int next) {
        int last = changes.previousSetBit(next);
        boolean differs = last > day;
        day = next;
        if (differs) {
            activeCallers = weights(true, Habits::dials);
            otherCallers = weights(false, Habits::dials);
            activeCalled = weights(true, Habits::receives);
            otherCalled = weights(false, Habits::receives);
        }
    }

    private Weights weights(boolean active, ToDoubleFunction<Habits> weight) {
        return new Weights(members.stream().mapToDouble(member -> {
            Habits its = habits(member);
            boolean counts = member.isPresent(day) && its.active() == active;
            return counts ? weight.applyAsDouble(its) : 0;
        }).toArray());
    }

    /// The habits of a member today.
    public Habits habits(Member member) {
        return member.habits(day);
    }

    /// A member who calls.
    public Member caller(SeededRandom draws) {
        return one(draws, DIALLED_BY_ACTIVE, activeCallers, otherCallers);
    }

    /// A member who is called from outside.
    public Member called(SeededRandom draws) {
        return one(draws, RECEIVED_BY_ACTIVE, activeCalled, otherCalled);
    }

    private Member one(SeededRandom draws, double share, Weights active, Weights others) {
        boolean isActive = draws.chance(share);
        Weights weights = (isActive && !active.isEmpty()) || others.isEmpty() ? active : others;
        return members.get(weights.draw(draws));
    }

    /// A colleague whom a member calls today, or the member itself if there is none.
    public Member colleague(SeededRandom draws, Member caller) {
        List<Integer> known = habits(caller).colleagues();
        Member other = members.get(often(draws, known));
        return other.isPresent(day) ? other : caller;
    }

    /// One of a list, the first ones more often.
    public static int often(SeededRandom draws, List<Integer> known) {
        return known.get(draws.zipf(known.size(), 0.5));
    }

    /// A copy of the members in an order of their own.
    public List<Member> shuffled(SeededRandom draws) {
        List<Member> all = new ArrayList<>(members);
        draws.shuffle(all);
        return all;
    }
}
