package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.sentence.Sentence.Punctuation.ARROW;
import static org.sipsleuth.sentence.Sentence.Punctuation.CLOSE;
import static org.sipsleuth.sentence.Sentence.Punctuation.COLON;
import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.ELLIPSIS;
import static org.sipsleuth.sentence.Sentence.Punctuation.OPEN;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.paragraph;
import static org.sipsleuth.sentence.Sentence.row;
import static org.sipsleuth.sentence.Sentence.significant;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.novelty.Calibration;
import org.sipsleuth.sequence.novelty.Deviation;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.Step;
import org.sipsleuth.sequence.novelty.TransactionWord;
import org.sipsleuth.sequence.novelty.Transition;

/// Describes in the field's terms what is new in a group of unknown dialogs.
public final class NoveltyText {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;
    private static final String TO = " to ";
    private static final int MOST_NAMED = 3;

    /// How symbols begin of whose transaction no request was captured.
    private static final String STRAY = "(";

    private static final Pattern FINAL = Pattern.compile("^[2-6]\\d\\d\\b");
    private static final String DEVIATION = "deviation.";

    private NoveltyText() {}

    /// The class of a group: `unknown_transaction`, `unknown_order`.
    static String kind(NoveltyGroup group) {
        return group.step().isTransaction() ? "unknown_order" : "unknown_transaction";
    }

    /// The group in a few words, without a full stop: `Unfamiliar transaction: INVITE 100 486
    /// without ACK`.
    static Sentence title(NoveltyGroup group) {
        return joined(COLON, List.of(TEXTS.sentence("class." + kind(group)), subject(group)));
    }

    /// What is unknown: `INVITE 100 486 without ACK`, `BYE/200 after INVITE/486`.
    public static Sentence subject(NoveltyGroup group) {
        return group.step().isTransaction() ? step(group.step(), group.word())
                : group.word().isStray() ? stray(group.word())
                : row(term(group.word().text()), missing(group));
    }

    /// A step of a transaction, as its key has it: `No ACK after 486 to INVITE`.
    ///
    /// @param symbol what came: `200 to INVITE`, `end`
    /// @param before what came before it; empty where nothing did
    public static Sentence transactionTitle(String symbol, String before) {
        if (before.isEmpty()) {
            return symbol.startsWith(STRAY) ? strayTitle(symbol) : TEXTS.sentence("novelty.step.request", term(symbol));
        }
        if (before.startsWith(STRAY)) {
            return TEXTS.sentence("novelty.stray", term(symbol.replaceAll("[()]", "")));
        }
        if (!symbol.equals(TransactionWord.END)) {
            return TEXTS.sentence("novelty.step.after", shown(symbol), shown(before));
        }
        boolean isProvisional = !FINAL.matcher(before).find();
        return isProvisional ? TEXTS.sentence("novelty.title.no.final", shown(before))
                : before.endsWith("INVITE") ? TEXTS.sentence("novelty.title.no.ack", shown(before))
                : TEXTS.sentence("novelty.step.end", shown(before));
    }

    private static Sentence strayTitle(String symbol) {
        String request = symbol.replaceAll("[()]", "");
        return request.equals("request") ? TEXTS.sentence("novelty.title.no.request")
                : TEXTS.sentence("novelty.title.response", term(request));
    }

    private static Sentence missing(NoveltyGroup group) {
        boolean endsThere = group.step().symbol().equals(TransactionWord.END);
        boolean isInvite = group.word().request().endsWith("INVITE");
        if (!endsThere || group.word().status().isEmpty()) {
            return endsThere ? TEXTS.sentence("novelty.no.final") : none();
        }
        return isInvite && !group.word().types().contains("ACK") ? TEXTS.sentence("novelty.no.ack") : none();
    }

    /// A transaction of which no request was captured: `200 to INVITE without any request before it`.
    public static Sentence stray(TransactionWord word) {
        String request = word.request().substring(1, word.request().length() - 1);
        Sentence types = term(String.join(" ", word.types()));
        return request.equals("ACK") ? TEXTS.sentence("novelty.response.to.ack", types)
                : request.equals("request") ? TEXTS.sentence("novelty.stray", types)
                : TEXTS.sentence("novelty.stray.to", types, term(request));
    }

    /// A step in words: `486 to INVITE after 100 to INVITE`.
    public static Sentence step(Step step, TransactionWord word) {
        boolean isFirst = isFirst(step);
        Sentence symbol = shown(step.symbol());
        if (step.isTransaction()) {
            return isFirst ? TEXTS.sentence("novelty.step.first", symbol)
                    : TEXTS.sentence("novelty.step.after", symbol, context(step));
        }
        if (isFirst) {
            return step.symbol().startsWith("(") ? stray(word) : TEXTS.sentence("novelty.step.request", symbol);
        }
        Sentence before = shown(step.context().getLast());
        return step.symbol().equals(TransactionWord.END) ? TEXTS.sentence("novelty.step.end", before)
                : TEXTS.sentence("novelty.step.after", symbol, before);
    }

    /// A symbol of a model for people: `100 to INVITE`.
    public static Sentence shown(String symbol) {
        int at = symbol.indexOf(TO);
        return at < 0 ? term(symbol)
                : TEXTS.sentence("novelty.symbol", term(symbol.substring(0, at)),
                        term(symbol.substring(at + TO.length())));
    }

    private static boolean isFirst(Step step) {
        return step.context().isEmpty() || step.context().getLast().equals(Transition.START);
    }

    private static Sentence context(Step step) {
        return joined(step.isTransaction() ? ARROW : COMMA,
                step.context()
                        .stream()
                        .filter(each -> !each.equals(Transition.START))
                        .map(each -> each.equals(Transition.CUT) ? ELLIPSIS : shown(each))
                        .toList());
    }

    /// How often a step was seen: `seen 0 of 1,204 times after 486 to INVITE`.
    public static Sentence seen(Step step) {
        if (isFirst(step)) {
            return TEXTS.sentence(step.isTransaction() ? "novelty.seen.dialogs" : "novelty.seen.transactions",
                    count(step.seen()), count(step.after()));
        }
        return step.after() == 0 ? TEXTS.sentence("novelty.seen.never", context(step))
                : TEXTS.sentence("novelty.seen.after", count(step.seen()), count(step.after()), context(step));
    }

    /// Why the dialogs of a group are unknown, in a few words: the step, its counts, and how it
    /// departs from RFC 3261.
    public static Sentence reason(NoveltyGroup group) {
        Sentence seen = seen(group.step());
        return group.deviation().map(its -> TEXTS.sentence("novelty.reason", seen, term(its.section()))).orElse(seen);
    }

    /// How an order departs from RFC 3261.
    static Sentence deviation(Deviation deviation) {
        return TEXTS.sentence(DEVIATION + deviation.word(), term(deviation.section()));
    }

    static Sentence explanation(NoveltyGroup group, NearestWord nearest) {
        return paragraph(observed(group),
                TEXTS.sentence("novelty.rare", step(group.step(), group.word()), seen(group.step())), group.departure(),
                rarity(group), own(group), calibration(group), near(group, nearest));
    }

    private static Sentence observed(NoveltyGroup group) {
        return group.step().isTransaction()
                ? TEXTS.sentence("novelty.order.here", count(group.count()), term(group.name()))
                : TEXTS.sentence("novelty.transaction.here", count(group.count()), term(group.name()));
    }

    private static Sentence rarity(NoveltyGroup group) {
        List<String> senders = group.senders();
        if (group.allSenders() == 1) {
            return senders.isEmpty() ? none() : TEXTS.sentence("novelty.sender", host(senders.getFirst()));
        }
        Sentence named = joined(COMMA, senders.stream().map(Sentence::host).toList());
        return TEXTS.sentence("novelty.senders", count(group.allSenders()), count(senders.size()),
                senders.size() <= MOST_NAMED ? row(OPEN, named, CLOSE) : none());
    }

    private static Sentence own(NoveltyGroup group) {
        return group.novelty().model().foundation().isEmpty() ? none()
                : TEXTS.sentence("novelty.own", step(group.ownStep(), group.word()), seen(group.ownStep()));
    }

    private static Sentence calibration(NoveltyGroup group) {
        Optional<Calibration> calibration = group.novelty().model().calibration();
        return calibration.isEmpty() ? none()
                : TEXTS.sentence("novelty.p", significant(group.pValue().orElseThrow(), 2),
                        count(calibration.get().dialogs()));
    }

    private static Sentence near(NoveltyGroup group, NearestWord nearest) {
        NoveltyModel model = group.novelty().model();
        return group.step().isTransaction() ? none()
                : nearest.of(group.word())
                        .map(known -> TEXTS.sentence("novelty.near", term(known.text()),
                                count(model.words().getOrDefault(known, 0L))))
                        .orElse(none());
    }
}
