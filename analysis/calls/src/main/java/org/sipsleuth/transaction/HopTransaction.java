package org.sipsleuth.transaction;

/// A request on one hop with what answered it there (RFC 3261 §17): the messages with one Call-ID,
/// CSeq, method and branch between two hosts. An ACK is part of the INVITE it acknowledges.
/// Immutable once its table is complete.
/// Takes 96 bytes; a capture of calls has one for every three messages.
///
/// Hosts, users and fingerprints are numbers of its [TransactionTable].
public final class HopTransaction {

    /// The value of users that a request does not name.
    public static final int NONE = -1;

    static final int ACKNOWLEDGED = 1;
    static final int CANCELLED = 1 << 1;
    static final int WITHIN_DIALOG = 1 << 2;
    static final int COPY = 1 << 3;
    static final int STALE = 1 << 4;
    static final int DEFECTIVE = 1 << 5;
    static final int UNREGISTERS = 1 << 6;
    static final int REGISTERS = 1 << 7;

    final int request;
    final long atNanos;
    final int source;
    final int destination;
    final short method;
    final int dialog;
    final int cseq;
    int fromUser = NONE;
    int toUser = NONE;
    int requestUser = NONE;
    int credentials = NONE;
    int fingerprint = NONE;
    short status;
    int response = NONE;
    long answeredAtNanos;
    short provisional;
    int firstProvisional = NONE;
    int ack = NONE;
    int retransmissions;
    int flags;

    HopTransaction(int request, long atNanos, int source, int destination, int method, int dialog, int cseq) {
        this.request = request;
        this.atNanos = atNanos;
        this.source = source;
        this.destination = destination;
        this.method = (short) method;
        this.dialog = dialog;
        this.cseq = cseq;
    }

    /// The number of the request's first message in the index.
    public int request() {
        return request;
    }

    /// When the request was captured first, in ns since the epoch.
    public long atNanos() {
        return atNanos;
    }

    /// The host that sent the request.
    public int source() {
        return source;
    }

    /// The host that the request was sent to.
    public int destination() {
        return destination;
    }

    /// The method, as a type of [org.sipsleuth.dialog.MessageTable#typeName].
    public int method() {
        return method;
    }

    /// The dialog (Call-ID) it belongs to.
    public int dialog() {
        return dialog;
    }

    /// The CSeq number, or -1.
    public long cseq() {
        return cseq;
    }

    /// The user part of From, or [#NONE].
    public int fromUser() {
        return fromUser;
    }

    /// The user part of To, or [#NONE].
    public int toUser() {
        return toUser;
    }

    /// The user part of the Request-URI; that of To where it has none, or [#NONE].
    public int requestUser() {
        return requestUser;
    }

    /// The `username` of Authorization or Proxy-Authorization, without a domain; [#NONE] for a
    /// request without credentials.
    public int credentials() {
        return credentials;
    }

    /// Whether the request has credentials.
    public boolean hasCredentials() {
        return credentials != NONE;
    }

    /// How the request is written, as a number for [TransactionTable#fingerprint].
    public int fingerprint() {
        return fingerprint;
    }

    /// The status code of its first final response, 0 if none was captured.
    public int status() {
        return status;
    }

    /// Whether it was answered with 2xx.
    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /// Whether its final response asks for credentials (401, 407).
    public boolean isChallenged() {
        return status == 401 || status == 407;
    }

    /// The message of its final response, or [#NONE].
    public int response() {
        return response;
    }

    /// When the final response was captured, in ns since the epoch; 0 without one.
    public long answeredAtNanos() {
        return answeredAtNanos;
    }

    /// The highest provisional status code, 0 without one.
    public int provisional() {
        return provisional;
    }

    /// The message of its first provisional response, or [#NONE].
    public int firstProvisional() {
        return firstProvisional;
    }

    /// Whether anything answered it.
    public boolean isAnswered() {
        return status != 0 || provisional != 0;
    }

    /// The message of its ACK, or [#NONE].
    public int ack() {
        return ack;
    }

    /// Whether its final response was acknowledged: on its own hop; a 2xx by any ACK of the
    /// Call-ID and CSeq.
    public boolean isAcknowledged() {
        return has(ACKNOWLEDGED);
    }

    /// Whether its source sent CANCEL for it.
    public boolean isCancelled() {
        return has(CANCELLED);
    }

    /// Whether it was sent within a dialog (its To has a tag).
    public boolean isWithinDialog() {
        return has(WITHIN_DIALOG);
    }

    /// Whether its sender passed it on: the same Call-ID, CSeq and method had come in there before.
    public boolean isCopy() {
        return has(COPY);
    }

    /// Whether the challenge that answers it says `stale=true`: the password was right (RFC 7616
    /// §3.3).
    public boolean isStale() {
        return has(STALE);
    }

    /// Whether the request has a parse defect beyond the habits of old stacks (a missing
    /// Max-Forwards, From without tag).
    public boolean isDefective() {
        return has(DEFECTIVE);
    }

    /// Whether it is a REGISTER that removes bindings (`Expires: 0`) and adds none.
    public boolean unregisters() {
        return has(UNREGISTERS);
    }

    /// Whether it is a REGISTER that adds a binding: it has a Contact that does not expire at once.
    /// One without Contact only asks for the bindings (RFC 3261 §10.2.3).
    public boolean registers() {
        return has(REGISTERS);
    }

    /// How often the request was retransmitted.
    public int retransmissions() {
        return retransmissions;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
