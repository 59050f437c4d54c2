package org.sipsleuth.triage;

import java.util.Optional;
import org.sipsleuth.problem.ProblemTitle;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.unknown.NoveltyText;

/// Words the cause of a row from its key alone, so that it has one name wherever it is shown, also
/// where its captures are not open.
final class CauseText {

    private static final MethodTexts TEXTS = MethodTexts.beside(CauseText.class);
    private static final String PLAIN = "plain.";
    private static final String AFTER = " after ";

    private CauseText() {}

    /// In the field's terms: `Dropped: no ACK`, `INVITE refused: forbidden`, `BYE/200 after
    /// INVITE/486`.
    static Sentence title(TriageCause cause) {
        return switch (cause.source()) {
            case PROBLEM -> ProblemTitle.of(cause.key());
            case TRANSACTION -> NoveltyText.transactionTitle(before(cause.key()), after(cause.key()));
            case ORDER, SEQUENCE -> Sentence.term(cause.key());
            case PERIOD -> TEXTS.sentence("title.period", Sentence.host(cause.key()));
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

    /// For a reader who does not know SIP's terms: `Answered calls dropped: the ACK never came`.
    static Sentence plain(TriageCause cause) {
        return switch (cause.source()) {
            case PROBLEM -> ProblemTitle.plain(cause.key());
            case TRANSACTION, ORDER, SEQUENCE, PERIOD -> TEXTS.sentence(PLAIN + cause.source().word());
        };
    }

    /// The RFC and section that a problem is about.
    static Optional<String> source(TriageCause cause) {
        return cause.source() == TriageCause.Source.PROBLEM ? ProblemTitle.source(cause.key()) : Optional.empty();
    }
}
