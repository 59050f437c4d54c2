package org.sipsleuth.triage;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.sequence.unknown.NoveltyText;

/// Words the cause of a row from its key alone, so that it has one name wherever it is shown, also
/// where its captures are not open.
final class CauseText {

    static final MethodTexts TEXTS = MethodTexts.beside(CauseText.class);

    /// The key of a user who was not found though registered before.
    static final String REGISTERED = "not_found_though_registered";

    private static final String PLAIN = "plain.";
    private static final String CALL = "INVITE";
    private static final String REGISTRATION = "REGISTER";
    private static final String AFTER = " after ";

    private static final Set<Cause> DROPPED = EnumSet.of(Cause.NO_ACK, Cause.BYE_UNANSWERED, Cause.BYE_REFUSED,
            Cause.SESSION_TIMER_EXPIRED, Cause.REQUEST_UNANSWERED);

    private static final Set<Cause> FAILED =
            EnumSet.of(Cause.NO_RESPONSE, Cause.NO_FINAL_RESPONSE, Cause.REQUEST_TIMEOUT, Cause.LOOP,
                    Cause.SERVICE_UNAVAILABLE, Cause.SERVER_TIMEOUT, Cause.SERVER_ERROR, Cause.GLOBAL_FAILURE);

    /// What hints rest on, where no cause of an outcome has their name.
    private static final Map<DialogHint, Cause> LIKE = Map.of(DialogHint.ANSWER_REPEATED, Cause.NO_ACK,
            DialogHint.CONTACT_UNREACHABLE, Cause.NO_ACK, DialogHint.DROPPED_AFTER_32_S, Cause.NO_ACK,
            DialogHint.NO_ANSWER, Cause.NO_RESPONSE, DialogHint.CANCEL_UNANSWERED, Cause.CANCELLED_BY_CALLER,
            DialogHint.REGISTER_UNANSWERED, Cause.NO_RESPONSE, DialogHint.CODEC_MISMATCH, Cause.MEDIA_NOT_ACCEPTABLE,
            DialogHint.OVERLOAD, Cause.SERVICE_UNAVAILABLE);

    private CauseText() {}

    /// In the field's terms: `No ACK`, `INVITE refused: forbidden`, `BYE/200 after INVITE/486`.
    static Sentence title(TriageCause cause) {
        return switch (cause.source()) {
            case PROBLEM -> problem(cause.key());
            case TRANSACTION -> NoveltyText.transactionTitle(before(cause.key()), after(cause.key()));
            case ORDER, SEQUENCE -> Sentence.term(cause.key());
        };
    }

    private static String before(String key) {
        int at = key.indexOf(AFTER);
        return at < 0 ? key : key.substring(0, at);
    }

    private static String after(String key) {
        int at = key.indexOf(AFTER);
        return at < 0 ? "" : key.substring(at + AFTER.length());
    }

    private static Sentence problem(String key) {
        Optional<DialogHint> hint = hint(key);
        Optional<Cause> cause = cause(key);
        if (hint.isPresent()) {
            return Sentence.term(hint.get().label());
        }
        if (key.equals(REGISTERED)) {
            return TEXTS.sentence("problem.registered", Sentence.term(outcome(Cause.NOT_FOUND)));
        }
        return cause.map(each -> TEXTS.sentence("problem", Sentence.term(method(key)), Sentence.term(outcome(each))))
                .orElseGet(() -> Sentence.term(key));
    }

    /// `refused: forbidden`.
    private static String outcome(Cause cause) {
        Outcome outcome =
                DROPPED.contains(cause) ? Outcome.DROPPED : FAILED.contains(cause) ? Outcome.FAILED : Outcome.REFUSED;
        return outcome.text() + ": " + cause.text();
    }

    /// For a reader who does not know SIP's terms: `Answered calls dropped: the ACK never came`.
    static Sentence plain(TriageCause cause) {
        if (cause.source() != TriageCause.Source.PROBLEM) {
            return TEXTS.sentence(PLAIN + cause.source().word());
        }
        String method = method(cause.key());
        String what = PLAIN + cause.key().split(" ", 2)[0];
        boolean isOfCalls = method.isEmpty() || method.equals(CALL);
        String key = isOfCalls ? what : method.equals(REGISTRATION) ? PLAIN + "register" : PLAIN + "request";
        return TEXTS.find(key).isEmpty() ? title(cause)
                : TEXTS.sentence(key, Sentence.term(method),
                        Sentence.term(cause(cause.key()).map(Cause::text).orElse("")));
    }

    /// The RFC and section that a problem is about.
    static Optional<String> source(TriageCause cause) {
        return cause.source() != TriageCause.Source.PROBLEM ? Optional.empty()
                : cause(cause.key()).or(() -> hint(cause.key()).flatMap(each -> Optional.ofNullable(LIKE.get(each))))
                        .or(() -> cause.key().equals(REGISTERED) ? Optional.of(Cause.NOT_FOUND) : Optional.empty())
                        .map(Cause::source);
    }

    private static String method(String key) {
        int at = key.indexOf(' ');
        return at < 0 ? "" : key.substring(at + 1);
    }

    private static Optional<DialogHint> hint(String key) {
        return Stream.of(DialogHint.values()).filter(each -> each.id().equals(key)).findFirst();
    }

    private static Optional<Cause> cause(String key) {
        String name = key.split(" ", 2)[0];
        return Stream.of(Cause.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }
}
