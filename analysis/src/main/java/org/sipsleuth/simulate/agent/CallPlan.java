package org.sipsleuth.simulate.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;

/// What a caller does: filled once, then given to any number of calls.
public final class CallPlan {

    private static final double USUAL_PATIENCE = 120;

    double patienceSeconds = USUAL_PATIENCE;
    double talkSeconds;
    boolean offersLate;
    boolean isReliable;
    int redirections;
    @Nullable NameAddress from;
    List<MidCall> midCall = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    Consumer<CallEnd> whenEnded = _ -> {};

    private CallPlan(double talkSeconds) {
        this.talkSeconds = talkSeconds;
    }

    /// Talks, and hangs up so many seconds after the answer.
    public static CallPlan talk(double seconds) {
        return new CallPlan(seconds);
    }

    /// Talks until the other one hangs up. It must: see [Answer#hangingUp(double)].
    public static CallPlan listen() {
        return new CallPlan(Double.POSITIVE_INFINITY);
    }

    /// Gives up (CANCEL) if nobody answers for so many seconds; 120 if this is not said.
    public CallPlan patience(double seconds) {
        patienceSeconds = seconds;
        return this;
    }

    /// Holds the other one within the call.
    ///
    /// @param atSeconds when, after the answer
    public CallPlan hold(double atSeconds, double forSeconds) {
        return with(new MidCall.Hold(atSeconds, forSeconds));
    }

    /// Transfers the other one to somebody else; the call ends with that.
    ///
    /// @param atSeconds when, after the answer
    public CallPlan transfer(double atSeconds, String target) {
        return with(new MidCall.Transfer(atSeconds, target));
    }

    /// Does something within the call.
    public CallPlan with(MidCall action) {
        midCall.add(action);
        return this;
    }

    /// Adds a header field to the INVITE.
    public CallPlan with(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    /// Sends INVITE without a session description, so that the other one makes the offer.
    public CallPlan offerLate() {
        offersLate = true;
        return this;
    }

    /// Can take provisional responses that are sent reliably (RFC 3262).
    public CallPlan reliably() {
        isReliable = true;
        return this;
    }

    /// Follows so many redirections.
    public CallPlan follow(int times) {
        redirections = times;
        return this;
    }

    /// Says that somebody else calls.
    public CallPlan from(NameAddress somebody) {
        from = somebody;
        return this;
    }

    /// Is told when the call has ended.
    public CallPlan whenEnded(Consumer<CallEnd> told) {
        whenEnded = told;
        return this;
    }
}
