package org.sipsleuth.simulate.scenario.social;

import java.util.List;
import org.sipsleuth.truth.TrafficClass;

/// Malicious calls that are put among the others: a row of paper 5, Table 4.
///
/// @param days how long it goes on
/// @param weekends whether it goes on at weekends
/// @param fromHour the first hour of a day
/// @param toHour the hour in which nothing begins any more
/// @param calls in all, of the 1,500,000 that there are
/// @param inside members who are called by spam callers, or whose accounts are misused
/// @param outside spam callers, or expensive numbers
record Injection(
        TrafficClass trafficClass,
        int days,
        boolean weekends,
        int fromHour,
        int toHour,
        long calls,
        int inside,
        int outside) {

    static final long OF_CALLS = 1_500_000;

    /// All rows.
    static final List<Injection> TABLE_4 =
            List.of(
                    new Injection(TrafficClass.SPIT, 14, false, 8, 17, 40_000, 30, 30),
                    new Injection(TrafficClass.SPIT, 7, false, 8, 12, 30_000, 40, 30),
                    new Injection(TrafficClass.SPIT, 7, false, 11, 18, 30_000, 40, 30),
                    new Injection(TrafficClass.TOLL_FRAUD, 28, true, 8, 23, 80_000, 40, 30),
                    new Injection(TrafficClass.TOLL_FRAUD, 14, false, 8, 17, 20_000, 20, 30));

    boolean isSpit() {
        return trafficClass == TrafficClass.SPIT;
    }
}
