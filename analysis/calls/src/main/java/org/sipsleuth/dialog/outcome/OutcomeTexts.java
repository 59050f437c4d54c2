package org.sipsleuth.dialog.outcome;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.Staleness;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.reason.ReasonValue;

/// What only the text of a message shows of an outcome.
final class OutcomeTexts {

    private static final long SECOND = 1_000_000_000L;
    private static final int SHORTEST_INTERVAL = 90; // RFC 4028 §4
    private static final int MOST_DIGITS = 9;

    /// RFC 4028 §10: the side that does not refresh sends its BYE this long before the end of the
    /// session interval, or a third of that if it is shorter.
    private static final long BEFORE_END = 32;

    /// How late after the end of the interval a BYE still belongs to it.
    private static final long LATE = 5;

    /// `nonce has changed`, `Stale Nonce`, `Nonce expired`.
    private static final Pattern NONCE =
            Pattern.compile("(?i)\\bstale nonce\\b|\\bnonce\\b.*\\b(changed|expired|stale|old)\\b");

    private final SipIndex index;
    private final MessageTable messages;
    private final SipLayout layout = new SipLayout();
    private final Staleness staleness = new Staleness();
    private int lastSuccess = NONE;
    private long lastInterval;

    OutcomeTexts(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// Why a request was challenged: its credentials were refused, or their nonce had expired (RFC
    /// 7616 §3.3), or it had none.
    Cause causeOfChallenge(int request, int challenge) {
        boolean hadCredentials = request != NONE && hadCredentials(request);
        if (!hadCredentials && request != NONE) {
            return Cause.AUTHENTICATION_REQUIRED;
        }
        if (isStale(challenge) || (hadCredentials && isOfNonce(challenge))) {
            return Cause.NONCE_EXPIRED;
        }
        return hadCredentials ? Cause.AUTHENTICATION_FAILED : Cause.AUTHENTICATION_REQUIRED;
    }

    private boolean isStale(int challenge) {
        try {
            return staleness.isStale(index.layout(challenge, layout), layout);
        } catch (CaptureChangedException e) {
            return false;
        }
    }

    /// Whether the reason phrase says that the nonce is the reason: `nonce has changed`.
    private boolean isOfNonce(int challenge) {
        return message(challenge).filter(SipResponse.class::isInstance)
                .map(sip -> ((SipResponse) sip).reasonPhrase())
                .filter(phrase -> NONCE.matcher(phrase).find())
                .isPresent();
    }

    private boolean hadCredentials(int request) {
        return message(request)
                .filter(sip -> sip.header("Authorization").isPresent() || sip.header("Proxy-Authorization").isPresent())
                .isPresent();
    }

    /// A message; empty if its capture was changed since. Results are verified against that where
    /// they are given away, and views that draw them mark them and go on.
    private Optional<SipMessage> message(int message) {
        try {
            return Optional.of(index.message(message));
        } catch (CaptureChangedException e) {
            return Optional.empty();
        }
    }

    /// Why a CANCEL was sent: a proxy that forked adds a Reason when another branch answered.
    Cause causeOfCancel(int cancel) {
        boolean isElsewhere = hasReason(cancel) && message(cancel).stream()
                .flatMap(sip -> sip.reasons().stream())
                .anyMatch(ReasonValue::isAnsweredElsewhere);
        return isElsewhere ? Cause.ANSWERED_ELSEWHERE : Cause.CANCELLED_BY_CALLER;
    }

    /// Most messages have none: those are not read whole.
    private boolean hasReason(int message) {
        try {
            index.layout(message, layout);
            return layout.hasField(HeaderName.REASON);
        } catch (CaptureChangedException e) {
            return false;
        }
    }

    /// Whether two messages, the first an INVITE or a response to one, the other a request, come
    /// from the same party by their From tags.
    boolean isFromSameParty(int invite, int request) {
        Optional<String> one = fromTag(invite);
        return one.isPresent() && one.equals(fromTag(request));
    }

    private Optional<String> fromTag(int message) {
        return message(message).flatMap(SipMessage::from).flatMap(NameAddr::tag);
    }

    /// Whether a session ended because nobody refreshed it in time (RFC 4028): it has a session
    /// interval, and its BYE came when that ran out, or none came and the interval is long over.
    boolean isSessionTimerExpired(Attempt call, long nowNanos) {
        int refreshed = call.session().refreshed();
        int refresh = refreshed == NONE ? call.answer() : refreshed;
        if (refresh == NONE) {
            return false;
        }
        int bye = call.release().first();
        long until = bye == NONE ? nowNanos : messages.capturedAtNanos(bye);
        long seconds = (until - messages.capturedAtNanos(refresh)) / SECOND;
        if (seconds < SHORTEST_INTERVAL - BEFORE_END) {
            return false;
        }
        long interval = interval(refresh);
        if (interval < SHORTEST_INTERVAL) {
            return false;
        }
        if (bye == NONE) {
            return seconds > interval + BEFORE_END;
        }
        long earliest = interval - Math.min(BEFORE_END, interval / 3);
        return seconds >= earliest - 1 && seconds <= interval + LATE;
    }

    /// The session interval that a 2xx agrees on, in seconds; 0 for none.
    private long interval(int success) {
        if (success != lastSuccess) {
            lastInterval = read(success);
            lastSuccess = success;
        }
        return lastInterval;
    }

    private long read(int success) {
        String value = message(success).flatMap(sip -> sip.header("Session-Expires")).orElse("");
        int end = 0;
        while (end < value.length() && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 || end > MOST_DIGITS ? 0 : Long.parseLong(value.substring(0, end));
    }
}
