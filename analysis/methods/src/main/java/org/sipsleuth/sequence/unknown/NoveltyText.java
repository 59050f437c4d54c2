package org.sipsleuth.sequence.unknown;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.sequence.novelty.Calibration;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.Step;
import org.sipsleuth.sequence.novelty.TransactionWord;
import org.sipsleuth.sequence.novelty.Transition;

/// Describes in the field's terms what is new in a group of unknown dialogs.
public final class NoveltyText {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;
    private static final String TO = " to ";

    private NoveltyText() {}

    /// The class of a group: `unknown_transaction`, `unknown_order`.
    static String kind(NoveltyGroup group) {
        return group.step().isTransaction() ? "unknown_order" : "unknown_transaction";
    }

    /// The group in a few words, without a full stop: `Unfamiliar transaction: INVITE 100 486
    /// without ACK`.
    static String title(NoveltyGroup group) {
        return TEXTS.text("class." + kind(group)) + ": " + subject(group);
    }

    /// What is unknown: `INVITE 100 486 without ACK`, `BYE/200 after INVITE/486`.
    public static String subject(NoveltyGroup group) {
        return group.step().isTransaction() ? step(group.step(), group.word())
                : group.word().isStray() ? stray(group.word())
                : group.word().text() + missing(group);
    }

    private static String missing(NoveltyGroup group) {
        boolean endsThere = group.step().symbol().equals(TransactionWord.END);
        boolean isInvite = group.word().request().endsWith("INVITE");
        if (!endsThere || group.word().status().isEmpty()) {
            return endsThere ? TEXTS.text("novelty.no.final") : "";
        }
        return isInvite && !group.word().types().contains("ACK") ? TEXTS.text("novelty.no.ack") : "";
    }

    private static String stray(TransactionWord word) {
        String request = word.request().substring(1, word.request().length() - 1);
        String types = String.join(" ", word.types());
        return request.equals("request") ? TEXTS.text("novelty.stray", types)
                : TEXTS.text("novelty.stray.to", types, request);
    }

    /// A step in words: `486 to INVITE after 100 to INVITE`.
    static String step(Step step, TransactionWord word) {
        boolean isFirst = isFirst(step);
        String symbol = shown(step.symbol());
        if (step.isTransaction()) {
            return isFirst ? TEXTS.text("novelty.step.first", symbol)
                    : TEXTS.text("novelty.step.after", symbol, context(step));
        }
        if (isFirst) {
            return step.symbol().startsWith("(") ? stray(word) : TEXTS.text("novelty.step.request", symbol);
        }
        String before = shown(step.context().getLast());
        return step.symbol().equals(TransactionWord.END) ? TEXTS.text("novelty.step.end", before)
                : TEXTS.text("novelty.step.after", symbol, before);
    }

    /// A symbol of a model for people: `100 to INVITE`.
    private static String shown(String symbol) {
        int at = symbol.indexOf(TO);
        return at < 0 ? symbol
                : TEXTS.text("novelty.symbol", symbol.substring(0, at), symbol.substring(at + TO.length()));
    }

    private static boolean isFirst(Step step) {
        return step.context().isEmpty() || step.context().getLast().equals(Transition.START);
    }

    private static String context(Step step) {
        return step.context()
                .stream()
                .filter(each -> !each.equals(Transition.START))
                .map(each -> each.equals(Transition.CUT) ? "…" : shown(each))
                .collect(Collectors.joining(step.isTransaction() ? " → " : ", "));
    }

    /// How often a step was seen: `seen 0 of 1,204 times after 486 to INVITE`.
    static String seen(Step step) {
        if (isFirst(step)) {
            return TEXTS.text(step.isTransaction() ? "novelty.seen.dialogs" : "novelty.seen.transactions", step.seen(),
                    step.after());
        }
        return step.after() == 0 ? TEXTS.text("novelty.seen.never", context(step))
                : TEXTS.text("novelty.seen.after", step.seen(), step.after(), context(step));
    }

    /// Why the dialogs of a group are unknown, in a few words: the step, its counts, and how it
    /// departs from RFC 3261.
    public static String reason(NoveltyGroup group) {
        String seen = seen(group.step());
        return group.deviation().map(its -> TEXTS.text("novelty.reason", seen, its.section())).orElse(seen);
    }

    static String explanation(NoveltyGroup group, NearestWord nearest) {
        return Stream
                .of(observed(group), TEXTS.text("novelty.rare", step(group.step(), group.word()), seen(group.step())),
                        group.deviation().map(its -> TEXTS.text("deviation." + its.word(), its.section())).orElse(""),
                        rarity(group), own(group), calibration(group), near(group, nearest))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String observed(NoveltyGroup group) {
        return group.step().isTransaction() ? TEXTS.text("novelty.order.here", group.count(), group.name())
                : TEXTS.text("novelty.transaction.here", group.count(), group.name());
    }

    private static String rarity(NoveltyGroup group) {
        List<String> senders = group.senders();
        if (group.allSenders() == 1) {
            return senders.isEmpty() ? "" : TEXTS.text("novelty.sender", senders.getFirst());
        }
        return TEXTS.text("novelty.senders", group.allSenders(), senders.size(),
                senders.size() == 1 ? " (" + senders.getFirst() + ")" : "");
    }

    private static String own(NoveltyGroup group) {
        return group.novelty().model().foundation().isEmpty() ? ""
                : TEXTS.text("novelty.own", step(group.ownStep(), group.word()), seen(group.ownStep()));
    }

    private static String calibration(NoveltyGroup group) {
        Optional<Calibration> calibration = group.novelty().model().calibration();
        return calibration.isEmpty() ? ""
                : TEXTS.text("novelty.p",
                        String.format(SentenceLanguage.current(), "%.2g", group.pValue().orElseThrow()),
                        calibration.get().dialogs());
    }

    private static String near(NoveltyGroup group, NearestWord nearest) {
        NoveltyModel model = group.novelty().model();
        return group.step().isTransaction() ? ""
                : nearest.of(group.word())
                        .map(known -> TEXTS.text("novelty.near", known.text(), model.words().getOrDefault(known, 0L)))
                        .orElse("");
    }
}
