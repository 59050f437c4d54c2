package org.sipsleuth.flood.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.rule.InviteFlood;
import org.sipsleuth.rule.InviteFloods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// Finds the floods against all servers. The session rule decides which INVITEs belong to a flood
/// that it finds. Where it finds none, the deciding network does: the INVITEs that come to nothing
/// in the windows that it flags, if enough of them are flagged and enough of their calls were never
/// acknowledged.
final class FloodSpans {

    private static final long PAUSE = Duration.ofSeconds(20).toNanos();

    private final FloodScores scores;
    private final FloodSettings settings;
    private final InviteWindows windows;
    private final InviteAttempts attempts;
    private final InviteFloods rule;
    private final RunMonitor monitor;
    private final NetworkKind decides;

    /// The attempts in windows that the deciding network flags.
    private final BitSet suspected = new BitSet();

    /// The flood of each attempt, from 1; 0 for none.
    private final int[] floodOf;

    private final List<Found> found = new ArrayList<>();

    FloodSpans(FloodScores scores, InviteFloods rule, RunMonitor monitor) {
        this.scores = scores;
        this.settings = scores.model().settings();
        this.windows = scores.inputs().windows();
        this.attempts = windows.attempts();
        this.rule = rule;
        this.monitor = monitor;
        this.decides = settings.decides();
        this.floodOf = new int[attempts.size()];
    }

    /// A flood, or a suspicion until its windows are known.
    private static final class Found {
        final int group;
        final InviteFlood flood;

        /// In the order of time.
        final int[] attempts;

        final IntColumn windows = new IntColumn();

        /// @param group the server, as a group
        Found(int group, InviteFlood flood, int[] attempts) {
            this.group = group;
            this.flood = flood;
            this.attempts = attempts;
        }

        int group() {
            return group;
        }

        long fromNanos() {
            return flood.fromNanos();
        }
    }

    /// All floods, by server, in the order of time.
    List<FloodSpan> spans() {
        suspect();
        int[] ofMessage = attemptsOfMessages();
        for (int group = 0; group < windows.servers(); group++) {
            monitor.throwIfCancelled();
            List<InviteFlood> byRule = rule.found(windows.server(group));
            for (InviteFlood flood : byRule) {
                add(group, flood, attempts(flood, ofMessage));
            }
            addSuspected(group, byRule, ofMessage);
        }
        assignWindows();
        return described();
    }

    private void suspect() {
        scores.scoreSuspects(decides, monitor);
        for (int group = 0; group < windows.groups(); group++) {
            int place = windows.from(group);
            for (int window = windows.firstWindow(group); window < windows.endWindow(group); window++) {
                if (scores.mayBeMalicious(window) && scores.isFlagged(decides, window)) {
                    for (int each = place; each < place + windows.settings().size(); each++) {
                        suspected.set(windows.attempt(each));
                    }
                }
                place += windows.settings().step();
            }
        }
    }

    /// The attempt that the transaction of a request belongs to, by its message; -1 for others.
    private int[] attemptsOfMessages() {
        int[] ofMessage = new int[attempts.table().index().messages().size()];
        Arrays.fill(ofMessage, HopTransaction.NONE);
        List<HopTransaction> all = attempts.table().all();
        for (int row = 0; row < all.size(); row++) {
            ofMessage[all.get(row).request()] = attempts.ofTransaction(row);
        }
        return ofMessage;
    }

    private static int[] attempts(InviteFlood flood, int[] ofMessage) {
        return flood.requests()
                .stream()
                .mapToInt(each -> ofMessage[each.request()])
                .filter(attempt -> attempt >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private void add(int group, InviteFlood flood, int[] its) {
        if (its.length > 0) {
            found.add(new Found(group, flood, its));
            for (int attempt : its) {
                floodOf[attempt] = found.size();
            }
        }
    }

    /// Adds what the network suspects where the rule finds nothing.
    private void addSuspected(int group, List<InviteFlood> byRule, int[] ofMessage) {
        List<List<HopTransaction>> dead = new ArrayList<>();
        int from = windows.from(group);
        while (from < windows.to(group)) {
            while (from < windows.to(group) && !suspected.get(windows.attempt(from))) {
                from++;
            }
            int to = from;
            for (int place = from; place < windows.to(group); place++) {
                if (atNanos(place) - atNanos(Math.max(from, to - 1)) > PAUSE) {
                    break;
                }
                to = suspected.get(windows.attempt(place)) ? place + 1 : to;
            }
            if (from < to && isSuspicious(from, to) && !isFound(byRule, from, to)) {
                List<HopTransaction> requests = IntStream.range(from, to)
                        .map(windows::attempt)
                        .filter(suspected::get)
                        .mapToObj(attempts::last)
                        .filter(rule::comesToNothing)
                        .sorted(Comparator.comparingLong(HopTransaction::atNanos))
                        .toList();
                if (requests.size() >= InviteWindows.LEAST_MALICIOUS) {
                    dead.add(requests);
                }
            }
            from = to;
        }
        for (InviteFlood each : rule.described(windows.server(group), dead)) {
            add(group, each, attempts(each, ofMessage));
        }
    }

    private long atNanos(int place) {
        return attempts.atNanos(windows.attempt(place));
    }

    private boolean isSuspicious(int from, int to) {
        int count = 0;
        int without = 0;
        for (int place = from; place < to; place++) {
            int attempt = windows.attempt(place);
            if (suspected.get(attempt)) {
                count++;
                without += attempts.last(attempt).ack() < 0 ? 1 : 0;
            }
        }
        return without >= settings.leastUnacknowledged() * count;
    }

    private boolean isFound(List<InviteFlood> byRule, int from, int to) {
        return byRule.stream()
                .anyMatch(flood -> flood.fromNanos() <= atNanos(to - 1) + PAUSE
                        && atNanos(from) <= flood.toNanos() + PAUSE);
    }

    /// Gives each flood the windows that are malicious by it.
    private void assignWindows() {
        for (int group = 0; group < windows.groups() && !found.isEmpty(); group++) {
            int place = windows.from(group);
            for (int window = windows.firstWindow(group); window < windows.endWindow(group); window++) {
                int flood = flood(place);
                if (flood > 0) {
                    found.get(flood - 1).windows.add(window);
                }
                place += windows.settings().step();
            }
        }
    }

    /// The flood that a window is malicious by, 0 if it is not.
    private int flood(int from) {
        int last = 0;
        int count = 0;
        for (int place = from; place < from + windows.settings().size(); place++) {
            int its = floodOf[windows.attempt(place)];
            if (its > 0) {
                count = its == last ? count + 1 : 1;
                last = its;
            }
        }
        return count >= InviteWindows.LEAST_MALICIOUS ? last : 0;
    }

    private List<FloodSpan> described() {
        found.sort(Comparator.comparingInt(Found::group).thenComparingLong(Found::fromNanos));
        List<FloodSpan> spans = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= found.size(); i++) {
            if (i == found.size() || found.get(i).group != found.get(first).group) {
                describe(found.subList(first, i), spans);
                first = i;
            }
        }
        return List.copyOf(spans);
    }

    /// Describes the floods against one server.
    private void describe(List<Found> floods, List<FloodSpan> spans) {
        int group = floods.getFirst().group;
        FloodCourses courses = new FloodCourses(windows, group, attempt -> floodOf[attempt] == 0);
        for (int i = 0; i < floods.size(); i++) {
            Found each = floods.get(i);
            int[] its = IntStream.range(0, each.windows.size()).map(each.windows::get).toArray();
            boolean isByNetwork = Arrays.stream(its).filter(window -> scores.isFlagged(decides, window)).count()
                    >= settings.leastWindows();
            boolean isByRule = each.flood.isByRule();
            if (isByRule || isByNetwork) {
                spans.add(
                        new FloodSpan(windows.server(group), its, each.attempts,
                                isByRule ? isByNetwork ? FloodDecision.BOTH : FloodDecision.RULE
                                        : FloodDecision.NETWORK,
                                each.flood,
                                courses.of(each.attempts, i == 0 ? Long.MIN_VALUE : floods.get(i - 1).flood.toNanos(),
                                        i + 1 == floods.size() ? Long.MAX_VALUE : floods.get(i + 1).fromNanos())));
            }
        }
    }
}
