package org.sipsleuth.simulate.scenario.social.society;

import java.util.Optional;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserChange;
import org.sipsleuth.truth.UserFacts;

/// Somebody of the organisation.
///
/// @param number the place among all members, from 0
/// @param joins the first day on which the member calls or is called; 0 for those who are there
///     from the beginning
/// @param first the habits on that day
/// @param change what becomes different later
public record Member(int number, int joins, Habits first, Optional<Change> change) {

    /// The address of record of the member with a number.
    public static String uri(int number, String domain) {
        return "sip:" + (20_001 + number) + "@" + domain;
    }

    public String uri(String domain) {
        return uri(number, domain);
    }

    public boolean isPresent(int day) {
        return day >= joins;
    }

    public boolean isNewcomer() {
        return joins > 0;
    }

    public Habits habits(int day) {
        return change.filter(latest -> day >= latest.day()).map(Change::habits).orElse(first);
    }

    Member changing(Change its) {
        return new Member(number, joins, first, Optional.of(its));
    }

    /// What the ground truth states about the member before any attack.
    public UserFacts facts(Days days) {
        UserFacts facts = UserFacts.of(TrafficClass.NORMAL).in(first.departmentText(), first.roleText());
        if (isNewcomer()) {
            facts = facts.joining(days.date(joins));
        }
        if (change.isEmpty()) {
            return facts;
        }
        Change its = change.get();
        return facts.changing(new UserChange(days.date(its.day()), its.kind().text(), its.habits().departmentText(),
                its.habits().roleText()));
    }
}
