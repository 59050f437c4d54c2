package org.sipsleuth.flood.window;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// The windows of a capture: each is a run of attempts to one server, or of one source to one
/// server. Groups come one after the other, all servers first, then sources with enough attempts
/// for a window; a source that sends all that a server gets has none of its own. The capture as a
/// whole is the union of the windows of all servers.
///
/// Attempts of groups lie at *places*, in the order of time within a group; a window is a range of
/// places. No object for each: 4 bytes for each attempt and group. Immutable.
public final class InviteWindows {

    /// A window with so many malicious INVITEs is malicious (paper 2, equation 1): one may only
    /// look for the server.
    public static final int LEAST_MALICIOUS = 2;

    private final InviteAttempts attempts;
    private final WindowSettings settings;
    private final int servers;

    /// The attempt at each place.
    private final int[] order;

    /// Where each group begins, and where the last ends.
    private final int[] starts;

    /// The number of each group's first window, and how many there are.
    private final int[] firstWindows;

    /// @param keys how many different numbers there are of servers
    /// @param key the number of an attempt's server, from 0
    private InviteWindows(InviteAttempts attempts, WindowSettings settings, int keys, IntUnaryOperator key) {
        this.attempts = attempts;
        this.settings = settings;
        int[] ends = new int[keys + 1];
        for (int attempt = 0; attempt < attempts.size(); attempt++) {
            ends[key.applyAsInt(attempt) + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] next = ends.clone();
        int[] byServer = new int[attempts.size()];
        for (int attempt = 0; attempt < attempts.size(); attempt++) {
            byServer[next[key.applyAsInt(attempt)]++] = attempt;
        }
        IntColumn begins = new IntColumn();
        for (int host = 0; host + 1 < ends.length; host++) {
            if (ends[host] < ends[host + 1]) {
                begins.add(ends[host]);
            }
        }
        servers = begins.size();
        Sources sources = new Sources(byServer, begins);
        order = Arrays.copyOf(byServer, byServer.length + sources.attempts.size());
        for (int i = 0; i < sources.attempts.size(); i++) {
            order[byServer.length + i] = sources.attempts.get(i);
        }
        starts = new int[begins.size() + 1];
        for (int group = 0; group < begins.size(); group++) {
            starts[group] = begins.get(group);
        }
        starts[begins.size()] = order.length;
        firstWindows = new int[starts.length];
        for (int group = 0; group + 1 < starts.length; group++) {
            firstWindows[group + 1] =
                    Math.addExact(firstWindows[group], settings.windows(starts[group + 1] - starts[group]));
        }
    }

    /// The windows of a capture. Cost: sorting the attempts.
    public static InviteWindows of(InviteAttempts attempts, WindowSettings settings) {
        return new InviteWindows(attempts, settings, attempts.table().hostCount(), attempts::server);
    }

    /// The windows of each file by itself, where files are captures that have nothing to do with
    /// each other: a server has a past for each of them.
    public static InviteWindows byFile(InviteAttempts attempts, WindowSettings settings) {
        SipIndex index = attempts.table().index();
        int files = index.files().size();
        return new InviteWindows(attempts, settings, Math.multiplyExact(attempts.table().hostCount(), files),
                attempt -> attempts.server(attempt) * files + index.messages().file(attempts.first(attempt).request()));
    }

    /// The attempts.
    public InviteAttempts attempts() {
        return attempts;
    }

    /// Their size.
    public WindowSettings settings() {
        return settings;
    }

    /// How many windows there are, of all groups.
    public int size() {
        return firstWindows[groups()];
    }

    /// How many groups there are: servers, then sources at servers.
    public int groups() {
        return starts.length - 1;
    }

    /// How many of the groups are servers; they come first.
    public int servers() {
        return servers;
    }

    /// The server of a group, as a number of the table.
    public int server(int group) {
        return attempts.server(order[starts[group]]);
    }

    /// The source of a group, as a number of the table; -1 for all that a server gets.
    public int source(int group) {
        return group < servers ? HopTransaction.NONE : attempts.source(order[starts[group]]);
    }

    /// How many places there are.
    public int places() {
        return order.length;
    }

    /// The attempt at a place.
    public int attempt(int place) {
        return order[place];
    }

    /// The place of a group's first attempt.
    public int from(int group) {
        return starts[group];
    }

    /// The place after a group's last attempt.
    public int to(int group) {
        return starts[group + 1];
    }

    /// The number of a group's first window; that of the next group if it has none.
    public int firstWindow(int group) {
        return firstWindows[group];
    }

    /// The number after that of a group's last window.
    public int endWindow(int group) {
        return firstWindows[group + 1];
    }

    /// The group of a window. Cost: log of the groups.
    public int group(int window) {
        int at = Arrays.binarySearch(firstWindows, window);
        if (at < 0) {
            return -2 - at;
        }
        while (firstWindows[at + 1] == window) { // groups without windows have the same number
            at++;
        }
        return at;
    }

    /// The place of a window's first attempt.
    public int place(int window) {
        int group = group(window);
        return starts[group] + (window - firstWindows[group]) * settings.step();
    }

    /// Whether a window is malicious.
    ///
    /// @param isMalicious whether an attempt is, by its number
    public boolean isMalicious(int window, IntPredicate isMalicious) {
        int from = place(window);
        int malicious = 0;
        for (int place = from; place < from + settings.size(); place++) {
            malicious += isMalicious.test(order[place]) ? 1 : 0;
        }
        return malicious >= LEAST_MALICIOUS;
    }

    /// Finds the sources with enough attempts at a server for a window.
    private final class Sources {
        private final IntColumn attempts = new IntColumn();

        /// @param begins where servers begin; receives where sources do
        Sources(int[] byServer, IntColumn begins) {
            for (int server = 0; server < servers; server++) {
                int to = server + 1 < servers ? begins.get(server + 1) : byServer.length;
                if (to - begins.get(server) >= settings.size()) {
                    add(byServer, begins.get(server), to, begins);
                }
            }
        }

        private void add(int[] byServer, int from, int to, IntColumn begins) {
            long[] sorted = new long[to - from];
            for (int i = 0; i < sorted.length; i++) {
                int attempt = byServer[from + i];
                long source = InviteWindows.this.attempts.source(attempt);
                sorted[i] = source << Integer.SIZE | attempt;
            }
            Arrays.sort(sorted);
            int first = 0;
            for (int i = 1; i <= sorted.length; i++) {
                if (i < sorted.length && sorted[i] >>> Integer.SIZE == sorted[first] >>> Integer.SIZE) {
                    continue;
                }
                if (i - first >= settings.size() && i - first < sorted.length) {
                    begins.add(byServer.length + attempts.size());
                    for (int place = first; place < i; place++) {
                        attempts.add((int) sorted[place]);
                    }
                }
                first = i;
            }
        }
    }
}
