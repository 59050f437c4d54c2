package org.sipsleuth.problem;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.media.fault.MediaFaultKind;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.fault.FaultKind;

/// Words a problem from its key alone, so that it has one name wherever it is shown, also where its
/// captures are not open: `no_ack`, `forbidden INVITE`.
public final class ProblemTitle {

    /// The key of a user who was not found though registered before.
    public static final String REGISTERED = "not_found_though_registered";

    private static final MethodTexts TEXTS = ProblemTexts.TEXTS;
    private static final String TITLE = "title.";
    private static final String PLAIN = "plain.";
    private static final String CALL = "INVITE";
    private static final String REGISTRATION = "REGISTER";

    private static final Set<Cause> DROPPED = EnumSet.of(Cause.NO_ACK, Cause.BYE_UNANSWERED, Cause.BYE_REFUSED,
            Cause.SESSION_TIMER_EXPIRED, Cause.REQUEST_UNANSWERED);

    private static final Set<Cause> FAILED =
            EnumSet.of(Cause.NO_RESPONSE, Cause.NO_FINAL_RESPONSE, Cause.REQUEST_TIMEOUT, Cause.LOOP,
                    Cause.SERVICE_UNAVAILABLE, Cause.SERVER_TIMEOUT, Cause.SERVER_ERROR, Cause.GLOBAL_FAILURE);

    private ProblemTitle() {}

    /// In the field's terms: `Dropped: no ACK`, `INVITE refused: forbidden`; the key where this
    /// version does not know it.
    public static Sentence of(String key) {
        Optional<DialogHint> hint = hint(key);
        if (hint.isPresent()) {
            return of(hint.get().id(), hint.get());
        }
        if (key.equals(REGISTERED)) {
            return TEXTS.sentence("cause.registered", Sentence.term(outcome(Cause.NOT_FOUND)));
        }
        return cause(key).map(each -> TEXTS.sentence("cause", Sentence.term(method(key)), Sentence.term(outcome(each))))
                .or(() -> media(key).map(each -> of(each, key)))
                .or(() -> network(key))
                .orElseGet(() -> Sentence.term(key));
    }

    /// That of a fault of media: `Jitter at the sender`.
    static Sentence of(MediaFaultKind kind, String key) {
        return TEXTS.find(TITLE + key.replace(' ', '.')).orElseGet(() -> Sentence.english(kind.label()));
    }

    private static Optional<MediaFaultKind> media(String key) {
        return Arrays.stream(MediaFaultKind.values()).filter(each -> each.id().equals(kind(key))).findFirst();
    }

    private static Optional<Sentence> network(String key) {
        return Arrays.stream(FaultKind.values())
                .filter(each -> each.id().equals(kind(key)))
                .map(each -> Sentence.english(each.label()))
                .findFirst();
    }

    /// That of a hint.
    ///
    /// @param variant its text, where one for the variant exists
    static Sentence of(String variant, DialogHint hint) {
        return TEXTS.find(TITLE + variant)
                .or(() -> TEXTS.find(TITLE + hint.id()))
                .orElseGet(() -> Sentence.term(hint.label()));
    }

    /// That of a hint which stands behind another one, as why that is there: `no PRACK`.
    static Sentence ofReason(DialogHint hint) {
        return of(hint.id() + ".reason", hint);
    }

    /// Whether a hint has a title that says more than its label.
    static boolean isOwn(DialogHint hint) {
        return TEXTS.find(TITLE + hint.id()).isPresent();
    }

    /// For a reader who does not know SIP's terms: `Answered calls dropped: the ACK never came`.
    public static Sentence plain(String key) {
        String method = method(key);
        String what = PLAIN + kind(key);
        boolean isOfCalls = method.isEmpty() || method.equals(CALL);
        String text = isOfCalls ? what : method.equals(REGISTRATION) ? PLAIN + "register" : PLAIN + "request";
        return TEXTS.find(text).isEmpty() ? of(key)
                : TEXTS.sentence(text, Sentence.term(method), Sentence.term(cause(key).map(Cause::text).orElse("")));
    }

    /// The RFC and section that a problem is about.
    public static Optional<String> source(String key) {
        return hint(key).map(DialogHint::source)
                .or(() -> cause(key).map(Cause::source))
                .or(() -> media(key).map(MediaFaultKind::source))
                .or(() -> key.equals(REGISTERED) ? Optional.of(Cause.NOT_FOUND.source()) : Optional.empty());
    }

    /// `refused: forbidden`.
    private static String outcome(Cause cause) {
        Outcome outcome =
                DROPPED.contains(cause) ? Outcome.DROPPED : FAILED.contains(cause) ? Outcome.FAILED : Outcome.REFUSED;
        return outcome.text() + ": " + cause.text();
    }

    private static String kind(String key) {
        return key.split(" ", 2)[0];
    }

    private static String method(String key) {
        int at = key.indexOf(' ');
        return at < 0 ? "" : key.substring(at + 1);
    }

    private static Optional<DialogHint> hint(String key) {
        return Arrays.stream(DialogHint.values()).filter(each -> each.id().equals(key)).findFirst();
    }

    private static Optional<Cause> cause(String key) {
        String name = kind(key);
        return Arrays.stream(Cause.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
