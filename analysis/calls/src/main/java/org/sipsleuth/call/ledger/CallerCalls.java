package org.sipsleuth.call.ledger;

import org.sipsleuth.call.record.CallRecords;

/// The calls that each user made, in the order of time: 4 bytes for each call.
final class CallerCalls {

    private final int[] calls;
    private final int[] ends; // of each user; they begin where those of the one before end

    /// @param to only the calls before this one
    CallerCalls(CallRecords records, int to) {
        ends = new int[records.users().size()];
        for (int call = 0; call < to; call++) {
            ends[records.caller(call)]++;
        }
        int sum = 0;
        for (int user = 0; user < ends.length; user++) {
            int count = ends[user];
            ends[user] = sum;
            sum += count;
        }
        calls = new int[sum];
        for (int call = 0; call < to; call++) {
            calls[ends[records.caller(call)]++] = call;
        }
    }

    /// Where the calls of a user begin.
    int begin(int user) {
        return user == 0 ? 0 : ends[user - 1];
    }

    /// Where they end.
    int end(int user) {
        return ends[user];
    }

    /// The call at a place, as a number of the records.
    int call(int place) {
        return calls[place];
    }
}
