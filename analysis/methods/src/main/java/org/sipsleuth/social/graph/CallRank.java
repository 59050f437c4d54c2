package org.sipsleuth.social.graph;

import java.util.Arrays;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.RunMonitor;

/// How much users are trusted by the talk time they receive (V. A. Balasubramaniyan et al.:
/// CallRank: Combating SPIT Using Call Duration, Social Networks and Global Reputation, CEAS 2007).
///
/// Who calls somebody trusts the callee, the more the longer they talk; who is trusted passes on
/// more trust. Each user passes 85 of 100 parts on to its callees by the share of the talk time,
/// and the rest, or all without talk, to everybody alike: PageRank, weighted with talk time. A
/// spam caller is hardly called, so **lower is more anomalous**. The paper hands out credentials
/// call by call, which callers show to callees; the ranks here are what these come to when
/// everybody knows all calls.
///
/// The order of the records makes no difference. Immutable; any thread.
public final class CallRank {

    /// The usual damping of PageRank.
    private static final double PASSED_ON = 0.85;

    private static final int MOST_STEPS = 200;

    /// The ranks are settled when they change by less in all, of one for each user.
    private static final double SETTLED = 1e-9;

    private final double[] ranks;

    private CallRank(double[] ranks) {
        this.ranks = ranks;
    }

    /// The ranks by the calls from one to another number of the records.
    ///
    /// @param from the first call
    /// @param to behind the last call
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CallRank of(CallRecords records, int from, int to, RunMonitor monitor) {
        int users = records.users().size();
        double[] talked = new double[users];
        for (int call = from; call < to; call++) {
            talked[records.caller(call)] += talk(records, call);
        }
        double[] ranks = new double[users];
        Arrays.fill(ranks, 1);
        double change = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && change > SETTLED * users; step++) {
            monitor.throwIfCancelled();
            double[] next = new double[users];
            double kept = 0;
            for (int user = 0; user < users; user++) {
                kept += talked[user] == 0 ? ranks[user] : (1 - PASSED_ON) * ranks[user];
            }
            Arrays.fill(next, kept / Math.max(1, users));
            for (int call = from; call < to; call++) {
                double talk = talk(records, call);
                if (talk > 0) {
                    int caller = records.caller(call);
                    next[records.callee(call)] += PASSED_ON * ranks[caller] * talk / talked[caller];
                }
            }
            change = 0;
            for (int user = 0; user < users; user++) {
                change += Math.abs(next[user] - ranks[user]);
            }
            ranks = next;
        }
        return new CallRank(ranks);
    }

    /// In ms; nobody vouches for himself.
    private static double talk(CallRecords records, int call) {
        return records.caller(call) == records.callee(call) ? 0 : records.talkMillis(call);
    }

    /// The rank of a user, above 0; 1 is the mean of all. Lower is more anomalous.
    public double of(int user) {
        return ranks[user];
    }
}
