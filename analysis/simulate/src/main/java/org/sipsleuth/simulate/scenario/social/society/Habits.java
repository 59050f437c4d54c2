package org.sipsleuth.simulate.scenario.social.society;

import java.util.List;

/// How a member telephones, as long as that stays as it is.
///
/// @param active whether the member telephones on many days
/// @param department from 0
/// @param dials the calls that the member makes in half a year of the paper
/// @param receives the calls that the member receives in half a year of the paper
/// @param colleagues the numbers of members that are called, most often the first
/// @param contacts the numbers of people outside that are called, most often the first
public record Habits(boolean active, Role role, int department, double dials, double receives, List<Integer> colleagues,
        List<Integer> contacts) {

    public Habits {
        colleagues = List.copyOf(colleagues);
        contacts = List.copyOf(contacts);
    }

    /// The same with other contacts.
    Habits withContacts(List<Integer> others) {
        return new Habits(active, role, department, dials, receives, colleagues, others);
    }

    /// The department, as ground truth names it: `D1`.
    String departmentText() {
        return "D" + (department + 1);
    }

    /// Activity and role, as ground truth names them: `active caller`.
    String roleText() {
        return (active ? "active " : "inactive ") + role.text();
    }
}
