package org.sipsleuth.belief.observation;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.Visibility;

/// A message as the counters see it. One object that is filled for message after message; used by
/// one thread.
public final class TrafficEvent {

    private static final int FIRST_FINAL = 200;

    private final TrafficEvents events;
    private final MessageTable messages;
    private int message;
    private int type;

    /// What the request is that begins with this message; 0 if none does.
    private int facts;

    TrafficEvent(TrafficEvents events) {
        this.events = events;
        this.messages = events.index().messages();
    }

    /// Is this message from now on.
    public TrafficEvent at(int number) {
        message = number;
        type = messages.type(number);
        int row = isRequest() ? events.facts().row(number) : -1;
        facts = row < 0 ? 0 : events.facts().flags(row);
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

    /// The category of its source's role.
    public int role() {
        return events.role(events.source(message));
    }

    private boolean is(int fact) {
        return (facts & fact) != 0;
    }

    /// Whether it begins a request that begins something: outside dialogs, no CANCEL, no
    /// repetition.
    public boolean beginsRequest() {
        return is(RequestFacts.BEGINS);
    }

    /// How many sources sent the target of this request some that came to nothing, in the same half
    /// minute.
    public int fanIn() {
        return events.facts().fanIn(events.facts().row(message));
    }

    /// The user that the request asks for: To of REGISTER, Request-URI of others; -1 for none.
    public int user() {
        return events.facts().user(events.facts().row(message));
    }

    /// The user in From; -1 for none.
    public int caller() {
        return events.facts().transaction(events.facts().row(message)).fromUser();
    }

    /// Whether the request was accepted.
    public boolean isAccepted() {
        return is(RequestFacts.ACCEPTED);
    }

    /// Whether it was neither accepted nor repeated with credentials or success.
    public boolean isFailed() {
        return is(RequestFacts.FAILED);
    }

    /// Whether it was repeated with credentials or success.
    public boolean isContinued() {
        return is(RequestFacts.CONTINUED);
    }

    /// Whether it is an INVITE that begins a call.
    public boolean isCall() {
        return is(RequestFacts.CALLS);
    }

    /// Whether it is an INVITE that was neither acknowledged, cancelled nor continued.
    public boolean isUnacknowledged() {
        return is(RequestFacts.UNACKNOWLEDGED);
    }

    /// Whether it is a REGISTER.
    public boolean isRegister() {
        return is(RequestFacts.REGISTERS);
    }

    /// Whether it has credentials.
    public boolean hasCredentials() {
        return is(RequestFacts.HAS_CREDENTIALS);
    }

    /// Whether its credentials were rejected.
    public boolean isFailedLogin() {
        return is(RequestFacts.LOGIN_FAILED);
    }

    /// What the place of the capture lets see.
    public Visibility visibility() {
        return events.facts().visibility();
    }
}
