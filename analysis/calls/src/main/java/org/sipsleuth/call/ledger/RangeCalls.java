package org.sipsleuth.call.ledger;

import org.sipsleuth.call.record.CallRecords;

/// The calls of one account to one range while they are read in the order of time.
final class RangeCalls {

    private final boolean isNew;
    private LedgerSums sums = LedgerSums.NONE;
    private long firstNanos;
    private long lastNanos;
    private long longestMillis;
    private int from;
    private int placed;

    RangeCalls(boolean isNew) {
        this.isNew = isNew;
    }

    boolean isNew() {
        return isNew;
    }

    LedgerSums sums() {
        return sums;
    }

    /// @param price per minute; NaN if it is not known
    void add(CallRecords records, int call, double price) {
        if (sums.calls() == 0) {
            firstNanos = records.startNanos(call);
        }
        lastNanos = records.startNanos(call);
        if (records.isAnswered(call)) {
            long millis = records.talkMillis(call);
            longestMillis = Math.max(longestMillis, millis);
            sums = sums.plusAnswered(millis, price);
        } else {
            sums = sums.plusUnanswered();
        }
    }

    /// Where its calls are to be placed; returns where they end.
    int placeAt(int start) {
        from = start;
        return start + sums.calls();
    }

    /// The place of its next call.
    int nextPlace() {
        return from + placed++;
    }

    /// The place behind that of its last call.
    int placesEnd() {
        return from + sums.calls();
    }

    /// The place of its first call.
    int placesBegin() {
        return from;
    }

    LedgerRow row(int account, String name, DestinationRange range, CallPeak peak, int[] placedCalls) {
        return new LedgerRow(account, name, range, sums, firstNanos, lastNanos, longestMillis, peak,
                new CallNumbers(placedCalls, from, sums.calls()), isNew);
    }
}
