package org.sipsleuth.edge.stage;

import java.util.BitSet;
import java.util.function.DoubleSupplier;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.transaction.HopTransaction;

/// Manages sessions and clients before the stack (paper 3, section 3): who opens sessions too fast,
/// which messages the state of a session allows, how many a session may send, and who comes first
/// while the stack is loaded.
///
/// A client gets a *record* by sessions that go as they should: it acknowledges the final response
/// to an INVITE, or registers with credentials. Forged addresses never receive these responses, so
/// they cannot.
public final class SessionQueues implements Stage {

    /// The priorities: sessions under way, new ones of clients with a record, all others.
    public static final int PRIORITIES = 3;

    private static final int UNDER_WAY = 0;
    private static final int KNOWN = 1;
    private static final int NEWCOMER = 2;
    private static final int MOST_CREDIT = 100;

    private final BorderTraffic traffic;
    private final MessageTable messages;
    private final QueueSettings settings;
    private final DoubleSupplier load;
    private final BitSet opened = new BitSet();
    private final BitSet waiting = new BitSet();
    private final BitSet seen = new BitSet();
    private final BitSet repeated = new BitSet();
    private final TokenBuckets sessionRates;
    private final double[] allowance;
    private final long[] allowanceAtNanos;
    private final int[] kept;
    private final int[] begun;
    private final int[] keptByHost;
    private final int[] begunByHost;

    /// @param load how full the queue of the stack is, 0 to 1
    public SessionQueues(BorderTraffic traffic, QueueSettings settings, DoubleSupplier load) {
        this.traffic = traffic;
        this.messages = traffic.index().messages();
        this.settings = settings;
        this.load = load;
        sessionRates = new TokenBuckets(traffic.index().dialogs().size(), settings.messagesPerSecond(),
                Math.max(1, 2 * settings.messagesPerSecond()));
        int hosts = traffic.table().hostCount();
        allowance = new double[hosts];
        allowanceAtNanos = new long[hosts];
        keptByHost = new int[hosts];
        begunByHost = new int[hosts];
        kept = new int[traffic.clientCount()];
        begun = new int[traffic.clientCount()];
    }

    @Override
    public Protection protection() {
        return Protection.QUEUES;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        int row = traffic.transaction(message);
        if (traffic.isNewRequest(message) && waiting.get(row)) {
            return Ruling.DUPLICATE;
        }
        if (!isAllowed(message, row)) {
            return Ruling.OUT_OF_STATE;
        }
        if (!sessionRates.take(messages.dialog(message), nowNanos)) {
            return Ruling.SESSION_RATE;
        }
        int priority = priority(message);
        if (traffic.opensSession(message)) {
            int host = traffic.peer(message);
            boolean isRepeated = seen.get(row);
            seen.set(row);
            if (priority == NEWCOMER && isRepeated) {
                repeated.set(row);
                priority = KNOWN;
            } else if (priority == NEWCOMER && !takeAllowance(host, nowNanos)) {
                return Ruling.NEW_SESSIONS;
            } else if (priority == NEWCOMER && load.getAsDouble() >= settings.retransmission()) {
                return Ruling.FIRST_TRY;
            }
            begun[traffic.client(row)]++;
            begunByHost[host]++;
        }
        double most = switch (priority) {
            case UNDER_WAY -> Double.POSITIVE_INFINITY;
            case KNOWN -> settings.known();
            default -> settings.newcomers();
        };
        if (load.getAsDouble() >= most) {
            return Ruling.LOW_PRIORITY;
        }
        if (traffic.isNewRequest(message)) {
            waiting.set(row);
        }
        return Ruling.PASS;
    }

    /// The message-selective gatekeeper: what the state of the session allows.
    private boolean isAllowed(int message, int row) {
        int dialog = messages.dialog(message);
        if (traffic.beganBefore(dialog) || opened.get(dialog)) {
            return true;
        }
        if (!messages.isRequest(message)) {
            return row != BorderTraffic.NONE;
        }
        return traffic.opensSession(message);
    }

    private boolean takeAllowance(int host, long nowNanos) {
        double perSecond = settings.newPerSecond() * (1 + Math.min(MOST_CREDIT, keptByHost[host]));
        double burst = 5 * perSecond;
        if (allowanceAtNanos[host] == 0) {
            allowance[host] = burst;
        } else {
            double fresh = (nowNanos - allowanceAtNanos[host]) / 1e9 * perSecond;
            allowance[host] = Math.min(burst, allowance[host] + fresh);
        }
        allowanceAtNanos[host] = nowNanos;
        if (allowance[host] < 1) {
            return false;
        }
        allowance[host]--;
        return true;
    }

    /// The priority of a message, for the queue of the stack.
    public int priority(int message) {
        int row = traffic.transaction(message);
        if (!messages.isRequest(message) || !traffic.opensSession(message)) {
            return UNDER_WAY;
        }
        HopTransaction request = traffic.table().all().get(row);
        boolean answersChallenge = request.hasCredentials() && opened.get(request.dialog());
        return answersChallenge || repeated.get(row) || hasRecord(row, traffic.peer(message)) ? KNOWN : NEWCOMER;
    }

    /// Of its sessions more ended well than not: those of the client itself, or of a host with many
    /// users, such as a trunk.
    private boolean hasRecord(int row, int host) {
        int client = traffic.client(row);
        return (kept[client] > 0 && 2 * kept[client] >= begun[client])
                || (keptByHost[host] >= 3 && 2 * keptByHost[host] >= begunByHost[host]);
    }

    /// Whether anomaly detection is to score a message: all of clients without a record.
    public boolean selects(int message) {
        int row = traffic.transaction(message);
        return row == BorderTraffic.NONE || !hasRecord(row, traffic.peer(message));
    }

    @Override
    public void processed(int message, long nowNanos) {
        int row = traffic.transaction(message);
        if (traffic.isNewRequest(message)) {
            waiting.clear(row);
            opened.set(messages.dialog(message));
        } else if (messages.type(message) == MessageTypes.ACK && row != BorderTraffic.NONE) {
            keep(row, traffic.peer(message));
        }
    }

    @Override
    public void left(int message, long nowNanos) {
        int row = traffic.transaction(message);
        if (messages.isRequest(message)) {
            opened.set(messages.dialog(message));
            return;
        }
        if (row == BorderTraffic.NONE) {
            return;
        }
        HopTransaction request = traffic.table().all().get(row);
        if (request.response() == message && request.method() == MessageTypes.REGISTER && request.isAccepted()
                && request.hasCredentials()) {
            keep(row, traffic.peer(message));
        }
    }

    private void keep(int row, int host) {
        kept[traffic.client(row)]++;
        keptByHost[host]++;
    }

    @Override
    public void discarded(int message, Ruling why, long nowNanos) {
        if (why != Ruling.DUPLICATE && traffic.isNewRequest(message)) {
            waiting.clear(traffic.transaction(message));
        }
    }
}
