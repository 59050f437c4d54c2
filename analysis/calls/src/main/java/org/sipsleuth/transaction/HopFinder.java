package org.sipsleuth.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.Slots;
import org.sipsleuth.dialog.sight.Hosts;

/// Finds the transactions of all hops, message by message, by what the index knows of them; no text
/// is read. The cost of a message does not depend on how many others have its Call-ID, CSeq or
/// branch.
final class HopFinder {

    private static final int FIRST_FINAL = 200;

    private final MessageTable messages;
    private final Hosts hosts;
    private final Parties parties;
    private final ArrayList<HopTransaction> found = new ArrayList<>();
    private final List<StrayResponse> strays = new ArrayList<>();
    private final Acknowledgements acknowledgements = new Acknowledgements();

    /// The dialog of messages without Call-ID, or -1: a request in it is a new one unless its bytes
    /// are repeated.
    private final int nameless;

    /// The first hop of each transaction of the index: its row plus one.
    private final int[] firstHops;

    /// All other hops.
    private final Slots otherHops = new Slots();

    private final KeyedHash hash = KeyedHash.random();

    /// What requests came in at which hosts.
    private final FingerprintSet arrived = new FingerprintSet();

    private final Fingerprint fingerprint = new Fingerprint();

    /// The request of each message's transaction, by its first message; -1 for ACKs and strays.
    private final int[] requests;

    /// Responses that were not sent from where the request went to where it came from, or whose branch
    /// is that of no request.
    private final IntColumn unmatched = new IntColumn();

    HopFinder(SipIndex index, Hosts hosts, Parties parties) {
        this.messages = index.messages();
        this.hosts = hosts;
        this.parties = parties;
        this.nameless = index.dialogs().find("");
        int last = -1;
        for (int message = 0; message < messages.size(); message++) {
            last = Math.max(last, messages.transaction(message));
        }
        this.firstHops = new int[last + 1];
        this.requests = new int[messages.size()];
        Arrays.fill(requests, HopTransaction.NONE);
    }

    /// Reads a message; each once, in order.
    void add(int message) {
        int type = messages.type(message);
        if (type == MessageTypes.ACK) {
            acknowledge(message);
        } else if (MessageTypes.isMethod(type)) {
            request(message, type);
        } else {
            response(message, type);
        }
    }

    /// That was the last message.
    void complete() {
        found.trimToSize();
        matchLoosely();
        for (HopTransaction each : found) {
            if (each.method == MessageTypes.INVITE) {
                acknowledgements.complete(each);
            }
        }
    }

    /// The transactions, in the order of the messages.
    List<HopTransaction> transactions() {
        return found;
    }

    /// The first message of the request that each message belongs to, by message; -1 for ACKs and
    /// for responses without a request.
    int[] requests() {
        return requests;
    }

    /// The responses without a request, in the order of the messages.
    List<StrayResponse> strays() {
        return strays;
    }

    private void acknowledge(int message) {
        int source = hosts.source(message);
        int dialog = messages.dialog(message);
        acknowledgements.acknowledge(dialog, messages.cseq(message), source, message);
        takePart(dialog, source, hosts.destination(message));
    }

    private void request(int message, int method) {
        int source = hosts.source(message);
        int destination = hosts.destination(message);
        int transaction = messages.transaction(message);
        int dialog = messages.dialog(message);
        int known = find(transaction, source, destination);
        if (known >= 0 && (dialog != nameless || messages.isRetransmission(message))) {
            found.get(known).retransmissions++;
            requests[message] = found.get(known).request;
            return;
        }
        HopTransaction hop = new HopTransaction(message, messages.capturedAtNanos(message), source, destination, method,
                dialog, (int) messages.cseq(message));
        if (messages.hasToTag(message)) {
            hop.flags |= HopTransaction.WITHIN_DIALOG;
        }
        requests[message] = message;
        pass(hop);
        put(transaction, hop);
        if (method == MessageTypes.CANCEL) {
            acknowledgements.cancel(dialog, hop.cseq, source);
        }
        if (makesParty(method)) {
            takePart(dialog, source, destination);
        }
    }

    private static boolean makesParty(int method) {
        return method != MessageTypes.BYE && method != MessageTypes.CANCEL;
    }

    private void takePart(int dialog, int source, int destination) {
        parties.add(dialog, source);
        parties.add(dialog, destination);
    }

    /// Notes where a request goes, and whether it came in there before where it comes from.
    private void pass(HopTransaction hop) {
        if (arrived.contains(arrival(hop, hop.source))) {
            hop.flags |= HopTransaction.COPY;
        }
        arrived.add(arrival(hop, hop.destination));
    }

    private Fingerprint arrival(HopTransaction hop, int host) {
        return fingerprint.begin().add(hop.dialog).add(hop.cseq).add(hop.method).add(host).end();
    }

    private void put(int transaction, HopTransaction hop) {
        found.add(hop);
        int first = firstHops[transaction] - 1;
        if (first < 0 || isBetween(first, hop.source, hop.destination)) {
            firstHops[transaction] = found.size();
        } else {
            otherHops.add(found.size() - 1, hash(transaction, hop.source, hop.destination));
        }
    }

    /// The transaction between two hosts, or -1.
    private int find(int transaction, int source, int destination) {
        int first = firstHops[transaction] - 1;
        if (first < 0 || isBetween(first, source, destination)) {
            return first;
        }
        return otherHops.find(hash(transaction, source, destination), row -> isBetween(row, source, destination)
                && messages.transaction(found.get(row).request) == transaction);
    }

    private boolean isBetween(int row, int source, int destination) {
        HopTransaction hop = found.get(row);
        return hop.source == source && hop.destination == destination;
    }

    private long hash(int transaction, int source, int destination) {
        return hash.hash(transaction, (long) source << Integer.SIZE | destination);
    }

    private void response(int message, int status) {
        int asking = hosts.destination(message);
        int asked = hosts.source(message);
        int row = find(messages.transaction(message), asking, asked);
        if (row < 0 || messages.isJoined(message)) {
            unmatched.add(message);
        } else {
            answer(found.get(row), message, status);
        }
    }

    private void answer(HopTransaction hop, int message, int status) {
        requests[message] = hop.request;
        if (hop.status != 0 || status == 0) {
            return;
        }
        if (status < FIRST_FINAL) {
            hop.provisional = (short) Math.max(hop.provisional, status);
            hop.firstProvisional = hop.firstProvisional < 0 ? message : hop.firstProvisional;
        } else {
            hop.status = (short) status;
            hop.response = message;
            hop.answeredAtNanos = messages.capturedAtNanos(message);
        }
    }

    /// Responses that were not matched by branch and hosts. Where nothing else answers a
    /// transaction, one does that was sent between its hosts with its Call-ID and CSeq, whatever
    /// its branch; or one with its branch that has one of its hosts: a host with several addresses
    /// may answer from another one, and a host without `rport` (RFC 3581) is answered at the
    /// address of its Via. All others are strays.
    private void matchLoosely() {
        LooseMatch match = new LooseMatch();
        int row = 0;
        for (int i = 0; i < unmatched.size(); i++) {
            int message = unmatched.get(i);
            while (row < found.size() && found.get(row).request < message) {
                match.asked(row++);
            }
            match.answered(message);
        }
    }

    /// Matches responses in the order of the messages; made for each capture.
    private final class LooseMatch {
        private final FingerprintMap numbers = new FingerprintMap();

        /// The latest transaction of each number.
        private final IntColumn latest = new IntColumn();

        /// The host that answers each transaction loosely, plus one.
        private final int[] responders = new int[found.size()];

        void asked(int row) {
            HopTransaction hop = found.get(row);
            boolean isInvite = hop.method == MessageTypes.INVITE;
            boolean isCancel = hop.method == MessageTypes.CANCEL;
            which(hop.dialog, hop.cseq, isInvite, isCancel);
            int number = numbers.number(fingerprint.add(hop.source).add(hop.destination).end());
            if (number == latest.size()) {
                latest.add(row);
            } else {
                latest.set(number, row);
            }
        }

        void answered(int message) {
            int source = hosts.source(message);
            int destination = hosts.destination(message);
            int dialog = messages.dialog(message);
            boolean isInvite = messages.isOfInvite(message);
            which(dialog, messages.cseq(message), isInvite, messages.isOfCancel(message));
            int number = numbers.find(fingerprint.add(destination).add(source).end());
            int row = firstHops[messages.transaction(message)] - 1;
            if (row < 0 || !isHostOf(row, source, destination) || !isFree(row, source)) {
                row = number >= 0 && isFree(latest.get(number), source) ? latest.get(number) : -1;
            }
            if (row >= 0) {
                answer(found.get(row), message, messages.type(message));
                responders[row] = source + 1;
            } else {
                strays.add(new StrayResponse(message, source, destination));
            }
            boolean isOfParty = row < 0 ? isInvite && parties.isEmpty(dialog) : makesParty(found.get(row).method);
            if (isOfParty) {
                takePart(dialog, source, destination);
            }
        }

        /// CANCEL has the number of its INVITE; other requests of a sender have their own.
        private void which(int dialog, long cseq, boolean isInvite, boolean isCancel) {
            fingerprint.begin().add(dialog).add(cseq).add(isInvite ? 1 : isCancel ? 2 : 0);
        }

        private boolean isHostOf(int row, int source, int destination) {
            HopTransaction hop = found.get(row);
            return hop.source == destination || hop.destination == source;
        }

        /// Whether only this host answers a transaction, if anything does.
        private boolean isFree(int row, int responder) {
            return responders[row] == 0 ? !found.get(row).isAnswered() : responders[row] == responder + 1;
        }
    }
}
