package org.sipsleuth.simulate.agent.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a user agent answers an incoming call. Times are seconds from the arrival of the INVITE, or
/// from the answer where noted. Configured once, then reused for any number of calls.
public final class Answer {

    /// A provisional response.
    ///
    /// @param status 180, 183 and the like
    /// @param media whether it carries the session description
    public record Ringing(double afterSeconds, int status, boolean media) {}

    private static final int OK = 200;
    private static final int RINGING = 180;
    private static final int PROGRESS = 183;
    private static final int MOVED = 302;

    private final int status;
    private final double afterSeconds;
    private final @Nullable String contact;
    private final List<Ringing> ringing = new ArrayList<>();
    private final List<MidCall> actions = new ArrayList<>();
    private boolean reliable;
    private double hangUpSeconds = Double.POSITIVE_INFINITY;

    private Answer(int status, double afterSeconds, @Nullable String contact) {
        this.status = status;
        this.afterSeconds = afterSeconds;
        this.contact = contact;
    }

    /// Rings, and answers.
    public static Answer pickUp(double ringSeconds, double afterSeconds) {
        return new Answer(OK, afterSeconds, null).ringing(ringSeconds, RINGING, false);
    }

    /// Answers without ringing, as machines do.
    public static Answer atOnce(double afterSeconds) {
        return new Answer(OK, afterSeconds, null);
    }

    /// Refuses; rings before that if [#ringing] is set.
    public static Answer refuse(int status, double afterSeconds) {
        return new Answer(status, afterSeconds, null);
    }

    /// Rings until the caller cancels; for three minutes at most.
    public static Answer ringOn(double ringSeconds) {
        return new Answer(0, Double.POSITIVE_INFINITY, null).ringing(ringSeconds, RINGING, false);
    }

    /// Redirects with 302.
    ///
    /// @param uri where to
    public static Answer redirect(String uri, double afterSeconds) {
        return new Answer(MOVED, afterSeconds, "<" + uri + ">");
    }

    /// Sends one more provisional response; in the order of time.
    public Answer ringing(double itsSeconds, int itsStatus, boolean media) {
        ringing.add(new Ringing(itsSeconds, itsStatus, media));
        return this;
    }

    /// Sends 183 with media before the answer, as gateways do.
    public Answer earlyMedia(double itsSeconds) {
        return ringing(itsSeconds, PROGRESS, true);
    }

    /// Sends provisional responses reliably (RFC 3262) to callers that support them.
    public Answer reliably() {
        reliable = true;
        return this;
    }

    /// Hangs up so many seconds after the answer.
    public Answer hangingUp(double seconds) {
        hangUpSeconds = seconds;
        return this;
    }

    /// Adds an action within the call, such as holding it.
    public Answer doing(MidCall action) {
        actions.add(action);
        return this;
    }

    /// The final response: 200, or that with which the call is refused; 0 if there is none.
    public int status() {
        return status;
    }

    /// When the final response is sent.
    public double afterSeconds() {
        return afterSeconds;
    }

    /// The redirection target as written in Contact, or null.
    public @Nullable String contact() {
        return contact;
    }

    /// What is sent while it rings.
    public List<Ringing> ringing() {
        return List.copyOf(ringing);
    }

    /// Whether that is sent reliably.
    public boolean isReliable() {
        return reliable;
    }

    /// When it hangs up, from the answer; infinite if that is left to the caller.
    public double hangUpSeconds() {
        return hangUpSeconds;
    }

    /// What happens within the call.
    public List<MidCall> actions() {
        return List.copyOf(actions);
    }
}
