package org.sipsleuth.simulate.scenario.social;

import java.util.List;
import org.sipsleuth.truth.TrafficClass;

/// Malicious calls that are put among the others: a row of paper 5, Table 4, or all of Table 6.
///
/// @param days how long it goes on
/// @param weekends whether it goes on at weekends
/// @param fromHour the first hour of a day
/// @param toHour the hour in which nothing begins any more
/// @param calls its calls in the paper
/// @param inside members who are called by spam callers, or whose accounts are misused; 0: spam
///     callers call everybody, and no member counts as their victim
/// @param outside spam callers, or expensive numbers
record Injection(TrafficClass trafficClass, int days, boolean weekends, int fromHour, int toHour, long calls,
        int inside, int outside) {

    boolean isSpit() {
        return trafficClass == TrafficClass.SPIT;
    }

    boolean hasVictims() {
        return inside > 0;
    }

    /// The malicious calls of an experiment.
    ///
    /// @param rows what happens, each at a time of its own
    /// @param ofCalls the normal calls to which they are added
    /// @param ofMembers the members of whom the victims are some
    record Table(List<Injection> rows, long ofCalls, int ofMembers) {

        Table {
            rows = List.copyOf(rows);
        }

        /// All calls in the paper.
        long calls() {
            return rows.stream().mapToLong(Injection::calls).sum();
        }
    }

    /// Two kinds of attacks at several times. They are added to fewer calls in the paper (430,816
    /// with them, all answered); 1,500,000 are those of Table 1.
    static final Table TABLE_4 = new Table(List.of(new Injection(TrafficClass.SPIT, 14, false, 8, 17, 40_000, 30, 30),
            new Injection(TrafficClass.SPIT, 7, false, 8, 12, 30_000, 40, 30),
            new Injection(TrafficClass.SPIT, 7, false, 11, 18, 30_000, 40, 30),
            new Injection(TrafficClass.TOLL_FRAUD, 28, true, 8, 23, 80_000, 40, 30),
            new Injection(TrafficClass.TOLL_FRAUD, 14, false, 8, 17, 20_000, 20, 30)), 1_500_000, 8_498);

    /// Calls of the tool Spitter from 20 callers; how long it ran is not given.
    static final Table TABLE_6 =
            new Table(List.of(new Injection(TrafficClass.SPIT, 14, false, 8, 18, 1_872, 0, 20)), 3_128, 100);
}
