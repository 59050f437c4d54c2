package org.sipsleuth.dialog;

import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;

/// A row per SIP message, in columns of primitives. Immutable as seen from outside.
///
/// Rows are numbered from 0. Asking for a row out of range throws [IndexOutOfBoundsException].
public final class MessageTable {

    /// How many messages there are.
    public int size() {
        throw new UnsupportedOperationException();
    }

    /// The place of the message's file among the files of the index, from 0.
    public int file(int message) {
        throw new UnsupportedOperationException();
    }

    /// The number of the frame that completes the message, from 1, in its file.
    public int frame(int message) {
        throw new UnsupportedOperationException();
    }

    /// When it was captured, in ns since the epoch.
    public long capturedAtNanos(int message) {
        throw new UnsupportedOperationException();
    }

    /// Where it came from, as a number for [#endpoint].
    public int source(int message) {
        throw new UnsupportedOperationException();
    }

    /// Where it went to, as a number for [#endpoint].
    public int destination(int message) {
        throw new UnsupportedOperationException();
    }

    /// The endpoint with this number.
    public Endpoint endpoint(int number) {
        throw new UnsupportedOperationException();
    }

    /// The transport it came over.
    public Transport transport(int message) {
        throw new UnsupportedOperationException();
    }

    /// Its type: the status code of a response; a number of 1000 and more for a method.
    public int type(int message) {
        throw new UnsupportedOperationException();
    }

    /// A type's name: `INVITE`, `200`.
    public String typeName(int type) {
        throw new UnsupportedOperationException();
    }

    /// Whether it is a request.
    public boolean isRequest(int message) {
        throw new UnsupportedOperationException();
    }

    /// The dialog it belongs to; every message belongs to one (those without Call-ID share one).
    public int dialog(int message) {
        throw new UnsupportedOperationException();
    }

    /// The transaction it belongs to, a number that is the same for the messages of one transaction
    /// (RFC 3261 §17; an ACK to a non-2xx belongs to the INVITE's).
    public int transaction(int message) {
        throw new UnsupportedOperationException();
    }

    /// The CSeq number, or -1 if it has none.
    public long cseq(int message) {
        throw new UnsupportedOperationException();
    }

    /// The length of the message in bytes.
    public int lengthBytes(int message) {
        throw new UnsupportedOperationException();
    }

    /// Whether it repeats an earlier message of the same transaction between the same endpoints.
    public boolean isRetransmission(int message) {
        throw new UnsupportedOperationException();
    }

    /// Whether something is wrong with it.
    public boolean isDefective(int message) {
        throw new UnsupportedOperationException();
    }
}
