package org.sipsleuth.view.sequence.prediction.hop;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.novelty.Expectation;
import org.sipsleuth.sequence.novelty.Expected;
import org.sipsleuth.sequence.novelty.HopStep;
import org.sipsleuth.sequence.novelty.HopTimes;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.ProtocolTimer;
import org.sipsleuth.sequence.novelty.TransactionWord;
import org.sipsleuth.sequence.novelty.Transition;
import org.sipsleuth.sequence.unknown.NoveltyText;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.triage.Departure;
import org.sipsleuth.view.ui.UtcTime;

/// The words for a message on its hop: what it is, what was expected, what usually follows and
/// within what time.
final class HopText {

    private static final String KEY = "sequence.prediction.hop.";
    private static final int MOST_ROWS = 3;

    /// What is less probable is no news.
    private static final double LEAST_SHARE = 0.005;

    /// What was expected is listed until so much of it is.
    private static final double MOST_EXPECTED = 0.9;

    /// What comes less often after the same messages is rare.
    private static final double RARE = 0.005;

    private static final String NO_RESPONSE = "/-";

    private HopText() {}

    static List<String> sentences(HopMoment moment) {
        List<String> sentences = new ArrayList<>();
        moment.course().at(moment.message()).forEach(each -> sentences.add(departs(moment, each)));
        moment.course()
                .departures()
                .stream()
                .filter(each -> each.message() < moment.message())
                .forEach(each -> sentences.add(departed(moment, each)));
        if (moment.standing() != HopMoment.Standing.DEPARTS) {
            sentences.add(here(moment));
        }
        time(moment).ifPresent(sentences::add);
        if (moment.steps().isCutAfter(moment.message())) {
            sentences.add(text(KEY + "cut.after"));
        }
        return List.copyOf(sentences);
    }

    static String departing(HopMoment moment) {
        return moment.course()
                .at(moment.message())
                .stream()
                .map(each -> departs(moment, each))
                .collect(Collectors.joining("\n"));
    }

    private static String departs(HopMoment moment, Departure departure) {
        return switch (departure) {
            case Departure.OfStep(HopStep step) -> text(KEY + "departs", departure(moment, step));
            case Departure.OfProblem(_, Sentence title, Sentence explanation) ->
                    text(KEY + "problem", title.text(), explanation.text());
        };
    }

    private static String departed(HopMoment moment, Departure departure) {
        int place = moment.steps().place(departure.message());
        return switch (departure) {
            case Departure.OfStep(HopStep step) -> text(KEY + "departed", place, departure(moment, step));
            case Departure.OfProblem(_, Sentence title, Sentence explanation) ->
                    text(KEY + "problem.since", place, title.text(), explanation.text());
        };
    }

    /// What departs, what was expected there, and the section of RFC 3261.
    private static String departure(HopMoment moment, HopStep step) {
        return what(moment, step) + expected(moment, step) + section(step);
    }

    private static String section(HopStep step) {
        return step.deviation().map(deviation -> text(KEY + "section", deviation.section())).orElse("");
    }

    /// Whether nothing before it makes anything else expected.
    private static boolean isFirst(HopStep step) {
        return step.place() == 0 || (step.place() < 0 && step.transition().before().equals(Transition.START));
    }

    /// `BYE/200 after INVITE/486`, `no ACK after 200 to INVITE by this BYE`.
    private static String what(HopMoment moment, HopStep step) {
        TransactionWord word = step.word();
        if (isStray(step)) {
            return NoveltyText.stray(word).text();
        }
        if (!step.isAbsence()) {
            boolean isOther = word.request().startsWith("other") && step.place() == 0;
            return isOther ? text(KEY + "method", type(moment, step.message()))
                    : NoveltyText.step(step.step(), word).text();
        }
        boolean isAnswered = !word.status().isEmpty();
        boolean isAck = isAnswered && word.request().endsWith("INVITE");
        String missing = isAck ? "ack" : isAnswered ? "more" : "final";
        String after = isAnswered ? text(KEY + "to", word.status(), word.request()) : word.request();
        String awaited = text(KEY + "no." + missing, after);
        HopUnits units = moment.steps().novelty().units();
        boolean isLater = step.message() != units.message(step.unit())
                && moment.steps().at(step.message()).stream().anyMatch(each -> each.unit() != step.unit());
        return isLater ? text(KEY + "by.then", awaited, type(moment, step.message())) : awaited;
    }

    /// Whether it is that a transaction begins without its request.
    private static boolean isStray(HopStep step) {
        return step.word().isStray() && step.place() <= 1;
    }

    private static String type(HopMoment moment, int message) {
        MessageTable table = moment.steps().novelty().units().index().messages();
        return DifferenceText.shown(table.typeName(table.type(message)));
    }

    private static String expected(HopMoment moment, HopStep step) {
        if (isStray(step)) {
            return text(KEY + "expected.request");
        }
        if (step.place() == 0 && step.word().request().equals("CANCEL")) {
            return text(KEY + "expected.invite");
        }
        Expectation expectation = step.expected(moment.model());
        if (expectation.likely().isEmpty()) {
            return text(KEY + "expected.nothing");
        }
        List<String> names = new ArrayList<>();
        double sum = 0;
        for (Expected each : expectation.likely()) {
            if (names.size() < MOST_ROWS && sum < MOST_EXPECTED && (names.isEmpty() || each.probability() > RARE)) {
                names.add(text(KEY + "share", name(expectation, each), share(moment, expectation, each)));
                sum += each.probability();
            }
        }
        return text(KEY + "expected", String.join(", ", names));
    }

    /// `ACK to INVITE`, `BYE/200`, `end of the transaction`.
    private static String name(Expectation expectation, Expected expected) {
        String symbol = expected.symbol();
        if (expected.isEnd()) {
            String what = expectation.isTransaction() ? "dialog" : "transaction";
            return text(KEY + "end." + what);
        }
        return symbol.endsWith(NO_RESPONSE)
                ? text(KEY + "unanswered", symbol.substring(0, symbol.length() - NO_RESPONSE.length()))
                : NoveltyText.shown(symbol).text();
    }

    private static String share(HopMoment moment, Expectation expectation, Expected expected) {
        return moment.model().isGrounded() && expectation.isGrounded() ? Share.of(expected.probability())
                : text(KEY + "seen", expected.seen(), expected.after());
    }

    /// The message itself, apart from where the dialog departed.
    private static String here(HopMoment moment) {
        Optional<HopStep> own = moment.steps().own(moment.message());
        if (own.isEmpty()) {
            return moment.steps()
                    .noStep(moment.message())
                    .map(why -> text(KEY + "none." + why.name().toLowerCase(Locale.ROOT)))
                    .orElse("");
        }
        HopStep worst = moment.steps().at(moment.message()).stream().findFirst().orElse(own.get());
        String name = what(moment, worst);
        String bits = bits(worst.step().bits());
        if (worst.step().isUnseen()) {
            return text(KEY + "new" + (moment.course().isJudged() ? "" : ".unfit"), name + expected(moment, worst),
                    bits);
        }
        boolean isRare = worst.step().bits() > -Math.log(RARE) / Math.log(2);
        boolean isAgainst = worst.deviation().isPresent();
        return isRare || isAgainst
                ? text(KEY + (isAgainst ? "against" : "rare"),
                        isFirst(worst) ? what(moment, worst) + section(worst) : departure(moment, worst), bits,
                        NoveltyText.seen(worst.step()).text())
                : text(KEY + (own.get().isLate() ? "overdue" : "usual"), shortName(own.get()), bits);
    }

    private static String shortName(HopStep own) {
        return NoveltyText.shown(own.step().symbol()).text();
    }

    /// `18.4`
    static String bits(double bits) {
        return String.format(Locale.ROOT, "%.1f", bits);
    }

    /// How long the message took, where that is known.
    private static Optional<String> time(HopMoment moment) {
        return moment.steps()
                .own(moment.message())
                .filter(own -> own.elapsedNanos() >= 0 && own.place() > 0 && !isStray(own))
                .map(own -> {
                    String before = NoveltyText.shown(symbol(own.word(), own.place() - 1)).text();
                    String usually =
                            moment.course().times().flatMap(times -> times.of(own)).map(HopText::usually).orElse("");
                    String late = own.timer()
                            .filter(_ -> own.isLate())
                            .map(timer -> text(KEY + "late", UtcTime.length((double) timer.nanos()), timer.section()))
                            .orElse("");
                    return text(KEY + "time", UtcTime.length((double) own.elapsedNanos()), before, usually, late);
                });
    }

    private static String usually(HopTimes.Usual usual) {
        return text(KEY + "usually", UtcTime.length((double) usual.medianNanos()),
                UtcTime.length((double) usual.mostNanos()), usual.count());
    }

    private static String symbol(TransactionWord word, int place) {
        return place == 0 ? word.request() : word.types().get(place - 1) + " to " + word.request();
    }

    static List<Following> following(HopMoment moment) {
        return moment.step().map(step -> {
            Expectation expectation = step.following(moment.model());
            int next = step.place() + 1;
            String came = next <= step.word().types().size() ? symbol(step.word(), next)
                    : step.word().isCut() ? ""
                    : TransactionWord.END;
            String before = symbol(step.word(), step.place());
            return rows(moment, without(expectation, step), came,
                    expected -> moment.course().times().flatMap(times -> times.ofMessage(before, expected.symbol())));
        }).orElse(List.of());
    }

    /// What came already does not come again: repeated messages are no steps.
    private static Expectation without(Expectation expectation, HopStep step) {
        List<String> came = IntStream.rangeClosed(0, Math.min(step.place(), step.word().types().size()))
                .mapToObj(place -> symbol(step.word(), place))
                .toList();
        List<Expected> likely =
                expectation.likely().stream().filter(expected -> !came.contains(expected.symbol())).toList();
        double left = likely.stream().mapToDouble(Expected::probability).sum();
        return new Expectation(expectation.isTransaction(), likely, Math.max(0, 1 - left));
    }

    static List<Following> nextTransactions(HopMoment moment) {
        return moment.step().filter(step -> isAtEnd(moment, step)).map(step -> {
            Expectation expectation = step.nextTransaction(moment.model());
            String before = step.word().request() + "/" + step.word().status();
            return rows(moment, expectation, moment.steps().next(step).orElse(""),
                    expected -> moment.course()
                            .times()
                            .flatMap(times -> times.ofTransaction(before, expected.symbol())));
        }).orElse(List.of());
    }

    private static boolean isAtEnd(HopMoment moment, HopStep step) {
        List<Expected> likely = step.following(moment.model()).likely();
        return !step.word().status().isEmpty() && step.place() == step.word().types().size()
                && (likely.isEmpty() || likely.getFirst().isEnd());
    }

    private interface TimeOf {
        Optional<HopTimes.Usual> of(Expected expected);
    }

    private static List<Following> rows(HopMoment moment, Expectation expectation, String came, TimeOf times) {
        return expectation.likely()
                .stream()
                .filter(expected -> expected.probability() >= LEAST_SHARE)
                .limit(MOST_ROWS)
                .map(expected -> new Following(name(expectation, expected), type(expected), expected.probability(),
                        share(moment, expectation, expected),
                        expected.isEnd() || expected.symbol().endsWith(NO_RESPONSE) ? ""
                                : times.of(expected).map(HopText::within).orElse(""),
                        expected.symbol().equals(came)))
                .toList();
    }

    /// `ACK` of `ACK to INVITE`, `BYE` of `BYE/200`, `INVITE` of `re-INVITE/200`.
    private static String type(Expected expected) {
        return expected.isEnd() ? "" : expected.symbol().replaceFirst("( to .*|[/(].*)$", "").replaceFirst("^re-", "");
    }

    private static String within(HopTimes.Usual usual) {
        return text(KEY + "within", UtcTime.length((double) usual.medianNanos()),
                UtcTime.length((double) usual.mostNanos()), usual.count());
    }

    static String timer(HopMoment moment) {
        return moment.step()
                .flatMap(HopStep::nextTimer)
                .map(timer -> text(KEY + "timer." + timer.word(), UtcTime.length((double) timer.nanos()),
                        timer.section())
                        + (timer.isRetransmitted()
                                ? " " + text(KEY + "timer.again", UtcTime.length((double) ProtocolTimer.T1_NANOS))
                                : ""))
                .orElse("");
    }

    /// `5 BYE: 18.4 bits`, and what departs there.
    static String bar(HopMoment moment) {
        int place = moment.steps().place(moment.message());
        String type = type(moment, moment.message());
        if (moment.steps().at(moment.message()).isEmpty()) {
            return text(KEY + "bits.none", place, type);
        }
        String bits = text(KEY + "bits", place, type, bits(moment.steps().bits(moment.message())));
        return moment.standing() == HopMoment.Standing.DEPARTS ? bits + "\n" + moment.departing() : bits;
    }

    /// The hop of a message: `192.0.2.11 → 192.0.2.1`.
    static String hop(HopMoment moment) {
        TransactionTable table = moment.steps().novelty().units().table();
        return text(KEY + "hop", table.host(table.source(moment.message())),
                table.host(table.destination(moment.message())));
    }

    /// All of a moment, line by line.
    static String all(HopMoment moment) {
        List<String> lines = new ArrayList<>(moment.sentences());
        lines.add(moment.following().stream().map(HopText::line).collect(Collectors.joining("; ")));
        lines.add(moment.nextTransactions().stream().map(HopText::line).collect(Collectors.joining("; ")));
        lines.add(moment.timer());
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String line(Following row) {
        return row.name() + " " + row.share() + (row.time().isEmpty() ? "" : ", " + row.time());
    }
}
