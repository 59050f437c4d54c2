package org.sipsleuth.simulate.agent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;

/// What a caller does: configured once, then reused for any number of calls.
public final class CallPlan {

    private static final double USUAL_PATIENCE = 120;

    private final double talkSeconds;
    private double patienceSeconds = USUAL_PATIENCE;
    private boolean offersLate;
    private boolean isReliable;
    private boolean answersChallenges = true;
    private int redirections;
    private @Nullable NameAddress from;
    private final List<MidCall> actions = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private Consumer<CallEnd> listener = _ -> {};

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

    /// Sends CANCEL if nobody answers for so many seconds; the default is 120.
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

    /// Adds an action within the call.
    public CallPlan with(MidCall action) {
        actions.add(action);
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

    /// Supports reliable provisional responses (RFC 3262).
    public CallPlan reliably() {
        isReliable = true;
        return this;
    }

    /// Follows so many redirections.
    public CallPlan follow(int times) {
        redirections = times;
        return this;
    }

    /// Treats 401 and 407 as final: no credentials are sent.
    public CallPlan withoutCredentials() {
        answersChallenges = false;
        return this;
    }

    /// Sets a different identity in From.
    public CallPlan from(NameAddress somebody) {
        from = somebody;
        return this;
    }

    /// Sets a listener for the end of the call.
    public CallPlan whenEnded(Consumer<CallEnd> listener) {
        this.listener = listener;
        return this;
    }

    /// How long it talks; infinite if the other one hangs up.
    public double talkSeconds() {
        return talkSeconds;
    }

    /// How long it waits for an answer.
    public double patienceSeconds() {
        return patienceSeconds;
    }

    /// Whether the other one makes the offer.
    public boolean offersLate() {
        return offersLate;
    }

    /// Whether it supports reliable provisional responses.
    public boolean isReliable() {
        return isReliable;
    }

    /// Whether 401 and 407 are answered with credentials.
    public boolean answersChallenges() {
        return answersChallenges;
    }

    /// How many redirections it follows.
    public int redirections() {
        return redirections;
    }

    /// The identity in From, or null for that of the account.
    public @Nullable NameAddress from() {
        return from;
    }

    /// What happens within the call.
    public List<MidCall> actions() {
        return List.copyOf(actions);
    }

    /// Further header fields of the INVITE.
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /// Reports the end to the listener.
    public void complete(CallEnd end) {
        listener.accept(end);
    }
}
