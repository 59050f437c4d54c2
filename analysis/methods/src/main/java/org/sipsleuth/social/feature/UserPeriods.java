package org.sipsleuth.social.feature;

import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;

/// The periods in which a user has calls.
final class UserPeriods {

    /// Hears of a period with calls.
    @FunctionalInterface
    interface Visitor {
        /// The calls are those of the user from one place on, before another.
        void visit(int period, int first, int end);
    }

    private UserPeriods() {}

    /// Goes through the periods in their order.
    static void visit(CallRecords records, UserCalls calls, int user, Periods periods, Visitor visitor) {
        int count = calls.count(user);
        int first = 0;
        int period = 0;
        while (first < count && period < periods.count()) {
            long from = periods.startOf(period);
            long to = periods.endOf(period);
            while (first < count && records.startNanos(calls.call(user, first)) < from) {
                first++;
            }
            if (first < count && records.startNanos(calls.call(user, first)) < to) {
                int end = first + 1;
                while (end < count && records.startNanos(calls.call(user, end)) < to) {
                    end++;
                }
                visitor.visit(period, first, end);
                period++;
            } else if (first < count) {
                period = periods.firstEndingAfter(records.startNanos(calls.call(user, first)));
            }
        }
    }
}
