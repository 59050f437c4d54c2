package org.sipsleuth.transaction;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.MessageTypes;

/// The attempts to call of a capture, in the order of time: each INVITE outside a dialog at its
/// first hop counts once, however it is forwarded, retransmitted, challenged or forked. Columns, 12
/// bytes for each. Immutable.
///
/// An INVITE belongs to an attempt of the same Call-ID and source, if it follows within 32 s and
/// the attempt has fewer than eight INVITEs, where it
/// - brings the credentials that were asked for (401, 407; RFC 3261 §22), or brings credentials
///   while the answer to the one without is not in the capture;
/// - is a fork: it has the CSeq number of that INVITE, and more than one Via, so that a proxy sent
///   it (RFC 3261 §16.6).
///
/// A Call-ID that is used again without either is another attempt, so that a flood with one Call-ID
/// counts in full. Only what came before decides whether an INVITE is one: attempts of a capture
/// that grows do not change.
public final class InviteAttempts {

    private static final long LONGEST = Duration.ofSeconds(32).toNanos();
    private static final int MOST_INVITES = 8;

    private final TransactionTable table;

    /// The transactions that begin attempts.
    private final IntColumn firsts;

    /// The last transaction of each attempt.
    private final IntColumn lasts;

    /// The attempt of each transaction, -1 for others.
    private final int[] ofTransactions;

    private InviteAttempts(TransactionTable table) {
        this.table = table;
        Finder finder = new Finder();
        List<HopTransaction> all = table.all();
        for (int row = 0; row < all.size(); row++) {
            HopTransaction hop = all.get(row);
            if (hop.method == MessageTypes.INVITE && !hop.isWithinDialog() && !hop.isCopy()) {
                finder.add(row, hop);
            }
        }
        firsts = finder.firsts;
        lasts = finder.lasts;
        ofTransactions = finder.ofTransactions;
    }

    /// The attempts of a capture. Cost: all transactions; no text is read.
    public static InviteAttempts of(TransactionTable table) {
        return new InviteAttempts(table);
    }

    /// The transactions they are made of.
    public TransactionTable table() {
        return table;
    }

    /// How many there are.
    public int size() {
        return firsts.size();
    }

    /// The first INVITE of an attempt.
    public HopTransaction first(int attempt) {
        return table.all().get(firsts.get(attempt));
    }

    /// The INVITE that decides it: the last one.
    public HopTransaction last(int attempt) {
        return table.all().get(lasts.get(attempt));
    }

    /// When an attempt began, in ns since the epoch.
    public long atNanos(int attempt) {
        return first(attempt).atNanos;
    }

    /// The host that it was sent to first, as a number of the table.
    public int server(int attempt) {
        return first(attempt).destination;
    }

    /// The host that sent it, as a number of the table.
    public int source(int attempt) {
        return first(attempt).source;
    }

    /// The attempt that a transaction belongs to, by its place in [TransactionTable#all]; -1 for a
    /// copy and for what does not begin a call.
    public int ofTransaction(int row) {
        return ofTransactions[row];
    }

    /// Joins INVITEs to attempts, in the order of time.
    private final class Finder {
        private final MessageTable messages = table.index().messages();

        /// The dialog of messages without Call-ID, or -1.
        private final int nameless = table.index().dialogs().find("");

        private final Fingerprint fingerprint = new Fingerprint();
        private final FingerprintMap numbers = new FingerprintMap();

        /// The latest attempt of each Call-ID and source.
        private final IntColumn latest = new IntColumn();

        private final IntColumn firsts = new IntColumn();
        private final IntColumn lasts = new IntColumn();
        private final IntColumn invites = new IntColumn();
        private final int[] ofTransactions = new int[table.all().size()];

        Finder() {
            Arrays.fill(ofTransactions, HopTransaction.NONE);
        }

        void add(int row, HopTransaction hop) {
            int number = numbers.number(fingerprint.begin().add(hop.dialog).add(hop.source).end());
            if (number == latest.size()) {
                latest.add(begin(row));
            } else if (isPartOf(latest.get(number), hop)) {
                int attempt = latest.get(number);
                lasts.set(attempt, row);
                invites.set(attempt, invites.get(attempt) + 1);
                ofTransactions[row] = attempt;
            } else {
                latest.set(number, begin(row));
            }
        }

        private int begin(int row) {
            int attempt = firsts.size();
            firsts.add(row);
            lasts.add(row);
            invites.add(1);
            ofTransactions[row] = attempt;
            return attempt;
        }

        private boolean isPartOf(int attempt, HopTransaction hop) {
            HopTransaction first = table.all().get(firsts.get(attempt));
            HopTransaction last = table.all().get(lasts.get(attempt));
            boolean isFork = hop.cseq == last.cseq && messages.viaCount(hop.request) > 1;
            return hop.dialog != nameless && hop.atNanos - first.atNanos <= LONGEST
                    && invites.get(attempt) < MOST_INVITES && (isFork || bringsCredentials(first, last, hop));
        }

        private static boolean bringsCredentials(HopTransaction first, HopTransaction last, HopTransaction hop) {
            if (!hop.hasCredentials()) {
                return false;
            }
            if (last.status == 0 || last.answeredAtNanos > hop.atNanos) {
                return !last.hasCredentials();
            }
            boolean isOfAnother = last != first && last.status != first.status; // 407, then 401
            return last.isChallenged() && (!last.hasCredentials() || last.isStale() || isOfAnother);
        }
    }
}
