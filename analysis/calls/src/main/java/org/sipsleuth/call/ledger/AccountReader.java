package org.sipsleuth.call.ledger;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.run.RunMonitor;

/// Reads the calls that one account after the other made, in the order of time.
final class AccountReader {

    private static final long NANOS_IN_MILLI = 1_000_000;
    private static final long NANOS_IN_DAY = 86_400_000_000_000L;
    private static final int CALLS_BETWEEN_CHECKS = 1 << 12;

    private final CallRecords records;
    private final int from;
    private final RunMonitor monitor;
    private final Callees callees;
    private final CallerCalls made;
    private final int[] placed; // the calls of all rows, row by row
    private int place;
    private int read;

    AccountReader(CallRecords records, Function<String, Destination> numbers, int from, int to, RunMonitor monitor) {
        this.records = records;
        this.from = from;
        this.monitor = monitor;
        callees = new Callees(records.users(), numbers);
        made = new CallerCalls(records, to);
        placed = new int[to - from];
    }

    /// The account of a user, each of whose rows is handed on.
    LedgerAccount read(int user, Consumer<LedgerRow> rows) {
        String name = records.users().get(user);
        int end = made.end(user);
        int first = firstOf(user);
        Map<Integer, RangeCalls> byRange = byRange(user);
        for (RangeCalls each : byRange.values()) {
            place = each.placeAt(place);
        }
        for (int at = first; at < end; at++) {
            int call = made.call(at);
            RangeCalls calls = byRange.get(callees.range(records.callee(call)));
            if (calls != null) {
                placed[calls.nextPlace()] = call;
            }
        }
        LedgerSums sums = LedgerSums.NONE;
        int newRanges = 0;
        for (Map.Entry<Integer, RangeCalls> each : byRange.entrySet()) {
            RangeCalls calls = each.getValue();
            CallPeak peak = peak(calls.placesBegin(), calls.placesEnd(), at -> placed[at]);
            rows.accept(calls.row(user, name, callees.named(each.getKey()), peak, placed));
            sums = sums.plus(calls.sums());
            newRanges += calls.isNew() ? 1 : 0;
        }
        return new LedgerAccount(user, name, sums, byRange.size(), newRanges, peak(first, end, made::call));
    }

    /// The place of the first call of a user that counts.
    private int firstOf(int user) {
        int first = made.begin(user);
        while (first < made.end(user) && made.call(first) < from) {
            first++;
        }
        return first;
    }

    /// The calls by the number of their range.
    private Map<Integer, RangeCalls> byRange(int user) {
        Map<Integer, RangeCalls> byRange = new LinkedHashMap<>();
        Set<Integer> calledBefore = new HashSet<>(); // before the first call that counts
        int begin = made.begin(user);
        long day = Long.MIN_VALUE;
        int earlierDays = -1;
        int earlierCalls = 0;
        for (int at = begin; at < made.end(user); at++) {
            if (++read % CALLS_BETWEEN_CHECKS == 0) {
                monitor.throwIfCancelled();
            }
            int call = made.call(at);
            long itsDay = Math.floorDiv(records.startNanos(call), NANOS_IN_DAY);
            if (itsDay != day) {
                day = itsDay;
                earlierDays++;
                earlierCalls = at - begin;
            }
            int range = callees.range(records.callee(call));
            if (call < from) {
                calledBefore.add(range);
                continue;
            }
            boolean isNew = earlierDays >= Ledger.FEWEST_EARLIER_DAYS && earlierCalls >= Ledger.FEWEST_EARLIER_CALLS
                    && !callees.named(range).isInternal() && !calledBefore.contains(range);
            byRange.computeIfAbsent(range, first -> new RangeCalls(isNew))
                    .add(records, call, callees.price(records.callee(call)));
        }
        return byRange;
    }

    /// The most simultaneous calls between two places.
    ///
    /// @param calls the call at a place, in the order of time
    private CallPeak peak(int first, int end, IntUnaryOperator calls) {
        long[] begins = new long[end - first];
        long[] ends = new long[end - first];
        int answered = 0;
        for (int at = first; at < end; at++) {
            int call = calls.applyAsInt(at);
            if (records.isAnswered(call)) {
                begins[answered] = records.startNanos(call);
                ends[answered++] = CallPeak.end(records.startNanos(call), records.talkMillis(call) * NANOS_IN_MILLI);
            }
        }
        return CallPeak.of(Arrays.copyOf(begins, answered), Arrays.copyOf(ends, answered));
    }
}
