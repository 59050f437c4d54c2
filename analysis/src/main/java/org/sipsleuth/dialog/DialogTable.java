package org.sipsleuth.dialog;

/// A row per dialog, numbered from 0 in the order of their first message. Immutable.
public final class DialogTable {

    /// How many dialogs there are.
    public int size() {
        throw new UnsupportedOperationException();
    }

    /// The Call-ID; empty for the dialog of the messages that have none.
    public String callId(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The dialog with this Call-ID, or -1.
    public int find(String callId) {
        throw new UnsupportedOperationException();
    }

    /// The number of its first message.
    public int firstMessage(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The number of its last message.
    public int lastMessage(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// How many messages it has, retransmissions included.
    public int messageCount(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// How many of them are retransmissions.
    public int retransmissionCount(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// How many of them are defective.
    public int defectiveCount(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The time of its first message in ns since the epoch.
    public long startNanos(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// From its first to its last message, in ns.
    public long durationNanos(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// A number that is the same for dialogs with the same sequence of message types,
    /// retransmissions left out.
    public int sequence(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The sequence in words: `INVITE 100 180 200 ACK BYE 200`.
    public String sequenceText(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// How far it came, or how it ended.
    public DialogState state(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The status code that decided it, or 0 if there was none.
    public int finalStatus(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The From URI of its first request, or of its first message.
    public String caller(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The To URI of the same message.
    public String callee(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The User-Agent of the caller, as its first request names it, or empty.
    public String userAgent(int dialog) {
        throw new UnsupportedOperationException();
    }

    /// The codecs of the last answer, else of the last offer, separated by a space; or empty.
    public String codecs(int dialog) {
        throw new UnsupportedOperationException();
    }
}
