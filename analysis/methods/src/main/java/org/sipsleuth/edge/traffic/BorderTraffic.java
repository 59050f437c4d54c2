package org.sipsleuth.edge.traffic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.leg.LegLink;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The messages of a capture in columns, as a border sees them: direction, sender, transaction, and
/// what each request depends on. Rows are those of the message table, transactions those of the
/// [TransactionTable]. Immutable; takes about 24 bytes a message, 20 a transaction and 4 a dialog.
public final class BorderTraffic {

    /// No transaction, client or target.
    public static final int NONE = -1;

    private static final int PAUSE_MASK = (1 << 16) - 1;

    /// A link between legs with less confidence does not decide about messages.
    private static final double SURE_LEG = 0.9;

    private final SipIndex index;
    private final TransactionTable table;
    private final Border border;
    private final Direction[] directions;
    private final long[] atNanos;
    private final int[] transactions;
    private final int[] peers;
    private final int[] clients;
    private final BitSet following = new BitSet();
    private final BitSet ongoing = new BitSet();
    private final BitSet silent = new BitSet();
    private final int clientCount;
    private final int[] guesses;
    private final int[] sessions;
    private int ingress;

    private BorderTraffic(TransactionTable table, Border border, RunMonitor monitor) {
        this.index = table.index();
        this.table = table;
        this.border = border;
        int size = index.messages().size();
        directions = new Direction[size];
        atNanos = new long[size];
        transactions = new int[size];
        peers = new int[size];
        clients = new int[table.all().size()];
        readMessages(monitor);
        clientCount = readClients();
        readDependencies();
        sessions = readLegs(monitor);
        readOngoingDialogs();
        readRetransmissions();
        guesses = GuessedAccounts.of(table.all());
    }

    /// Reads the traffic of a border. Cost: all messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static BorderTraffic of(TransactionTable table, Border border, RunMonitor monitor) {
        return new BorderTraffic(table, border, monitor);
    }

    private void readMessages(RunMonitor monitor) {
        MessageTable messages = index.messages();
        long latest = Long.MIN_VALUE;
        for (int message = 0; message < directions.length; message++) {
            if ((message & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
            }
            int source = table.source(message);
            int destination = table.destination(message);
            Direction direction = border.direction(source, destination);
            directions[message] = direction;
            ingress += direction == Direction.INGRESS ? 1 : 0;
            peers[message] = border.contains(source) ? destination : source;
            latest = Math.max(latest, messages.capturedAtNanos(message)); // a clock may go back
            atNanos[message] = latest;
            transactions[message] = table.transactionOf(message);
        }
        List<HopTransaction> all = table.all();
        for (int row = 0; row < all.size(); row++) {
            if (all.get(row).ack() != HopTransaction.NONE) {
                transactions[all.get(row).ack()] = row;
            }
        }
    }

    /// A client is a user at a host: of several behind one address each is one.
    private int readClients() {
        Map<Long, Integer> known = new HashMap<>();
        List<HopTransaction> all = table.all();
        for (int row = 0; row < clients.length; row++) {
            long pair = (long) all.get(row).source() << Integer.SIZE | (all.get(row).fromUser() + 1);
            clients[row] = known.computeIfAbsent(pair, _ -> known.size());
        }
        return known.size();
    }

    /// A request follows the one before it in its dialog if it is part of a dialog
    /// (RFC 3261 §12.2), or is sent again after a challenge or a redirection (§22.2, §8.1.3.4).
    private void readDependencies() {
        int[] last = new int[index.dialogs().size()];
        Arrays.fill(last, NONE);
        List<HopTransaction> all = table.all();
        for (int row = 0; row < all.size(); row++) {
            HopTransaction each = all.get(row);
            if (direction(each.request()) == Direction.ELSEWHERE) {
                continue;
            }
            int before = last[each.dialog()];
            boolean isAskedFor = before != NONE && all.get(before).status() >= 300
                    && all.get(before).answeredAtNanos() <= each.atNanos();
            following.set(row, each.isWithinDialog() || isAskedFor || each.method() == MessageTypes.CANCEL);
            last[each.dialog()] = row;
        }
    }

    /// For a call from outside a server may make further legs: without the call it makes none.
    private int[] readLegs(RunMonitor monitor) {
        int[] origins = IntStream.range(0, index.dialogs().size()).toArray();
        if (IntStream.of(origins).noneMatch(this::isMadeByServer)) {
            return origins; // proxies keep the Call-ID
        }
        Legs.of(index, LegSettings.USUAL, monitor)
                .links()
                .stream()
                .filter(its -> its.confidence() >= SURE_LEG)
                .sorted(Comparator.comparingInt(its -> index.dialogs().firstMessage(its.second())))
                .forEach(its -> join(its, origins));
        return origins;
    }

    private boolean isMadeByServer(int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        return directions[first] != Direction.INGRESS && index.messages().type(first) == MessageTypes.INVITE
                && isNewRequest(first);
    }

    private void join(LegLink link, int[] origins) {
        int origin = origins[link.first()];
        int leg = link.second();
        if (directions[index.dialogs().firstMessage(origin)] == Direction.INGRESS && isMadeByServer(leg)
                && origins[leg] == leg) {
            origins[leg] = origin;
            following.set(transactions[index.dialogs().firstMessage(leg)]);
        }
    }

    /// Dialogs whose first message belongs to a dialog that was there before, and whose requests
    /// were not refused as part of an unknown one (481).
    private void readOngoingDialogs() {
        MessageTable messages = index.messages();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            int first = index.dialogs().firstMessage(dialog);
            ongoing.set(dialog, !messages.isRequest(first) || messages.hasToTag(first));
        }
        for (HopTransaction each : table.all()) {
            if (each.status() == 481) {
                ongoing.clear(each.dialog());
            }
        }
    }

    /// Which hosts do not retransmit: they left requests unanswered and never sent one again, or
    /// left final responses to INVITE unacknowledged and never sent an ACK.
    private void readRetransmissions() {
        int[] unanswered = new int[table.hostCount()];
        int[] repeated = new int[table.hostCount()];
        int[] unacknowledged = new int[table.hostCount()];
        int[] acknowledged = new int[table.hostCount()];
        for (HopTransaction each : table.all()) {
            int host = each.source();
            repeated[host] += each.retransmissions();
            if (!each.isAnswered()) {
                unanswered[host]++;
            } else if (each.method() == MessageTypes.INVITE && each.status() != 0) {
                unacknowledged[host] += each.isAcknowledged() ? 0 : 1;
                acknowledged[host] += each.isAcknowledged() ? 1 : 0;
            }
        }
        for (int host = 0; host < unanswered.length; host++) {
            boolean neverRepeats = unanswered[host] > 0 && repeated[host] == 0;
            boolean neverAcknowledges = unacknowledged[host] > 0 && acknowledged[host] == 0;
            silent.set(host, neverRepeats || neverAcknowledges);
        }
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// Its transactions.
    public TransactionTable table() {
        return table;
    }

    /// The border.
    public Border border() {
        return border;
    }

    /// How many messages the capture has.
    public int size() {
        return directions.length;
    }

    /// How many of them come from outside.
    public int ingressCount() {
        return ingress;
    }

    /// Where a message goes.
    public Direction direction(int message) {
        return directions[message];
    }

    /// When it was captured, in ns since the epoch; where the clock went back, the latest time
    /// before.
    public long atNanos(int message) {
        return atNanos[message];
    }

    /// Its transaction, that of the INVITE for an ACK; [#NONE] for a response without request and
    /// an ACK without INVITE.
    public int transaction(int message) {
        return transactions[message];
    }

    /// The outside host that sends or receives it; of others their source.
    public int peer(int message) {
        return peers[message];
    }

    /// The client of a transaction: the user in From at the address that sent the request.
    public int client(int transaction) {
        return clients[transaction];
    }

    /// All clients are less than this.
    public int clientCount() {
        return clientCount;
    }

    /// The dialog that decides about a message: its own, or that of the call from outside for which
    /// a server made this leg.
    public int session(int message) {
        return sessions[index.messages().dialog(message)];
    }

    /// Whether a request depends on the one before it in its dialog, or on the call for which a
    /// server made its leg.
    public boolean follows(int transaction) {
        return following.get(transaction);
    }

    /// Whether a message is a request that something answers: no response and no ACK.
    public boolean isNewRequest(int message) {
        int row = transactions[message];
        return row != NONE && index.messages().isRequest(message) && index.messages().type(message) != MessageTypes.ACK;
    }

    /// Whether a message is a request outside a dialog: it opens a session. Neither ACK nor CANCEL.
    public boolean opensSession(int message) {
        return isNewRequest(message) && !table.all().get(transactions[message]).isWithinDialog()
                && index.messages().type(message) != MessageTypes.CANCEL;
    }

    /// The transaction by which the account of a request was guessed, if it is possible only by
    /// that one; or [#NONE].
    public int guess(int transaction) {
        return guesses[transaction];
    }

    /// Whether a dialog began before the capture.
    public boolean beganBefore(int dialog) {
        return ongoing.get(dialog);
    }

    /// Whether the capture shows that the sender of a request does not retransmit: it did not when
    /// nothing answered, or sent no ACK for a final response; else by what its host did.
    public boolean neverRetransmits(int transaction) {
        HopTransaction its = table.all().get(transaction);
        if (its.retransmissions() > 0 || its.isAcknowledged()) {
            return false;
        }
        boolean isIgnored = its.method() == MessageTypes.INVITE && its.status() != 0;
        return isIgnored || !its.isAnswered() || silent.get(its.source());
    }

    /// Whether SIP itself retransmits a message: over UDP (RFC 3261 §17.1.1.1).
    public boolean isUnreliable(int message) {
        return index.messages().transport(message) == Transport.UDP;
    }
}
