package org.sipsleuth.flood.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.rule.FloodRule;
import org.sipsleuth.flood.rule.FloodRules;
import org.sipsleuth.rule.Forging;
import org.sipsleuth.rule.InviteFlood;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// Makes a finding of a flood. It states who did what to whom, and so is part of an incident, if
/// its INVITEs are as dense as those of floods must be; else it is a lead, for a score is no proof.
final class FloodFindings {

    static final MethodTexts TEXTS = MethodTexts.beside(FloodFindings.class);

    private static final int MOST_TEMPLATES = 5;

    private final FloodScores scores;
    private final FloodRules rules;
    private final FloodSpan span;
    private final InviteFlood flood;
    private final FloodCourse course;
    private final InviteAttempts attempts;
    private final NetworkKind decides;

    private FloodFindings(FloodRules rules, FloodScores scores, FloodSpan span) {
        this.scores = scores;
        this.rules = rules;
        this.span = span;
        this.flood = span.flood();
        this.course = span.course();
        this.attempts = scores.inputs().windows().attempts();
        this.decides = scores.model().settings().decides();
    }

    /// The finding of a flood.
    static Finding of(FloodRules rules, FloodScores scores, FloodSpan span) {
        return new FloodFindings(rules, scores, span).finding();
    }

    private Finding finding() {
        String server = attempts.table().host(span.server());
        String word = IncidentKind.INVITE_FLOOD.word();
        String claim = String.format(Locale.ROOT, // the same identifier on every machine
                "%d %d %d", span.fromNanos(attempts), span.toNanos(attempts), span.attempts().size());
        Severity severity =
                flood.isDense() ? IncidentKind.INVITE_FLOOD.severity(flood.outcome(), false) : Severity.INFO;
        return new Finding(FindingId.of(FloodModel.KIND, claim), new Origin(FloodModel.KIND, scores.model().identity()),
                severity,
                new Statement(word, TEXTS.text(flood.isDense() ? "title.invite_flood" : "title.lead", server),
                        explanation(server), flood.outcome(), TEXTS.find("advice." + word).stream().toList()),
                grounds(), Evidence.ofMessages(messages(), List.of()), new Subject(Subject.Kind.TARGET, server),
                this::rationale, flood.isDense() ? Optional.of(flood.observation()) : Optional.empty());
    }

    private String explanation(String server) {
        return TEXTS.text("explanation", span.attempts().size(), server, SentenceLanguage.number(seconds(), 1),
                flood.sources(), percent(span.unacknowledged(attempts)),
                TEXTS.text("behaviour." + course.behaviour().word()), SentenceLanguage.number(course.perSecond(), 1),
                rateClass(), decision());
    }

    private String decision() {
        String who = span.decision().name().toLowerCase(Locale.ROOT);
        return TEXTS.text("decision." + who, name(decides));
    }

    /// The class of its rate: names of the paper, or that it is below them.
    private String rateClass() {
        return course.rate() == FloodRate.LOWER ? TEXTS.text("rate.lower") : course.rate().word();
    }

    private double seconds() {
        return (span.toNanos(attempts) - span.fromNanos(attempts)) / 1e9;
    }

    private Grounds grounds() {
        List<Measurement> measures = new ArrayList<>();
        if (span.decision() != FloodDecision.NETWORK) {
            measures.addAll(flood.measures());
        }
        if (span.decision() != FloodDecision.RULE) {
            measures.add(new Measurement(TEXTS.text("measure.score", name(decides)), highest(decides),
                    scores.model().threshold(decides), Measurement.Side.AT_LEAST));
            measures.add(new Measurement(TEXTS.text("measure.unacknowledged"), span.unacknowledged(attempts),
                    scores.model().settings().leastUnacknowledged(), Measurement.Side.AT_LEAST));
        }
        return new Grounds(measures, true, TEXTS.text("sample", span.windows().size()));
    }

    private int[] messages() {
        return flood.requests()
                .stream()
                .flatMapToInt(each -> IntStream.of(each.request(), each.response(), each.ack()))
                .filter(message -> message >= 0)
                .toArray();
    }

    private double highest(NetworkKind kind) {
        return span.windows()
                .stream()
                .mapToDouble(window -> scores.score(kind, window))
                .filter(score -> !Double.isNaN(score))
                .max()
                .orElse(0);
    }

    private Rationale rationale() {
        Rationale.Builder lines = new Rationale.Builder();
        detectors(lines);
        flood(lines);
        harm(lines);
        templates(lines);
        return lines.build();
    }

    /// Who decides, and what the others found.
    private void detectors(Rationale.Builder lines) {
        lines.section(TEXTS.text("section.detectors"));
        lines.decisive(TEXTS.text("decision"), decision());
        for (NetworkKind kind : NetworkKind.values()) {
            lines.line(name(kind), flagged(kind));
        }
        for (FloodRule rule : FloodRule.values()) {
            String name = TEXTS.text("rule." + rule.word());
            lines.line(name, rule.flags() ? flagged(rule) : described(rule));
        }
    }

    private String flagged(NetworkKind kind) {
        List<Integer> windows = span.windows();
        long count = windows.stream().filter(window -> scores.isFlagged(kind, window)).count();
        long scored = windows.stream().filter(each -> !Double.isNaN(scores.score(kind, each))).count();
        return scored == 0 ? TEXTS.text("flagged.unscored")
                : TEXTS.text("flagged", count, scored, SentenceLanguage.number(highest(kind), 4),
                        SentenceLanguage.number(scores.model().threshold(kind), 4));
    }

    private String flagged(FloodRule rule) {
        List<Integer> windows = span.windows();
        double highest = 0;
        double least = Double.MAX_VALUE;
        int count = 0;
        for (int window : windows) {
            highest = Math.max(highest, rules.value(rule, window));
            least = Math.min(least, rules.threshold(rule, window));
            count += rules.isFlagged(rule, window) ? 1 : 0;
        }
        return windows.isEmpty() ? TEXTS.text("flagged.unscored")
                : TEXTS.text("flagged.rule", count, windows.size(), SentenceLanguage.number(highest, 1),
                        SentenceLanguage.number(least, 1));
    }

    /// The lowest and the highest value.
    private String described(FloodRule rule) {
        double[] values =
                span.attempts().stream().mapToDouble(attempt -> rules.ofAttempt(rule, attempt)).sorted().toArray();
        int digits = rule == FloodRule.ENTROPY ? 2 : 0;
        return TEXTS.text("described", SentenceLanguage.number(values[0], digits),
                SentenceLanguage.number(values[values.length - 1], digits));
    }

    private void flood(Rationale.Builder lines) {
        HopTransaction first = flood.requests().getFirst();
        HopTransaction last = flood.requests().getLast();
        lines.section(TEXTS.text("section.flood"))
                .cited(TEXTS.text("start"), TEXTS.text(course.isStartSeen() ? "start.seen" : "start.not.seen"),
                        evidence(first))
                .cited(TEXTS.text("end"), TEXTS.text("end.after", SentenceLanguage.number(seconds(), 1)),
                        evidence(last))
                .line(TEXTS.text("target"), attempts.table().host(span.server()))
                .line(TEXTS.text("behaviour"), TEXTS.text("behaviour." + course.behaviour().word()))
                .line(TEXTS.text("rate"),
                        TEXTS.text("rate.value", SentenceLanguage.number(course.perSecond(), 1), rateClass()))
                .line(TEXTS.text("sources"), Integer.toString(flood.sources()))
                .line(TEXTS.text("forged"), forged())
                .line(TEXTS.text("fingerprints"), Integer.toString(flood.templates().size()))
                .line(TEXTS.text("measure.unacknowledged"), percent(span.unacknowledged(attempts)));
    }

    private static Evidence evidence(HopTransaction invite) {
        return Evidence.ofMessages(new int[]{invite.request()}, List.of());
    }

    private String forged() {
        String key = flood.forging().name().toLowerCase(Locale.ROOT);
        if (flood.forging() == Forging.NONE && flood.sources() == 1) {
            key = flood.borrowed() > 0 ? "owner" : "one";
        }
        return TEXTS.text("forged." + key, flood.borrowed(), flood.sources());
    }

    /// What it prevented.
    private void harm(Rationale.Builder lines) {
        lines.section(TEXTS.text("section.harm"))
                .line(TEXTS.text("prevented"), TEXTS.text("prevented.value", flood.failed(), flood.legitimate()))
                .line(TEXTS.text("unanswered"),
                        TEXTS.text("unanswered.value", course.during().unanswered(), course.during().count()))
                .line(TEXTS.text("accepted"), TEXTS.text("accepted.value", accepted(course.before()),
                        accepted(course.during()), accepted(course.after())));
    }

    private static String accepted(LegitimateCalls calls) {
        return calls.count() == 0 ? TEXTS.text("accepted.none")
                : TEXTS.text("accepted.of", percent(calls.successRatio()), calls.count());
    }

    private void templates(Rationale.Builder lines) {
        lines.detail(TEXTS.text("section.templates"));
        List<InviteFlood.Template> templates = flood.templates();
        for (InviteFlood.Template each : templates.subList(0, Math.min(MOST_TEMPLATES, templates.size()))) {
            lines.line(each.text(), TEXTS.text("template.requests", each.requests()));
        }
        if (templates.size() > MOST_TEMPLATES) {
            lines.line("", TEXTS.text("template.more", templates.size() - MOST_TEMPLATES));
        }
    }

    private static String name(NetworkKind kind) {
        return TEXTS.text("network." + kind.word());
    }

    private static String percent(double share) {
        return TEXTS.text("percent", SentenceLanguage.number(share * 100, 1));
    }
}
