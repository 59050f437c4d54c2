package org.sipsleuth.social.graph;

import java.util.Arrays;
import org.sipsleuth.call.record.CallRecords;

/// How many calls there are from each user to each other (G of paper 5, §4.3): directed, weighted.
/// 12 bytes for each pair. Immutable.
public final class CallGraph {

    private final int users;

    /// Pairs in order: the caller in the upper half.
    private final long[] pairs;

    private final int[] calls;

    private CallGraph(int users, long[] pairs, int[] calls) {
        this.users = users;
        this.pairs = pairs;
        this.calls = calls;
    }

    /// The graph of the calls from one to another number of the records.
    ///
    /// @param from the first call
    /// @param to behind the last call
    public static CallGraph of(CallRecords records, int from, int to) {
        long[] all = new long[to - from];
        int count = 0;
        for (int call = from; call < to; call++) {
            if (records.caller(call) != records.callee(call)) {
                all[count++] = ((long) records.caller(call) << 32) | records.callee(call);
            }
        }
        Arrays.sort(all, 0, count);
        long[] pairs = new long[count];
        int[] calls = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                pairs[size++] = all[i];
            }
            calls[size - 1]++;
        }
        return new CallGraph(records.users().size(), Arrays.copyOf(pairs, size), Arrays.copyOf(calls, size));
    }

    /// How many users the records have; they are numbered from 0.
    public int users() {
        return users;
    }

    /// How many pairs of a caller and a callee there are.
    public int size() {
        return pairs.length;
    }

    /// Who calls.
    public int caller(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    /// Who is called.
    public int callee(int pair) {
        return (int) pairs[pair];
    }

    /// How many calls, 1 or more.
    public int calls(int pair) {
        return calls[pair];
    }

    /// The share of pairs of different users of which one called the other, 0 to 1 (paper 5, §5).
    ///
    /// @param members how many users the graph is taken to have, 2 or more
    public double density(int members) {
        return pairs.length / ((double) members * (members - 1));
    }
}
