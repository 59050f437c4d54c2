package org.sipsleuth.call.record;

/// The calls of each user, made and received, in the order of time: 8 bytes for each call.
/// Immutable.
public final class UserCalls {

    private final int[] calls;

    /// Where the calls of each user end; they begin where those of the one before end.
    private final int[] ends;

    private UserCalls(int[] calls, int[] ends) {
        this.calls = calls;
        this.ends = ends;
    }

    /// Those of all users. A call to oneself is one.
    public static UserCalls of(CallRecords records) {
        int[] ends = new int[records.users().size()];
        for (int call = 0; call < records.size(); call++) {
            ends[records.caller(call)]++;
            if (records.callee(call) != records.caller(call)) {
                ends[records.callee(call)]++;
            }
        }
        int sum = 0;
        for (int user = 0; user < ends.length; user++) {
            int count = ends[user];
            ends[user] = sum;
            sum += count;
        }
        int[] calls = new int[sum];
        for (int call = 0; call < records.size(); call++) {
            calls[ends[records.caller(call)]++] = call;
            if (records.callee(call) != records.caller(call)) {
                calls[ends[records.callee(call)]++] = call;
            }
        }
        return new UserCalls(calls, ends);
    }

    /// How many a user has.
    public int count(int user) {
        return ends[user] - begin(user);
    }

    /// A call of a user, as a number of the records.
    ///
    /// @param place from 0
    public int call(int user, int place) {
        return calls[begin(user) + place];
    }

    private int begin(int user) {
        return user == 0 ? 0 : ends[user - 1];
    }
}
