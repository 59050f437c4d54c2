package org.sipsleuth.flood.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Visibility;

/// Which INVITEs become overdue, and when that is known: the rule that needs neither training nor
/// history, and that does not wait until a server gives up.
///
/// - *Answered, ACK overdue*: a second after the final response nobody has acknowledged it. A 2xx
///   counts, and so does a refusal: both have their ACK (RFC 3261 §13.2.2.4, §17.1.1.3).
/// - *Not answered*: neither a provisional nor a final response within a second, or within four
///   times what the server usually takes, whichever is longer. An INVITE that its sender repeats is
///   not counted: it waits for an answer, as the callers of a dead server do (§17.1.1.2, timer A).
///
/// At the time of a verdict nothing is used that was sent later. A flood stands where two of ten
/// INVITEs to a server ([InviteWindows#LEAST_MALICIOUS]) within 20 s are overdue. 8 bytes for each
/// attempt. Immutable.
public final class OverdueInvites {

    /// So long after the final response an ACK is overdue. It follows after 22 ms (99 %: 27 ms); one
    /// that was lost is sent again when the response is, 500 ms later (RFC 3261 §13.3.1.4).
    public static final Duration ACK_OVERDUE = Duration.ofSeconds(1);

    /// The least time that a server has for its first answer: a caller has repeated the INVITE by
    /// then, 500 ms after the first.
    public static final Duration LEAST_ANSWER_TIME = Duration.ofSeconds(1);

    /// A server may be so many times as slow as usual.
    static final int TIMES_USUAL = 4;

    /// INVITEs further apart do not make a flood together: as long as the pause that ends one.
    public static final Duration TOGETHER = Duration.ofSeconds(20);

    private static final long NEVER = Long.MAX_VALUE;
    private static final int PAUSE_MASK = (1 << 14) - 1;

    private final InviteWindows windows;
    private final InviteAttempts attempts;
    private final MessageTable messages;
    private final long[] knownNanos;

    /// By server, as a group of the windows.
    private final List<List<OverdueFlood>> floods = new ArrayList<>();

    private OverdueInvites(InviteWindows windows) {
        this.windows = windows;
        this.attempts = windows.attempts();
        this.messages = attempts.table().index().messages();
        this.knownNanos = new long[attempts.size()];
        Arrays.fill(knownNanos, NEVER);
    }

    /// Judges all attempts. Cost: about 0.2 µs for each.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static OverdueInvites of(InviteWindows windows, RunMonitor monitor) {
        OverdueInvites overdue = new OverdueInvites(windows);
        for (int group = 0; group < windows.servers(); group++) {
            overdue.judge(group, monitor);
            overdue.floods.add(overdue.found(group));
        }
        return overdue;
    }

    private void judge(int group, RunMonitor monitor) {
        Visibility visibility = attempts.table().visibility();
        AnswerTimes times = new AnswerTimes();
        long now = Long.MIN_VALUE;
        for (int place = windows.from(group); place < windows.to(group); place++) {
            if ((place & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
            }
            int attempt = windows.attempt(place);
            HopTransaction last = attempts.last(attempt);
            now = Math.max(now, last.atNanos());
            long patience = Math.max(LEAST_ANSWER_TIME.toNanos(), TIMES_USUAL * times.usualNanos(now));
            long answered = firstAnswerNanos(last);
            if (answered != NEVER) {
                times.add(last.atNanos(), answered);
            }
            long due = NEVER;
            if (answered > last.atNanos() + patience) {
                boolean waits = last.retransmissions() > 0;
                due = waits || !visibility.hasResponses() ? NEVER : last.atNanos() + patience;
            }
            if (due == NEVER && visibility.hasAcks() && isLeftOpen(last)) {
                due = last.answeredAtNanos() + ACK_OVERDUE.toNanos();
            }
            boolean isCaptured = due != NEVER && due - last.atNanos() <= attempts.table().untilEndNanos(last);
            knownNanos[attempt] = isCaptured ? due : NEVER;
        }
    }

    private long firstAnswerNanos(HopTransaction invite) {
        return invite.firstProvisional() >= 0 ? messages.capturedAtNanos(invite.firstProvisional())
                : invite.status() != 0 ? invite.answeredAtNanos()
                : NEVER;
    }

    private boolean isLeftOpen(HopTransaction invite) {
        return invite.status() != 0 && (invite.ack() < 0
                || messages.capturedAtNanos(invite.ack()) > invite.answeredAtNanos() + ACK_OVERDUE.toNanos());
    }

    /// When an attempt became overdue, in ns since the epoch; [Long#MAX_VALUE] if it never did, or
    /// not before the capture ends.
    public long knownNanos(int attempt) {
        return knownNanos[attempt];
    }

    /// Whether an attempt became overdue.
    public boolean isOverdue(int attempt) {
        return knownNanos[attempt] != NEVER;
    }

    /// How many of the ten attempts up to a place, not more than 20 s before it, became overdue.
    int count(int group, int place) {
        int count = 0;
        for (int each = first(group, place); each <= place; each++) {
            count += isOverdue(windows.attempt(each)) ? 1 : 0;
        }
        return count;
    }

    private int first(int group, int place) {
        int first = Math.max(windows.from(group), place - windows.settings().size() + 1);
        long least = attempts.atNanos(windows.attempt(place)) - TOGETHER.toNanos();
        while (attempts.atNanos(windows.attempt(first)) < least) {
            first++;
        }
        return first;
    }

    /// The floods of a server, in the order of time: those that follow each other within 20 s are
    /// one.
    ///
    /// @param group the server, as a group of the windows
    public List<OverdueFlood> floods(int group) {
        return floods.get(group);
    }

    /// The first flood of a server that touches a time. Cost: log of its floods.
    ///
    /// @param group the server, as a group of the windows
    /// @param fromNanos in ns since the epoch
    /// @param toNanos in ns since the epoch
    public Optional<OverdueFlood> during(int group, long fromNanos, long toNanos) {
        List<OverdueFlood> all = floods.get(group);
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).toNanos() < fromNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < all.size() && all.get(low).fromNanos() <= toNanos ? Optional.of(all.get(low)) : Optional.empty();
    }

    private List<OverdueFlood> found(int group) {
        List<OverdueFlood> found = new ArrayList<>();
        int counted = windows.from(group); // before this place all overdue ones are counted
        for (int place = windows.from(group); place < windows.to(group); place++) {
            if (!isOverdue(windows.attempt(place)) || count(group, place) < InviteWindows.LEAST_MALICIOUS) {
                continue;
            }
            int first = first(group, place);
            long known = secondKnownNanos(first, place);
            int from = Math.max(first, counted);
            OverdueFlood its = of(from, place, known);
            OverdueFlood last = found.isEmpty() ? its : found.getLast();
            if (!found.isEmpty() && its.fromNanos() - last.toNanos() <= TOGETHER.toNanos()) {
                found.set(found.size() - 1, new OverdueFlood(last.fromNanos(), its.toNanos(),
                        Math.min(last.knownNanos(), known), last.invites() + its.invites()));
            } else {
                found.add(its);
            }
            counted = place + 1;
        }
        return List.copyOf(found);
    }

    private OverdueFlood of(int from, int to, long known) {
        long first = NEVER;
        int count = 0;
        for (int place = from; place <= to; place++) {
            if (isOverdue(windows.attempt(place))) {
                first = Math.min(first, attempts.atNanos(windows.attempt(place)));
                count++;
            }
        }
        return new OverdueFlood(first, attempts.atNanos(windows.attempt(to)), known, count);
    }

    /// When so many as a flood needs were known to be overdue.
    private long secondKnownNanos(int from, int to) {
        long[] known = new long[to - from + 1];
        for (int place = from; place <= to; place++) {
            known[place - from] = knownNanos[windows.attempt(place)];
        }
        Arrays.sort(known);
        return known[InviteWindows.LEAST_MALICIOUS - 1];
    }

    /// When a window was known to be malicious: so many as a flood needs of its attempts were
    /// overdue, not more than 20 s apart. [Long#MAX_VALUE] if it never was.
    public long knownNanosOfWindow(int window) {
        int from = windows.place(window);
        int to = from + windows.settings().size() - 1;
        int group = windows.group(window);
        long known = NEVER;
        for (int place = from + 1; place <= to; place++) {
            int begin = Math.max(from, first(group, place));
            if (begin < place) {
                known = Math.min(known, secondKnownNanos(begin, place));
            }
        }
        return known;
    }
}
