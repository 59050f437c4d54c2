package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.note.MessageExplanation;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.field.CSeq;
import org.sipsleuth.sip.reason.ReasonValue;
import org.sipsleuth.sip.reason.StatusPhrases;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Finds why a call or a registration was refused: by the status code of the final response, with
/// the values that it and the request state.
final class RefusalHints {

    /// The hint of each status code that says by itself what is wrong.
    private static final Map<Integer, DialogHint> OF_STATUS = Map.ofEntries(Map.entry(403, DialogHint.FORBIDDEN),
            Map.entry(404, DialogHint.NOT_FOUND), Map.entry(405, DialogHint.METHOD_REFUSED),
            Map.entry(406, DialogHint.CODEC_MISMATCH), Map.entry(408, DialogHint.REQUEST_TIMEOUT),
            Map.entry(410, DialogHint.NOT_FOUND), Map.entry(413, DialogHint.TOO_LARGE),
            Map.entry(414, DialogHint.TOO_LARGE), Map.entry(415, DialogHint.CODEC_MISMATCH),
            Map.entry(416, DialogHint.URI_SCHEME), Map.entry(420, DialogHint.EXTENSION_UNSUPPORTED),
            Map.entry(421, DialogHint.EXTENSION_REQUIRED), Map.entry(422, DialogHint.INTERVAL_TOO_SMALL),
            Map.entry(423, DialogHint.EXPIRES_TOO_SMALL), Map.entry(428, DialogHint.IDENTITY_REFUSED),
            Map.entry(433, DialogHint.UNWANTED), Map.entry(436, DialogHint.IDENTITY_REFUSED),
            Map.entry(437, DialogHint.IDENTITY_REFUSED), Map.entry(438, DialogHint.IDENTITY_REFUSED),
            Map.entry(480, DialogHint.UNAVAILABLE), Map.entry(481, DialogHint.DIALOG_UNKNOWN),
            Map.entry(484, DialogHint.NUMBER_INCOMPLETE), Map.entry(485, DialogHint.NUMBER_AMBIGUOUS),
            Map.entry(488, DialogHint.CODEC_MISMATCH), Map.entry(494, DialogHint.SECURITY_REQUIRED),
            Map.entry(501, DialogHint.METHOD_REFUSED), Map.entry(504, DialogHint.SERVER_TIMEOUT),
            Map.entry(513, DialogHint.TOO_LARGE), Map.entry(580, DialogHint.PRECONDITION),
            Map.entry(604, DialogHint.NOT_FOUND), Map.entry(606, DialogHint.CODEC_MISMATCH),
            Map.entry(607, DialogHint.UNWANTED), Map.entry(608, DialogHint.UNWANTED));

    /// What a callee, or a caller, chose: busy, declined, cancelled.
    private static final Set<Integer> CHOSEN = Set.of(486, 487, 600, 603);

    /// What ends a ring that nobody answers.
    private static final Set<Integer> RUNG_OUT = Set.of(408, 480);

    /// Those that explain any request, not only calls and registrations.
    private static final Set<DialogHint> OF_ALL = Set.of(DialogHint.LOOP, DialogHint.LOOP_STATED, DialogHint.NO_HOPS,
            DialogHint.OVERLOAD, DialogHint.INTERVAL_TOO_SMALL, DialogHint.CODEC_MISMATCH, DialogHint.NO_MEDIA_OFFERED,
            DialogHint.METHOD_REFUSED);

    /// What the messages let know of a loop that is stated.
    private static final Map<DialogHint, String> OF_LOOPS =
            Map.of(DialogHint.LOOP_STATED, "No message shows the request coming to one place twice.",
                    DialogHint.NO_HOPS, "Its sender gave it no hops, as probes do: no loop.");

    private static final Pattern DNS = Pattern.compile("(?i)\\bDNS\\b");

    /// Those that say no more than that something failed elsewhere: left out where another hint says
    /// what.
    private static final Set<DialogHint> VAGUE = Set.of(DialogHint.SERVER_ERROR, DialogHint.SERVICE_UNAVAILABLE,
            DialogHint.SERVER_TIMEOUT, DialogHint.REQUEST_TIMEOUT, DialogHint.UNAVAILABLE, DialogHint.DIALOG_UNKNOWN,
            DialogHint.REQUEST_REJECTED);

    /// Those that refuse the media of an offer.
    private static final Set<Integer> OF_OFFER = Set.of(488, 606);

    /// Which header fields of the request a refusal is about, by status code.
    private static final Map<Integer, String> ASKED =
            Map.of(420, "Require", 421, "Supported", 422, "Session-Expires", 423, "Expires", 415, "Content-Type", 406,
                    "Accept", 428, "Identity", 483, "Max-Forwards", 489, "Event", 494, "Security-Client");

    private static final int NOT_ACCEPTABLE = 406;
    private static final int FIRST_REFUSAL = 300;
    private static final int RINGING = 180;
    private static final int FIRST_FINAL = 200;
    private static final int LARGE = 413;
    private static final int SERVER_LARGE = 513;
    private static final int SCHEME = 416;

    private final SipIndex index;
    private final MessageTable messages;
    private final LoopHints loops;

    RefusalHints(SipIndex index) {
        this.index = index;
        loops = new LoopHints(index);
        messages = index.messages();
    }

    /// The hint of what refused a dialog.
    ///
    /// @param call the last call of the dialog, if it has one
    /// @param isExplained whether other hints say why
    Optional<FoundHint> of(int dialog, DialogOutcome outcome, Optional<Attempt> call, boolean isExplained) {
        int response = outcome.evidence();
        if (outcome.status() < FIRST_REFUSAL || response == NONE || messages.isRequest(response)
                || outcome.cause() == Cause.FOLLOWED) {
            return Optional.empty();
        }
        return ofCause(dialog, outcome, call).filter(hint -> !(isExplained && VAGUE.contains(hint)))
                .filter(hint -> isWanted(hint, outcome))
                .map(hint -> found(hint, outcome.status(), response));
    }

    /// Whether it explains this request: any explains a call or a registration, few another one.
    /// Programs ask by OPTIONS whether a host is there: whoever refuses the method is.
    private boolean isWanted(DialogHint hint, DialogOutcome outcome) {
        String method = method(outcome.evidence());
        return outcome.isCall() || method.equals("REGISTER")
                || (OF_ALL.contains(hint) && outcome.status() != NOT_ACCEPTABLE
                        && !(hint == DialogHint.METHOD_REFUSED && method.equals("OPTIONS")));
    }

    /// What refused a dialog and what that means; empty where no response decided.
    Optional<String> text(DialogOutcome outcome) {
        int response = outcome.evidence();
        return outcome.status() < FIRST_REFUSAL || response == NONE || messages.isRequest(response) ? Optional.empty()
                : Optional.of(text(DialogHint.REQUEST_REJECTED, outcome.status(), response));
    }

    private Optional<DialogHint> ofCause(int dialog, DialogOutcome outcome, Optional<Attempt> call) {
        int response = outcome.evidence();
        int status = outcome.status();
        Cause cause = outcome.cause();
        if (cause == Cause.MOVED) {
            return Optional.of(DialogHint.REDIRECTED);
        }
        if (cause == Cause.AUTHENTICATION_FAILED || cause == Cause.NONCE_EXPIRED) {
            return Optional.empty();
        }
        if (cause == Cause.AUTHENTICATION_REQUIRED) {
            boolean isOver = index.dialogs().clockEndNanos(dialog) - messages.capturedAtNanos(response)
                    > DialogTable.TIMER_B_NANOS;
            return isOver && request(response) != NONE ? Optional.of(DialogHint.CHALLENGE_UNANSWERED)
                    : Optional.empty();
        }
        if (isUsual(status, response, call)) {
            return statesFault(response) ? Optional.of(DialogHint.FAULT_IN_REFUSAL) : Optional.empty();
        }
        if (statesDns(response)) {
            return Optional.of(DialogHint.ROUTE_UNKNOWN);
        }
        if (cause == Cause.LOOP) {
            return Optional.of(loops.of(response));
        }
        if (cause == Cause.SERVICE_UNAVAILABLE) {
            return Optional.of(isForATime(response) ? DialogHint.OVERLOAD : DialogHint.SERVICE_UNAVAILABLE);
        }
        if (OF_OFFER.contains(status) && offersNothing(response)) {
            return Optional.of(DialogHint.NO_MEDIA_OFFERED);
        }
        return Optional.of(OF_STATUS.getOrDefault(status, ofClass(status)));
    }

    private static DialogHint ofClass(int status) {
        return status / 100 == 5 ? DialogHint.SERVER_ERROR : DialogHint.REQUEST_REJECTED;
    }

    /// Whether the request has media, none of which can be used: port 0 offers a stream that is not to
    /// be used (RFC 3264 §5.1).
    private boolean offersNothing(int response) {
        int request = request(response);
        List<MediaDescription> media = request == NONE ? List.of() : index.message(request).knownMedia();
        return !media.isEmpty() && media.stream().allMatch(each -> each.port() == 0);
    }

    /// Whether somebody chose so, or nobody answered the ring and the response does not say when to
    /// call again.
    private boolean isUsual(int status, int response, Optional<Attempt> call) {
        return CHOSEN.contains(status)
                || (RUNG_OUT.contains(status) && call.filter(this::rang).isPresent() && !isForATime(response));
    }

    private boolean rang(Attempt call) {
        int indication = call.exchange().indication();
        return indication != NONE && messages.type(indication) >= RINGING && messages.type(indication) < FIRST_FINAL;
    }

    private boolean isForATime(int response) {
        return index.message(response).header("Retry-After").isPresent();
    }

    /// Whether who refused states that it did not find the next hop in DNS.
    private boolean statesDns(int response) {
        SipMessage sip = index.message(response);
        return Stream
                .of(sip.headers("Warning"), sip.headers("Reason"),
                        sip instanceof SipResponse refusal ? List.of(refusal.reasonPhrase()) : List.<String>of())
                .flatMap(List::stream)
                .anyMatch(text -> DNS.matcher(text).find());
    }

    private boolean statesFault(int response) {
        return index.message(response)
                .reasons()
                .stream()
                .filter(ReasonValue::isFault)
                .anyMatch(reason -> reason.protocol().equalsIgnoreCase("Q.850"));
    }

    private FoundHint found(DialogHint hint, int status, int response) {
        return new FoundHint(hint, text(hint, status, response), List.of(response));
    }

    private String text(DialogHint hint, int status, int response) {
        String asked = asked(status, response);
        String head =
                hint == DialogHint.REDIRECTED ? "%s was redirected with %s, and none to there follows in this dialog."
                        : hint == DialogHint.CHALLENGE_UNANSWERED
                                ? "%s was challenged with %s, and not repeated with credentials."
                        : "%s was refused with %s.";
        String words = head.formatted(method(response), StatusPhrases.words(status, "")) + ' '
                + MessageExplanation.of(index, response).summary();
        String all = asked.isEmpty() ? words : words + ' ' + asked;
        String known = OF_LOOPS.getOrDefault(hint, "");
        return known.isEmpty() ? all : all + ' ' + known;
    }

    private String method(int response) {
        return index.message(response).cSeq().map(CSeq::method).map(QuotedValues::shown).orElse("The request");
    }

    /// What the request had that the refusal is about.
    private String asked(int status, int response) {
        int request = request(response);
        if (request == NONE) {
            return "";
        }
        SipMessage sip = index.message(request);
        String method = messages.typeName(messages.type(request));
        return switch (status) {
            case LARGE, SERVER_LARGE -> "%s has %,d bytes.".formatted(method, messages.lengthBytes(request));
            case SCHEME -> sip instanceof SipRequest asking
                    ? "Request-URI: %s.".formatted(QuotedValues.shown(asking.requestUri()))
                    : "";
            case 488, 606 -> offersNothing(response) ? nothing(method, sip) : offer(method, sip);
            default -> field(method, sip, ASKED.getOrDefault(status, ""));
        };
    }

    private static String field(String method, SipMessage sip, String name) {
        return name.isEmpty() ? ""
                : sip.header(name)
                        .map(value -> "%s has %s: %s.".formatted(method, name, QuotedValues.shown(value)))
                        .orElse("");
    }

    private static String offer(String method, SipMessage sip) {
        String media = sip.knownMedia().stream().map(RefusalHints::medium).collect(Collectors.joining("; "));
        return media.isEmpty() ? "" : "%s offers %s.".formatted(method, media);
    }

    /// `INVITE offers no stream that can be used: m=audio 0 RTP/AVP.`
    private static String nothing(String method, SipMessage sip) {
        return "%s offers no stream that can be used: %s.".formatted(method,
                sip.knownMedia()
                        .stream()
                        .map(media -> QuotedValues.shown("m=%s 0 %s".formatted(media.type(), media.protocol())))
                        .collect(Collectors.joining(", ")));
    }

    /// `audio RTP/SAVP: PCMU, PCMA`.
    private static String medium(MediaDescription media) {
        String port = media.port() == 0 ? " with port 0, no usable stream" : "";
        return QuotedValues.shown(
                "%s %s%s: %s".formatted(media.type(), media.protocol(), port, String.join(", ", media.codecs())));
    }

    /// The request that a response answers, as it was sent first, or [Attempt#NONE].
    private int request(int response) {
        for (int message : index.messagesOf(messages.dialog(response))) {
            if (messages.transaction(message) == messages.transaction(response)) {
                return messages.isRequest(message) ? message : NONE;
            }
        }
        return NONE;
    }
}
