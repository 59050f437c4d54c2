package org.sipsleuth.simulate.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user agent does with a call that comes in. Times are seconds from the arrival of the
/// INVITE, or from the answer where that is said.
///
/// @param status the final response: 200, or that with which the call is refused; 0 if it rings
///     until the caller gives up, or for three minutes
/// @param afterSeconds when the final response is sent
/// @param ringing what is sent while it rings, in the order of time
/// @param reliable whether that is sent reliably (RFC 3262) to callers that can
/// @param hangUpSeconds when it hangs up, from the answer; infinite if that is left to the caller
/// @param contact where it redirects to, or null
public record Answer(
        int status,
        double afterSeconds,
        List<Ringing> ringing,
        boolean reliable,
        double hangUpSeconds,
        @Nullable String contact) {

    /// A provisional response.
    ///
    /// @param status 180, 183 and the like
    /// @param media whether it carries the session description
    public record Ringing(double afterSeconds, int status, boolean media) {}

    private static final int OK = 200;
    private static final int RINGING = 180;
    private static final int PROGRESS = 183;
    private static final int MOVED = 302;

    public Answer {
        ringing = List.copyOf(ringing);
    }

    /// Rings, and answers.
    public static Answer pickUp(double ringSeconds, double afterSeconds) {
        return after(OK, afterSeconds).ringing(ringSeconds, RINGING, false);
    }

    /// Refuses without ringing.
    public static Answer refuse(int status, double afterSeconds) {
        return after(status, afterSeconds);
    }

    /// Rings, and never answers.
    public static Answer ringOn(double ringSeconds) {
        return after(0, Double.POSITIVE_INFINITY).ringing(ringSeconds, RINGING, false);
    }

    /// Redirects with 302.
    ///
    /// @param uri where to
    public static Answer redirect(String uri, double afterSeconds) {
        return new Answer(MOVED, afterSeconds, List.of(), false, Double.POSITIVE_INFINITY, uri);
    }

    private static Answer after(int status, double afterSeconds) {
        return new Answer(status, afterSeconds, List.of(), false, Double.POSITIVE_INFINITY, null);
    }

    /// Sends one more provisional response.
    public Answer ringing(double itsSeconds, int itsStatus, boolean media) {
        List<Ringing> more = new ArrayList<>(ringing);
        more.add(new Ringing(itsSeconds, itsStatus, media));
        return new Answer(status, afterSeconds, more, reliable, hangUpSeconds, contact);
    }

    /// Sends 183 with media before the answer, as gateways do.
    public Answer earlyMedia(double itsSeconds) {
        return ringing(itsSeconds, PROGRESS, true);
    }

    /// Sends provisional responses reliably to callers that can.
    public Answer reliably() {
        return new Answer(status, afterSeconds, ringing, true, hangUpSeconds, contact);
    }

    /// Hangs up so many seconds after the answer.
    public Answer hangingUp(double seconds) {
        return new Answer(status, afterSeconds, ringing, reliable, seconds, contact);
    }
}
