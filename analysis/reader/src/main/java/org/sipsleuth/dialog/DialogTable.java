package org.sipsleuth.dialog;

import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.dialog.coverage.Span;
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
    private final Coverages coverages;
    private final boolean isGrowing;

    /// @param isGrowing whether more frames may be captured or read
    DialogTable(DialogColumns columns, MessageTable messages, DialogNames names, Coverages coverages,
            boolean isGrowing) {
        this.columns = columns;
        this.messages = messages;
        this.names = names;
        this.coverages = coverages;
        this.isGrowing = isGrowing;
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

    /// Whether times are known of its messages; a text log may state none, and then nothing is known
    /// of how long anything took.
    public boolean isTimed(int dialog) {
        return TimeParts.of(startNanos(dialog)) != TimeParts.NONE;
    }

    /// From the earliest to the latest time of its messages, in ns; never negative. 0 without times
    /// ([#isTimed]).
    public long durationNanos(int dialog) {
        return messages.capturedAtNanos(columns.get(dialog, DialogColumns.LATEST)) - startNanos(dialog);
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

    /// Until when the clocks of a dialog run, in ns since the epoch: the end of the last coverage
    /// in which one of its messages was captured, as far as clocks are known to have run, and no
    /// sooner than its last message. What would have to happen later is not captured.
    /// Cost: its messages, where there are several coverages.
    public long clockEndNanos(int dialog) {
        long end = messages.capturedAtNanos(columns.get(dialog, DialogColumns.LATEST));
        if (coverages.isOne()) {
            return Math.max(end, coverages.of(0).clockEndNanos(false));
        }
        int message = firstMessage(dialog);
        for (int left = messageCount(dialog); left > 0; left--) {
            boolean isReported = coverages.hasReports() && messages.isReported(message);
            end = Math.max(end, coverages.of(messages.file(message)).clockEndNanos(isReported));
            message = left > 1 ? messages.nextInDialog(message) : message;
        }
        return end;
    }

    /// The time that was captured where a message was, by the clock of the message.
    public Span coverage(int message) {
        boolean isReported = coverages.hasReports() && messages.isReported(message);
        return coverages.of(messages.file(message)).by(isReported);
    }

    /// The coverage in which a dialog begins, as a place in [Coverages#all]: its network, as far as
    /// files show.
    public int coverageOf(int dialog) {
        return coverages.all().size() == 1 ? 0 : coverages.number(messages.file(firstMessage(dialog)));
    }

    /// The coverages of the files.
    public Coverages coverages() {
        return coverages;
    }

    /// Whether more frames may be captured or read, so that what is awaited may still come.
    public boolean isGrowing() {
        return isGrowing;
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
