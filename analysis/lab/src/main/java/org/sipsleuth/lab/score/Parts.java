package org.sipsleuth.lab.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.lab.question.Answer;
import org.sipsleuth.lab.question.AnswerException;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Truth;

/// Marks what can be right in parts: sets, ranges, frames, thresholds.
final class Parts {

    /// The ends of a range that was taken from a strip are not exact to the millisecond.
    private static final Duration MOST_TOLERANCE = Duration.ofSeconds(1);
    private static final int TOLERANCE_PARTS = 20;

    private Parts() {}

    static Verdict members(Answer.Members given, Truth.Members truth, int worth) {
        NavigableMap<String, String> names = normal(given.names());
        NavigableMap<String, String> wanted = normal(truth.names());
        int right = (int) names.keySet().stream().filter(wanted::containsKey).count();
        int more = names.size() - right;
        int missed = wanted.size() - right;
        String reason = more == 0 && missed == 0 ? ScoreText.SET_RIGHT.count(right, right)
                : right == 0 ? ScoreText.SET_WRONG.with(names.size(), wanted.size())
                : ScoreText.SET_PARTLY.with(right, more, missed);
        return f1(right, more, missed, worth, reason).with(TruthMarks.ofMembers(names, wanted));
    }

    /// As they were written, by the form in which they are compared.
    private static NavigableMap<String, String> normal(Set<String> names) {
        NavigableMap<String, String> normal = new TreeMap<>();
        names.forEach(name -> normal.putIfAbsent(normal(name), name));
        return normal;
    }

    /// Addresses can be written in several forms.
    private static String normal(String name) {
        try {
            return AnswerText.host(name);
        } catch (AnswerException noAddress) {
            return AnswerText.normal(name);
        }
    }

    static Verdict f1(int right, int more, int missed, int worth, String reason) {
        List<String> formula = new ArrayList<>();
        Share f1 = new Share(2.0 * right, 2.0 * right + more + missed);
        formula.add(ScoreText.P.with(right, right, more, new Share(right, right + more).text()));
        formula.add(ScoreText.R.with(right, right, missed, new Share(right, right + missed).text()));
        formula.add(ScoreText.F1.with(right, right + more, right + missed, f1.text()));
        return Verdict.share(f1, worth, reason, formula);
    }

    static Verdict span(Answer.Span given, Truth.Span truth, int worth) {
        Duration tolerance = tolerance(truth);
        Instant from = near(given.from(), truth.from(), tolerance);
        Instant to = near(given.to(), truth.to(), tolerance);
        Instant later = from.isAfter(truth.from()) ? from : truth.from();
        Instant sooner = to.isBefore(truth.to()) ? to : truth.to();
        Instant first = from.isBefore(truth.from()) ? from : truth.from();
        Instant last = to.isAfter(truth.to()) ? to : truth.to();
        double overlap = Math.max(0, seconds(later, sooner));
        double union = seconds(first, last);
        boolean same = from.equals(truth.from()) && to.equals(truth.to());
        Share share = same ? new Share(1, 1) : new Share(overlap, union);
        String reason = same ? ScoreText.SPAN_RIGHT.with()
                : share.isNone() ? ScoreText.SPAN_WRONG.with(text(Math.abs(seconds(later, sooner))),
                        to.isBefore(truth.from()) ? "before" : "after")
                : ScoreText.SPAN_PARTLY.with(text(overlap), text(union));
        return Verdict
                .share(share, worth, reason,
                        List.of(ScoreText.TOLERANCE.with(text(seconds(tolerance))),
                                ScoreText.OVERLAP.with(text(overlap), text(union), share.text())))
                .with(TruthMarks.ofSpan(new Answer.Span(from, to), truth));
    }

    private static Duration tolerance(Truth.Span truth) {
        Duration part = Duration.between(truth.from(), truth.to()).dividedBy(TOLERANCE_PARTS);
        return part.compareTo(MOST_TOLERANCE) < 0 ? part : MOST_TOLERANCE;
    }

    private static Instant near(Instant given, Instant right, Duration tolerance) {
        return Duration.between(given, right).abs().compareTo(tolerance) <= 0 ? right : given;
    }

    private static double seconds(Instant from, Instant to) {
        return seconds(Duration.between(from, to));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String text(double seconds) {
        return Share.decimal(seconds, seconds < 10 ? 2 : 0) + " s";
    }

    static Verdict frames(Answer.Frames given, Truth.Frames truth, int worth) {
        Set<Integer> right = new HashSet<>(given.numbers());
        right.retainAll(truth.numbers());
        int named = given.numbers().size();
        int wanted = truth.numbers().size();
        Share share = new Share(right.size(), Math.max(named, wanted));
        String reason = share.isAll() ? ScoreText.FRAMES_RIGHT.count(wanted, wanted)
                : share.isNone() ? ScoreText.FRAMES_WRONG.with(named, wanted)
                : ScoreText.FRAMES_PARTLY.with(right.size(), wanted, named - right.size());
        return Verdict
                .share(share, worth, reason,
                        List.of(ScoreText.SHARE.with(right.size(), Math.max(named, wanted), share.text())))
                .with(TruthMarks.ofFrames(given.numbers(), truth.numbers()));
    }

    static Verdict threshold(Answer.Decimal given, Truth.Costs costs, int worth) {
        double threshold = given.value();
        double cost = costs.cost(threshold);
        double least = costs.cost(costs.best());
        double without = costs.costWithout();
        long missed = costs.missed(threshold);
        long wrong = costs.falseAlarms(threshold);
        Share share =
                without > least ? new Share(without - cost, without - least) : new Share(cost <= least ? 1 : 0, 1);
        String reason = share.isAll() ? ScoreText.COST_RIGHT.with(AnswerText.plain(cost))
                : share.isNone()
                        ? ScoreText.COST_WRONG.with(AnswerText.plain(cost), AnswerText.plain(without), missed, wrong)
                : ScoreText.COST_PARTLY.with(AnswerText.plain(cost), AnswerText.plain(least), missed, wrong);
        String perMiss = AnswerText.plain(costs.missCost());
        String perFalse = AnswerText.plain(costs.falseCost());
        List<String> formula = List.of(ScoreText.COST.with(missed, perMiss, wrong, perFalse, AnswerText.plain(cost)),
                ScoreText.COST_BEST.with(AnswerText.plain(costs.best()), AnswerText.plain(least)),
                ScoreText.COST_NONE.with(costs.attacks().size(), perMiss, costs.others().size(), perFalse,
                        AnswerText.plain(without)),
                ScoreText.COST_SHARE.with(AnswerText.plain(without), AnswerText.plain(cost), AnswerText.plain(without),
                        AnswerText.plain(least), share.text()));
        return Verdict.share(share, worth, reason, formula);
    }
}
