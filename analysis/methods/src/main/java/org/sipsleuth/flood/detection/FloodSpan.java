package org.sipsleuth.flood.detection;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.sipsleuth.rule.InviteFlood;
import org.sipsleuth.transaction.InviteAttempts;

/// A flood against one server, from one source or from many: what overlaps or follows within 20 s
/// is one. 8 bytes for each attempt. Immutable.
public final class FloodSpan {

    private final int server;
    private final int[] windows;
    private final int[] attempts;
    private final FloodDecision decision;
    private final InviteFlood flood;
    private final FloodCourse course;

    FloodSpan(int server, int[] windows, int[] attempts, FloodDecision decision, InviteFlood flood,
            FloodCourse course) {
        this.server = server;
        this.windows = windows.clone();
        this.attempts = attempts.clone();
        this.decision = decision;
        this.flood = flood;
        this.course = course;
    }

    /// Numbers without an object for each.
    private static final class Numbers extends AbstractList<Integer> implements RandomAccess {
        private final int[] numbers;

        Numbers(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public Integer get(int place) {
            return numbers[place];
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }

    /// The server, as a number of the transaction table.
    public int server() {
        return server;
    }

    /// The windows of the server and of single sources with at least two of its INVITEs
    /// ([InviteWindows#LEAST_MALICIOUS]), flagged or not, in ascending order.
    public List<Integer> windows() {
        return new Numbers(windows);
    }

    /// The INVITE attempts that it consists of, in the order of time; legitimate calls meanwhile
    /// are not among them.
    public List<Integer> attempts() {
        return new Numbers(attempts);
    }

    /// Who decided.
    public FloodDecision decision() {
        return decision;
    }

    /// How it is described by the session rule, which also knows who sent it.
    public InviteFlood flood() {
        return flood;
    }

    /// How its rate changed, and what became of legitimate calls.
    public FloodCourse course() {
        return course;
    }

    /// When its first INVITE was sent, in ns since the epoch.
    public long fromNanos(InviteAttempts all) {
        return all.atNanos(attempts[0]);
    }

    /// When its last INVITE was sent, in ns since the epoch.
    public long toNanos(InviteAttempts all) {
        return all.atNanos(attempts[attempts.length - 1]);
    }

    /// The share of its calls that nobody acknowledged, 0 to 1.
    public double unacknowledged(InviteAttempts all) {
        long without = Arrays.stream(attempts).filter(each -> all.last(each).ack() < 0).count();
        return (double) without / attempts.length;
    }
}
