package org.sipsleuth.social.feature;

import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;

/// How many calls users make and receive in periods: what [FeatureTable] has as
/// [Feature#CALLS_MADE] and [Feature#CALLS_RECEIVED], without a row of all features.
public final class CallCounts {

    private final CallRecords records;
    private final UserCalls calls;
    private final Periods periods;

    /// @param calls of the users of the records
    public CallCounts(CallRecords records, UserCalls calls, Periods periods) {
        this.records = records;
        this.calls = calls;
        this.periods = periods;
    }

    /// Hears of a user in a period with calls.
    @FunctionalInterface
    public interface Visitor {
        /// Hears of the next period.
        ///
        /// @param calls how many are made and received
        /// @param made calls made on a day with calls
        /// @param received calls received on a day with calls
        void visit(int calls, double made, double received);
    }

    /// Goes through the periods in which a user has calls, in order.
    ///
    /// @param user as a number of the records' users
    public void visit(int user, Visitor visitor) {
        UserPeriods.visit(records, calls, user, periods, (_, first, end) -> {
            int made = 0;
            int days = 0;
            int lastDay = -1;
            for (int place = first; place < end; place++) {
                int call = calls.call(user, place);
                made += records.caller(call) == user ? 1 : 0;
                int day = periods.day(records.startNanos(call));
                days += day == lastDay ? 0 : 1;
                lastDay = day;
            }
            int count = end - first;
            visitor.visit(count, (double) made / days, (double) (count - made) / days);
        });
    }
}
