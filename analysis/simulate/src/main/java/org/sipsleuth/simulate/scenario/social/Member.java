package org.sipsleuth.simulate.scenario.social;

import java.util.List;

/// Somebody of the organisation.
///
/// @param number the place among all members, from 0
/// @param active whether the member telephones on many days
/// @param colleagues the numbers of members that are called, most often the first
/// @param contacts the numbers of people outside that are called, most often the first
/// @param dials how many calls come from this member, compared with others
/// @param receives how many calls from outside go to this member, compared with others
record Member(
        int number,
        boolean active,
        List<Integer> colleagues,
        List<Integer> contacts,
        double dials,
        double receives) {

    Member {
        colleagues = List.copyOf(colleagues);
        contacts = List.copyOf(contacts);
    }

    String uri(String domain) {
        return "sip:" + (20_001 + number) + "@" + domain;
    }
}
