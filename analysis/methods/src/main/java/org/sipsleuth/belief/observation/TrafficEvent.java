package org.sipsleuth.belief.observation;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;

/// A message as the counters see it. One object that is filled for message after message; used by
/// one thread.
public final class TrafficEvent {

    private static final int FIRST_FINAL = 200;

    private final TrafficEvents events;
    private final MessageTable messages;
    private int message;
    private int type;

    TrafficEvent(TrafficEvents events) {
        this.events = events;
        this.messages = events.index().messages();
    }

    /// Is this message from now on.
    public TrafficEvent at(int number) {
        message = number;
        type = messages.type(number);
        return this;
    }

    /// The message's number.
    public int message() {
        return message;
    }

    /// When it was captured, in ns since the epoch.
    public long nanos() {
        return messages.capturedAtNanos(message);
    }

    /// Whether it is a request.
    public boolean isRequest() {
        return MessageTypes.isMethod(type);
    }

    /// A status code, or a method as [MessageTypes] numbers them.
    public int type() {
        return type;
    }

    /// Whether it is a request with the method ACK.
    public boolean isAck() {
        return type == MessageTypes.ACK;
    }

    /// Whether it is the final response to an INVITE, which an ACK has to follow.
    public boolean isFinalOfInvite() {
        return type >= FIRST_FINAL && !isRequest() && messages.isOfInvite(message);
    }

    /// The dialog it belongs to.
    public int dialog() {
        return messages.dialog(message);
    }

    /// The CSeq number, or -1.
    public long cseq() {
        return messages.cseq(message);
    }

    /// Whether it breaks the grammar.
    public boolean isDefective() {
        return messages.isDefective(message);
    }

    /// What represents its destination: equal for equal ones; 0 if it has none.
    public long destination() {
        return isRequest() ? events.destination(message) : 0;
    }

    /// How many ports it asks for.
    public int portCount() {
        return messages.hasBody(message) ? events.portCount(message) : 0;
    }

    /// What represents a port that it asks for, and the port's address: equal for equal ones.
    public long port(int place) {
        return events.port(message, place);
    }
}
