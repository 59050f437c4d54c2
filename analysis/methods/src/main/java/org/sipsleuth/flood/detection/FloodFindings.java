package org.sipsleuth.flood.detection;

import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.percent;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.rule.FloodRule;
import org.sipsleuth.flood.rule.FloodRules;
import org.sipsleuth.rule.Forging;
import org.sipsleuth.rule.InviteFlood;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
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
    private final FloodKnown known;
    private final InviteFlood flood;
    private final FloodCourse course;
    private final InviteAttempts attempts;
    private final NetworkKind decides;

    private FloodFindings(FloodRules rules, FloodScores scores, FloodSpan span, FloodKnown known) {
        this.known = known;
        this.scores = scores;
        this.rules = rules;
        this.span = span;
        this.flood = span.flood();
        this.course = span.course();
        this.attempts = scores.inputs().windows().attempts();
        this.decides = scores.model().settings().decides();
    }

    /// The finding of a flood.
    static Finding of(FloodRules rules, FloodScores scores, FloodSpan span, FloodKnown known) {
        return new FloodFindings(rules, scores, span, known).finding();
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
                new Statement(word, TEXTS.sentence(flood.isDense() ? "title.invite_flood" : "title.lead", host(server)),
                        explanation(server), flood.outcome(), TEXTS.find("advice." + word).stream().toList()),
                grounds(), Evidence.ofMessages(messages(), List.of()), new Subject(Subject.Kind.TARGET, server),
                this::rationale, flood.isDense() ? Optional.of(flood.observation()) : Optional.empty());
    }

    private Sentence explanation(String server) {
        return TEXTS.sentence("explanation", count(span.attempts().size()), host(server), number(seconds(), 1),
                count(flood.sources()), percent(span.unacknowledged(attempts), 1),
                TEXTS.sentence("behaviour." + course.behaviour().word()), number(course.perSecond(), 1), rateClass(),
                known(), decision());
    }

    /// When the rule of overdue INVITEs knew it.
    private Sentence known() {
        return known.afterSeconds().isEmpty() ? TEXTS.sentence("known.never")
                : TEXTS.sentence("known.after", number(known.afterSeconds().getAsDouble(), 2));
    }

    /// What the deciding network adds to that.
    private Sentence added() {
        String word = known.added().name().toLowerCase(Locale.ROOT);
        return TEXTS.sentence("added." + word, name(decides), number(known.networkSeconds().orElse(0), 2));
    }

    private Sentence decision() {
        String who = span.decision().name().toLowerCase(Locale.ROOT);
        return TEXTS.sentence("decision." + who, name(decides));
    }

    /// The class of its rate: names of the paper, or that it is below them.
    private Sentence rateClass() {
        return course.rate() == FloodRate.LOWER ? TEXTS.sentence("rate.lower") : term(course.rate().word());
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
            measures.addAll(networkMeasures());
        }
        return new Grounds(measures, true, TEXTS.sentence("sample", count(span.windows().size())));
    }

    private List<Measurement> networkMeasures() {
        return List.of(
                new Measurement(TEXTS.sentence("measure.score", name(decides)), highest(decides),
                        scores.model().threshold(decides), Measurement.Side.AT_LEAST),
                new Measurement(TEXTS.sentence("measure.unacknowledged"), span.unacknowledged(attempts),
                        scores.model().settings().leastUnacknowledged(), Measurement.Side.AT_LEAST));
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
        if (span.decision() != FloodDecision.RULE) {
            explain(lines);
        }
        return lines.build();
    }

    /// How the score of the deciding network came about, and the share without ACK.
    private void explain(Rationale.Builder lines) {
        List<Measurement> measures = networkMeasures();
        List<Double> outputs = span.windows()
                .stream()
                .map(window -> scores.score(decides, window))
                .filter(score -> !score.isNaN())
                .toList();
        long without = span.attempts().stream().filter(each -> attempts.last(each).ack() < 0).count();
        Sentence source = TEXTS.sentence("explain.paper");
        lines.explained(outputs.isEmpty()
                ? Explanation.of(measures.getFirst(), "y",
                        List.of(Input.of("y", TEXTS.sentence("flagged.unscored"), 0)), source)
                : Explanation.of(measures.getFirst(), "max(y)",
                        List.of(Input.of("y", TEXTS.sentence("explain.outputs", name(decides)), outputs)), source))
                .explained(Explanation.of(measures.getLast(), "u ÷ n",
                        List.of(Input.of("u", TEXTS.sentence("explain.without"), without),
                                Input.of("n", TEXTS.sentence("explain.calls"), span.attempts().size())),
                        Explanation.page("METHOD-FLOOD", "What decides, and what is stated")));
    }

    /// Who decides, and what the others found.
    private void detectors(Rationale.Builder lines) {
        lines.section(TEXTS.sentence("section.detectors"));
        lines.decisive(TEXTS.sentence("decision"), decision())
                .line(TEXTS.sentence("known"), known())
                .line(TEXTS.sentence("rule.overdue"), flagged(FloodRule.OVERDUE))
                .line(TEXTS.sentence("added"), added());
        for (NetworkKind kind : NetworkKind.values()) {
            lines.line(name(kind), flagged(kind));
        }
        for (FloodRule rule : EnumSet.complementOf(EnumSet.of(FloodRule.OVERDUE))) {
            Sentence name = TEXTS.sentence("rule." + rule.word());
            lines.line(name, rule.flags() ? flagged(rule) : described(rule));
        }
    }

    private Sentence flagged(NetworkKind kind) {
        List<Integer> windows = span.windows();
        long count = windows.stream().filter(window -> scores.isFlagged(kind, window)).count();
        long scored = windows.stream().filter(each -> !Double.isNaN(scores.score(kind, each))).count();
        return scored == 0 ? TEXTS.sentence("flagged.unscored")
                : TEXTS.sentence("flagged", count(count), count(scored), number(highest(kind), 4),
                        number(scores.model().threshold(kind), 4));
    }

    private Sentence flagged(FloodRule rule) {
        List<Integer> windows = span.windows();
        double highest = 0;
        double least = Double.MAX_VALUE;
        int count = 0;
        for (int window : windows) {
            highest = Math.max(highest, rules.value(rule, window));
            least = Math.min(least, rules.threshold(rule, window));
            count += rules.isFlagged(rule, window) ? 1 : 0;
        }
        return windows.isEmpty() ? TEXTS.sentence("flagged.unscored")
                : TEXTS.sentence("flagged.rule", count(count), count(windows.size()), number(highest, 1),
                        number(least, 1));
    }

    /// The lowest and the highest value.
    private Sentence described(FloodRule rule) {
        double[] values =
                span.attempts().stream().mapToDouble(attempt -> rules.ofAttempt(rule, attempt)).sorted().toArray();
        int digits = rule == FloodRule.ENTROPY ? 2 : 0;
        return TEXTS.sentence("described", number(values[0], digits), number(values[values.length - 1], digits));
    }

    private void flood(Rationale.Builder lines) {
        HopTransaction first = flood.requests().getFirst();
        HopTransaction last = flood.requests().getLast();
        lines.section(TEXTS.sentence("section.flood"))
                .cited(TEXTS.sentence("start"), TEXTS.sentence(course.isStartSeen() ? "start.seen" : "start.not.seen"),
                        evidence(first))
                .cited(TEXTS.sentence("end"), TEXTS.sentence("end.after", number(seconds(), 1)), evidence(last))
                .line(TEXTS.sentence("target"), host(attempts.table().host(span.server())))
                .line(TEXTS.sentence("behaviour"), TEXTS.sentence("behaviour." + course.behaviour().word()))
                .line(TEXTS.sentence("rate"), TEXTS.sentence("rate.value", number(course.perSecond(), 1), rateClass()))
                .line(TEXTS.sentence("sources"), term(Integer.toString(flood.sources())))
                .line(TEXTS.sentence("forged"), forged())
                .line(TEXTS.sentence("fingerprints"), term(Integer.toString(flood.templates().size())))
                .line(TEXTS.sentence("measure.unacknowledged"), percent(span.unacknowledged(attempts), 1));
    }

    private static Evidence evidence(HopTransaction invite) {
        return Evidence.ofMessages(new int[]{invite.request()}, List.of());
    }

    private Sentence forged() {
        String key = flood.forging().name().toLowerCase(Locale.ROOT);
        if (flood.forging() == Forging.NONE && flood.sources() == 1) {
            key = flood.borrowed() > 0 ? "owner" : "one";
        }
        return TEXTS.sentence("forged." + key, count(flood.borrowed()), count(flood.sources()));
    }

    /// What it prevented.
    private void harm(Rationale.Builder lines) {
        lines.section(TEXTS.sentence("section.harm"))
                .line(TEXTS.sentence("prevented"),
                        TEXTS.sentence("prevented.value", count(flood.failed()), count(flood.legitimate())))
                .line(TEXTS.sentence("unanswered"),
                        TEXTS.sentence("unanswered.value", count(course.during().unanswered()),
                                count(course.during().count())))
                .line(TEXTS.sentence("accepted"), TEXTS.sentence("accepted.value", accepted(course.before()),
                        accepted(course.during()), accepted(course.after())));
    }

    private static Sentence accepted(LegitimateCalls calls) {
        return calls.count() == 0 ? TEXTS.sentence("accepted.none")
                : TEXTS.sentence("accepted.of", percent(calls.successRatio(), 1), count(calls.count()));
    }

    private void templates(Rationale.Builder lines) {
        lines.detail(TEXTS.sentence("section.templates"));
        List<InviteFlood.Template> templates = flood.templates();
        for (InviteFlood.Template each : templates.subList(0, Math.min(MOST_TEMPLATES, templates.size()))) {
            lines.line(captured(each.text()), TEXTS.sentence("template.requests", count(each.requests())));
        }
        if (templates.size() > MOST_TEMPLATES) {
            lines.line(none(), TEXTS.sentence("template.more", count(templates.size() - MOST_TEMPLATES)));
        }
    }

    private static Sentence name(NetworkKind kind) {
        return TEXTS.sentence("network." + kind.word());
    }
}
