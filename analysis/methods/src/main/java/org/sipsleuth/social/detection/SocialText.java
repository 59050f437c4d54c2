package org.sipsleuth.social.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.grouped;
import static org.sipsleuth.sentence.Sentence.percent;
import static org.sipsleuth.sentence.Sentence.time;
import static org.sipsleuth.sentence.Sentence.user;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.social.detection.FlaggedCalls.Side;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.flag.FlagReason;
import org.sipsleuth.social.flag.FlaggedUser;

/// States that a user calls, or is called, unlike others. Such a finding begins no incident: it
/// joins the one that explains the calls, if there is one.
final class SocialText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final long SECOND = 1_000_000_000L;

    /// So many different callees for each call made are many callees, not many calls.
    private static final double EACH_ONCE = 0.7;

    /// So many of the users that are called most, or call most, are listed.
    private static final int MOST_OTHERS = 10;

    private final CallRecords records;
    private final boolean areDialogs;
    private final Scope scope;
    private final Optional<SocialComparison> comparison;
    private final Origin origin;

    /// By what users are compared.
    record Scope(Periods periods, PeriodUnit unit, UsualUsers usual) {}

    /// @param areDialogs whether the records stand for dialogs, to be cited
    /// @param comparison by which users are flagged; empty if by the border of the SVM
    SocialText(CallRecords records, boolean areDialogs, Scope scope, Optional<SocialComparison> comparison,
            Origin origin) {
        this.records = records;
        this.areDialogs = areDialogs;
        this.scope = scope;
        this.comparison = comparison;
        this.origin = origin;
    }

    /// The finding about a user.
    Finding finding(FlaggedCalls calls) {
        boolean isMade = calls.side() == Side.MADE;
        boolean isEachOnce = calls.others() >= EACH_ONCE * calls.calls().size();
        String kind = isMade ? "unusual_caller" : "unusual_callee";
        Sentence title = isMade ? text(isEachOnce ? "title.many.callees" : "title.many.calls", user(calls.name()))
                : text("title.called", user(calls.name()));
        Feature feature = isMade ? Feature.CALLS_MADE : Feature.CALLS_RECEIVED;
        Sentence explanation = text(isMade ? "explanation.made" : "explanation.received", user(calls.name()),
                count(calls.calls().size()), count(calls.others()), count(calls.answered()), when(calls),
                text("usual." + scope.unit().word(), number(scope.usual().most(feature))));
        return new Finding(
                FindingId.of(SocialModel.KIND,
                        kind + " "
                                + calls.calls()
                                        .stream()
                                        .map(call -> Integer.toString(records.origin(call)))
                                        .collect(Collectors.joining(" "))),
                origin, Severity.INFO, Statement.of(kind, title, explanation, SocialMethod.TEXTS),
                new Grounds(List.of(measure(calls.flag())), true,
                        text("sample", Sentence.name(origin.model().trainingSet()))),
                evidence(calls.calls()), new Subject(Subject.Kind.USER, calls.name()), () -> rationale(calls));
    }

    private Measurement measure(FlaggedUser flag) {
        return comparison
                .map(all -> new Measurement(text("measure.p"), flag.score(), all.mostP(all.flags().flagged()),
                        Measurement.Side.AT_MOST))
                .orElseGet(() -> new Measurement(text("measure"), flag.score(), scope.usual().border().threshold(),
                        Measurement.Side.BELOW));
    }

    private Evidence evidence(List<Integer> calls) {
        return Evidence.ofDialogs(calls.stream().filter(_ -> areDialogs).mapToInt(records::origin).distinct().toArray(),
                List.of());
    }

    /// From the first call to the last one: the periods, which overlap, are longer.
    private Sentence when(FlaggedCalls calls) {
        LongSummaryStatistics begins = calls.calls().stream().mapToLong(records::startNanos).summaryStatistics();
        String from = day(begins.getMin());
        String to = day(begins.getMax());
        return from.equals(to) ? text("on", time(from)) : text("from.to", time(from), time(to));
    }

    private static String day(long nanos) {
        return DAY.format(Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND)));
    }

    private Rationale rationale(FlaggedCalls calls) {
        Rationale.Builder lines = new Rationale.Builder().section(text("section.reasons"));
        for (FlagReason reason : calls.flag().reasons()) {
            lines.line(text("feature." + reason.feature().name()),
                    text(Double.isNaN(reason.own()) ? "reason" : "reason.own",
                            ofPeriod(reason.feature(), reason.value()), value(reason.feature(), reason.group()),
                            value(reason.feature(), reason.own())));
        }
        lines.section(text(calls.side() == Side.MADE ? "section.callees" : "section.callers"));
        byOther(calls).entrySet()
                .stream()
                .sorted(Map.Entry.<String, List<Integer>>comparingByValue((a, b) -> Integer.compare(b.size(), a.size()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_OTHERS)
                .forEach(each -> lines.cited(user(each.getKey()), text("calls", count(each.getValue().size())),
                        evidence(each.getValue())));
        return lines.explained(explanation(calls)).build();
    }

    /// How its measure came about.
    private Explanation explanation(FlaggedCalls calls) {
        Measurement measure = measure(calls.flag());
        Sentence source = text("explain.flags");
        return comparison.stream()
                .flatMap(all -> all.users().stream())
                .filter(each -> each.p().value() == calls.flag().score())
                .findFirst()
                .map(each -> each.p().explanation(measure, source))
                .orElseGet(() -> Explanation.of(measure, "f",
                        List.of(Explanation.Input.of("f", text("explain.border"), measure.value())),
                        text("explain.svm")));
    }

    private Map<String, List<Integer>> byOther(FlaggedCalls calls) {
        return calls.calls()
                .stream()
                .collect(Collectors.groupingBy(
                        call -> records.users()
                                .get(calls.side() == Side.MADE ? records.callee(call) : records.caller(call)),
                        TreeMap::new, Collectors.toList()));
    }

    /// A share of days with their number: 1 of a week is another share than 1 of a capture.
    private Sentence ofPeriod(Feature feature, double value) {
        int days = scope.periods().days();
        return feature != Feature.ACTIVE_DAYS ? value(feature, value)
                : text("days", value(feature, value), count(Math.round(value * days)), count(days));
    }

    private static Sentence value(Feature feature, double value) {
        return feature.kind() == Feature.Kind.SHARE ? percent(value, 0) : number(value);
    }

    private static Sentence number(double value) {
        return Math.abs(value) < 10 ? Sentence.number(value, 1) : grouped(value, 0);
    }

    private static Sentence text(String key, Sentence... arguments) {
        return SocialMethod.TEXTS.sentence(key, arguments);
    }
}
