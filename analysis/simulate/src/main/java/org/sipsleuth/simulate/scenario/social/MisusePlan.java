package org.sipsleuth.simulate.scenario.social;

import java.util.ArrayList;
import java.util.List;

/// How many malicious calls there are, and whom they concern.
///
/// @param table what happens
/// @param members the members of the organisation
/// @param calls malicious calls in all; 0 for as many as in the paper for each normal call
/// @param normalCalls all others
/// @param activeCalled the share of active members in those whom spam callers call
/// @param activeMisused the share of active members in those whose accounts are misused
/// @param rampDays days until an attack reaches its maximum rate
/// @param firstDays days without attacks
record MisusePlan(Injection.Table table, int members, long calls, long normalCalls, double activeCalled,
        double activeMisused, int rampDays, int firstDays) {

    /// The calls of each row, in the proportions of the table.
    List<Long> counts() {
        long all = table.calls();
        long total = calls > 0 ? calls : normalCalls * all / table.ofCalls();
        List<Long> counts = new ArrayList<>();
        long before = 0;
        long done = 0;
        for (Injection row : table.rows()) {
            before += row.calls();
            long until = Math.round((double) total * before / all);
            counts.add(calls > 0 ? until - done : Math.max(1, until - done));
            done = until;
        }
        return counts;
    }

    /// A number of users of the paper, for an organisation of this size.
    int scaled(int ofPaper) {
        double share = members / (double) table.ofMembers();
        boolean grows = table.rows().size() == 1;
        return (int) Math.max(1, Math.round(ofPaper * (grows ? share : Math.min(1, share))));
    }

    /// The share of active members in those whom a row concerns.
    double activeVictims(Injection row) {
        return row.isSpit() ? activeCalled : activeMisused;
    }
}
