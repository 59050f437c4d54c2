package org.sipsleuth.dialog;

import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// A row per dialog, numbered from 0 in the order of their first message. Immutable.
public final class DialogTable {

    /// How long an INVITE waits for its first response (RFC 3261 §17.1.1.2: timer B, 64 × T1).
    public static final long TIMER_B_NANOS = 32_000_000_000L;

    private final DialogColumns columns;
    private final MessageTable messages;
    private final DialogNames names;
    private final long captureEndNanos;

    DialogTable(
            DialogColumns columns, MessageTable messages, DialogNames names, long captureEndNanos) {
        this.columns = columns;
        this.messages = messages;
        this.names = names;
        this.captureEndNanos = captureEndNanos;
    }

    /// How many dialogs there are.
    public int size() {
        return columns.size();
    }

    /// The Call-ID; empty for the dialog of the messages that have none.
    public String callId(int dialog) {
        return names.callIds().name(dialog);
    }

    /// The dialog with this Call-ID, or -1. Cost: all dialogs.
    public int find(String callId) {
        return names.callIds().search(callId);
    }

    /// Whether it is a message alone whose Call-ID was cut by the capture, and that no other
    /// message shows to belong elsewhere. Its Call-ID here is what there is, with file and frame.
    /// Parsed from the message when asked for.
    public boolean isApart(int dialog) {
        int first = firstMessage(dialog);
        if (messageCount(dialog) > 1 || !messages.isCut(first)) {
            return false;
        }
        byte[] buffer = names.bytes().of(first);
        SipLayout layout = new SipLayout();
        SipParser.parse(buffer, 0, buffer.length, true, layout);
        return layout.isHeaderCut() && !layout.has(Part.CALL_ID);
    }

    /// The number of its first message.
    public int firstMessage(int dialog) {
        return columns.get(dialog, DialogColumns.FIRST_MESSAGE);
    }

    /// How many messages it has, retransmissions included.
    public int messageCount(int dialog) {
        return columns.get(dialog, DialogColumns.MESSAGES);
    }

    /// How many of them are retransmissions.
    public int retransmissionCount(int dialog) {
        return columns.get(dialog, DialogColumns.RETRANSMISSIONS);
    }

    /// How many of them are defective.
    public int defectiveCount(int dialog) {
        return columns.get(dialog, DialogColumns.DEFECTIVE);
    }

    /// The earliest time of its messages in ns since the epoch: that of the first, unless the clock
    /// went back.
    public long startNanos(int dialog) {
        return messages.capturedAtNanos(columns.get(dialog, DialogColumns.EARLIEST));
    }

    /// From the earliest to the latest time of its messages, in ns; never negative.
    public long durationNanos(int dialog) {
        return messages.capturedAtNanos(columns.get(dialog, DialogColumns.LATEST))
                - startNanos(dialog);
    }

    /// A number that is the same for dialogs with the same sequence of message types,
    /// retransmissions left out.
    public int sequence(int dialog) {
        return columns.get(dialog, DialogColumns.SEQUENCE);
    }

    /// How many messages its sequence has.
    public int sequenceLength(int dialog) {
        return names.sequences().length(sequence(dialog));
    }

    /// The message types of its sequence in order, as numbers for [MessageTable#typeName].
    public int[] sequenceTypes(int dialog) {
        return names.sequences().typesOf(sequence(dialog));
    }

    /// The sequence in words: `INVITE 100 180 200 ACK BYE 200`.
    public String sequenceText(int dialog) {
        StringBuilder text = new StringBuilder();
        for (int type : sequenceTypes(dialog)) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(messages.typeName(type));
        }
        return text.toString();
    }

    /// Whether it is a call: an INVITE or the end of one belongs to it.
    public boolean isCall(int dialog) {
        return columns.get(dialog, DialogColumns.CALL) == 1;
    }

    /// The From URI of its first message that has one, or empty.
    public String caller(int dialog) {
        return name(columns.get(dialog, DialogColumns.CALLER));
    }

    /// The To URI of its first message that has one, or empty.
    public String callee(int dialog) {
        return name(columns.get(dialog, DialogColumns.CALLEE));
    }

    /// The User-Agent of the first request that names one, or empty.
    public String userAgent(int dialog) {
        return name(columns.get(dialog, DialogColumns.USER_AGENT));
    }

    /// A number that is the same for dialogs with the same caller, or -1 if there is none.
    public int callerNumber(int dialog) {
        return columns.get(dialog, DialogColumns.CALLER);
    }

    /// A number that is the same for dialogs with the same callee, or -1 if there is none.
    public int calleeNumber(int dialog) {
        return columns.get(dialog, DialogColumns.CALLEE);
    }

    /// A number that is the same for dialogs with the same user agent, or -1 if there is none.
    public int userAgentNumber(int dialog) {
        return columns.get(dialog, DialogColumns.USER_AGENT);
    }

    /// The latest time of all captures in ns since the epoch: what had not come by then may still
    /// have come.
    public long captureEndNanos() {
        return captureEndNanos;
    }

    /// The codecs of the last answer, else of the first offer, separated by a space; or empty.
    /// Parsed from the message when asked for.
    public String codecs(int dialog) {
        int message = columns.get(dialog, DialogColumns.CODECS);
        if (message < 0) {
            return "";
        }
        SipLayout layout = new SipLayout();
        byte[] buffer = names.bytes().of(message);
        SipParser.parse(buffer, 0, buffer.length, messages.isCut(message), layout);
        return SessionDescription.codecs(buffer, layout);
    }

    /// The text of a number that [#callerNumber] and its like yield; empty for -1.
    public String name(int number) {
        return number < 0 ? "" : names.names().name(number);
    }
}
