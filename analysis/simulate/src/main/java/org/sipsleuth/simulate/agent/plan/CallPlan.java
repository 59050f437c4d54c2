package org.sipsleuth.simulate.agent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;

/// What a caller does: filled once, then given to any number of calls.
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
    private Consumer<CallEnd> told = _ -> {};

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

    /// Takes 401 and 407 for an end.
    public CallPlan withoutCredentials() {
        answersChallenges = false;
        return this;
    }

    /// Says that somebody else calls.
    public CallPlan from(NameAddress somebody) {
        from = somebody;
        return this;
    }

    /// Tells somebody when the call has ended.
    public CallPlan whenEnded(Consumer<CallEnd> whom) {
        told = whom;
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

    /// Whether it can take reliable provisional responses.
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

    /// Who is said to call, or null if that is the account.
    public @Nullable NameAddress from() {
        return from;
    }

    /// What happens within the call.
    public List<MidCall> actions() {
        return List.copyOf(actions);
    }

    /// What else the INVITE says.
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /// Tells the end.
    public void tell(CallEnd end) {
        told.accept(end);
    }
}
