package org.sipsleuth.simulate.scenario.social.society;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Invents the members of an organisation: departments, activity, roles, colleagues and contacts.
final class Staffing {

    /// Active members: 1,780 of 7,300 (paper 5, Table 1).
    private static final double ACTIVE = 0.244;

    /// Active newcomers: 33 of 1,020 (Table 5).
    private static final double ACTIVE_NEWCOMERS = 0.032;

    /// Mean calls of a member in half a year: 63 % of 1,500,000 by 1,780 active members, 14 % by
    /// 5,520 others (Table 1); what they receive is not given.
    private static final double ACTIVE_DIALS = 531;

    private static final double ACTIVE_RECEIVES = 253;
    private static final double OTHER_DIALS = 38;
    private static final double OTHER_RECEIVES = 12;

    /// How much active members of a role differ: nearly all have answered calls on a quarter of the
    /// days.
    private static final double SIGMA = 0.5;

    /// The share of others who call once or twice; the rest stays below a quarter of the days.
    private static final double RARE = 0.25;

    /// Members who call many people instead of always the same (Table 3: 125 of 1,780).
    private static final double SOCIABLE = 0.07;

    /// Calls to a contact in half a year, so that few people outside are called on many days.
    private static final double CALLS_PER_CONTACT = 18;

    /// Colleagues for each call; an active member calls some 40 others (density 0.023 of 1,780).
    private static final double COLLEAGUES_PER_CALL = 0.16;

    private static final double OWN_DEPARTMENT = 0.8;

    /// A member before anybody is known.
    private record Draft(boolean active, Role role, int department, double dials, double receives) {

        Draft moved(int to) {
            return new Draft(active, role, to, dials, receives);
        }
    }

    private final SeededRandom draws;
    private final OrganisationPlan plan;
    private final Outsiders outsiders;
    private final List<Draft> drafts = new ArrayList<>();
    private final Weights all;
    private final List<Weights> inDepartment = new ArrayList<>();

    Staffing(SeededRandom draws, OrganisationPlan plan, Outsiders outsiders) {
        this.draws = draws;
        this.plan = plan;
        this.outsiders = outsiders;
        List<Boolean> active = activity();
        for (int i = 0; i < plan.members(); i++) {
            drafts.add(draft(active.get(i), i % plan.departments()));
        }
        all = new Weights(drafts.stream().mapToDouble(Draft::receives).toArray());
        for (int i = 0; i < plan.departments(); i++) {
            int department = i;
            inDepartment.add(new Weights(
                    drafts.stream().mapToDouble(one -> one.department() == department ? one.receives() : 0).toArray()));
        }
    }

    /// Who is active; newcomers come last.
    private List<Boolean> activity() {
        if (plan.onlyCallers()) {
            return Collections.nCopies(plan.members(), true);
        }
        int old = plan.members() - plan.newcomers();
        List<Boolean> active = new ArrayList<>(shuffled(old, ACTIVE));
        active.addAll(shuffled(plan.newcomers(), ACTIVE_NEWCOMERS));
        return active;
    }

    private List<Boolean> shuffled(int count, double share) {
        long chosen = Math.round(count * share);
        List<Boolean> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(i < chosen);
        }
        draws.shuffle(list);
        return list;
    }

    private Draft draft(boolean active, int department) {
        Role role = plan.onlyCallers() ? Role.drawnCaller(draws) : Role.drawn(draws);
        return draft(active, role, department);
    }

    private Draft draft(boolean active, Role role, int department) {
        double more = active ? draws.logNormal(1, SIGMA) : draws.chance(RARE) ? 0.1 : seldom();
        return new Draft(active, role, department, more * role.dials(active) * (active ? ACTIVE_DIALS : OTHER_DIALS),
                more * role.receives(active) * (active ? ACTIVE_RECEIVES : OTHER_RECEIVES));
    }

    private double seldom() {
        return 1 + 0.5 * draws.unit();
    }

    /// All members.
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        int old = plan.members() - plan.newcomers();
        for (int i = 0; i < plan.members(); i++) {
            int joins = i < old ? 0 : laterDay();
            members.add(new Member(i, joins, habits(drafts.get(i)), Optional.empty()));
        }
        change(members);
        return List.copyOf(members);
    }

    private int laterDay() {
        int first = Math.max(1, plan.firstDays());
        return first + draws.below(Math.max(1, plan.days() - first));
    }

    private void change(List<Member> members) {
        List<Member> order = new ArrayList<>(members);
        draws.shuffle(order);
        for (int i = 0; i < plan.changes(); i++) {
            Change.Kind kind = Change.Kind.IN_TURN.get(i % Change.Kind.IN_TURN.size());
            for (Member member : order) {
                if (!member.isNewcomer() && kind.concernsActive() == member.first().active()) {
                    members.set(member.number(), member.changing(change(member, kind)));
                    order.remove(member);
                    break;
                }
            }
        }
    }

    private Change change(Member member, Change.Kind kind) {
        Draft before = drafts.get(member.number());
        Habits after = switch (kind) {
            case MORE_CALLS -> habits(draft(true, before.department()));
            case FEWER_CALLS -> habits(draft(false, before.role(), before.department()));
            case ROLE -> habits(draft(true, another(before.role()), before.department()));
            case DEPARTMENT -> habits(before.moved(anotherDepartment(before))).withContacts(member.first().contacts());
        };
        return new Change(laterDay(), kind, after);
    }

    private Role another(Role role) {
        return switch (role) {
            case RECEIVER -> Role.drawnCaller(draws);
            case CALLER, BOTH -> Role.RECEIVER;
        };
    }

    private int anotherDepartment(Draft before) {
        int count = plan.departments();
        return count == 1 ? before.department() : (before.department() + 1 + draws.below(count - 1)) % count;
    }

    private Habits habits(Draft draft) {
        int friends = 4 + (int) (draft.dials() * COLLEAGUES_PER_CALL * draws.logNormal(1, 0.3));
        List<Integer> colleagues = new ArrayList<>();
        for (int i = 0; i < friends; i++) {
            Weights near = inDepartment.get(draft.department());
            boolean same = draws.chance(OWN_DEPARTMENT) && !near.isEmpty();
            colleagues.add((same ? near : all).draw(draws));
        }
        List<Integer> contacts = new ArrayList<>();
        int count = contacts(draft);
        for (int i = 0; i < count; i++) {
            contacts.add(outsiders.contact(draws));
        }
        return new Habits(draft.active(), draft.role(), draft.department(), draft.dials(), draft.receives(), colleagues,
                contacts);
    }

    private int contacts(Draft draft) {
        double calls = draft.dials() + draft.receives();
        boolean sociable = draft.active() && draws.chance(SOCIABLE);
        return sociable ? 20 + (int) (calls * (0.6 + 0.6 * draws.unit()))
                : 3 + (int) (calls / CALLS_PER_CONTACT * draws.logNormal(1, 0.3));
    }
}
