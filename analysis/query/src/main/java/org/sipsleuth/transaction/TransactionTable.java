package org.sipsleuth.transaction;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.run.RunMonitor;

/// All transactions of a capture on all hops, in the order of time, with the calls they make.
/// Immutable.
public final class TransactionTable {

    private final SipIndex index;

    private TransactionTable(SipIndex index) {
        this.index = index;
    }

    /// Reads the transactions of a capture. Cost: all messages; the text of requests outside
    /// dialogs and of challenges is parsed, by all processors.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TransactionTable of(SipIndex index, RunMonitor monitor) {
        return new TransactionTable(index);
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// All of them, in the order of time, then of the messages.
    public List<HopTransaction> all() {
        return List.of();
    }

    /// Those that began here: no copies.
    public List<HopTransaction> origins() {
        return List.of();
    }

    /// The calls, in the order of time.
    public List<Call> calls() {
        return List.of();
    }

    /// The responses that answer no request of the capture, in the order of time.
    public List<StrayResponse> strayResponses() {
        return List.of();
    }

    /// What the place of the capture lets see.
    public Visibility visibility() {
        return new Visibility(true, true, true);
    }

    /// The address of a host.
    public String host(int number) {
        throw new IndexOutOfBoundsException(number);
    }

    /// How many hosts there are; they are numbered from 0.
    public int hostCount() {
        return 0;
    }

    /// The number of a host, or -1.
    public int findHost(String address) {
        return -1;
    }

    /// A user part; empty for [HopTransaction#NONE].
    public String user(int number) {
        return "";
    }

    /// How many user parts there are; they are numbered from 0.
    public int userCount() {
        return 0;
    }

    /// How a request is written.
    public Fingerprint fingerprint(int number) {
        throw new IndexOutOfBoundsException(number);
    }

    /// Whether a host took part in a dialog otherwise than by BYE or CANCEL.
    public boolean isParty(int dialog, int host) {
        return false;
    }

    /// The time of the first message, in ns since the epoch; 0 where there is none.
    public long firstNanos() {
        return 0;
    }

    /// The time of the last message, in ns since the epoch; 0 where there is none.
    public long lastNanos() {
        return 0;
    }
}
