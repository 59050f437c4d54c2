package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.grouped;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.significant;
import static org.sipsleuth.sentence.Sentence.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// Explains a suspicious span by its clearest period: the likelihood ratio of each leaf with the
/// messages it rests on, and the posterior of each class with these values.
final class BeliefRationale {

    private static final MethodTexts TEXTS = BeliefText.TEXTS;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double MANY = 1_000;
    private static final double MOST = 1e6;

    private final SuspectSpan span;
    private final Period clearest;
    private final Reasoning reasoning;
    private final Rationale.Builder lines = new Rationale.Builder();

    private BeliefRationale(SuspectSpan span) {
        this.span = span;
        clearest = span.scored().period(span.strongest());
        reasoning = span.scored().model().reason(clearest.observation());
    }

    static Rationale of(SuspectSpan span) {
        BeliefRationale rationale = new BeliefRationale(span);
        rationale.addLeaves();
        span.farthest()
                .ifPresent(number -> UnlikeFindings.addValues(span, number,
                        span.scored().model().novelty().orElseThrow(), rationale.lines));
        rationale.addFormulas();
        return rationale.lines.build();
    }

    private void addLeaves() {
        lines.section(TEXTS.sentence("leaves", BeliefText.of(TrafficClass.NORMAL)));
        Map<Variable, List<Integer>> evidence = span.scored().periods().evidence(clearest);
        for (LeafReasoning leaf : reasoning.leaves()) {
            if (leaf.speaks()) {
                addLeaf(leaf, evidence.getOrDefault(leaf.variable(), List.of()));
            }
        }
        int[] messages = span.scored().periods().messages(clearest);
        lines.cited(TEXTS.sentence("clearest"),
                TEXTS.sentence("clearest.messages", count(messages.length),
                        time(CLOCK.format(Instant.ofEpochSecond(Math.floorDiv(clearest.fromNanos(), NANOS_PER_SECOND),
                                Math.floorMod(clearest.fromNanos(), NANOS_PER_SECOND))))),
                Evidence.ofMessages(messages, List.of()));
    }

    private void addLeaf(LeafReasoning leaf, List<Integer> messages) {
        Sentence name = BeliefText.of(leaf.variable());
        Sentence text = TEXTS.sentence("leaf", BeliefText.value(leaf.variable(), reasoning.observation()),
                ratio(leaf.favours(span.trafficClass(), TrafficClass.NORMAL)));
        if (messages.isEmpty()) {
            lines.line(name, text);
        } else {
            lines.cited(name, text, Evidence.ofMessages(messages.stream().mapToInt(each -> each).toArray(), List.of()));
        }
    }

    private static Sentence ratio(double times) {
        if (Double.isNaN(times)) {
            return TEXTS.sentence("excludes.both");
        }
        if (times == 0 || Double.isInfinite(times)) {
            return TEXTS.sentence(times == 0 ? "excludes" : "only");
        }
        return times > MOST ? TEXTS.sentence("times.most")
                : TEXTS.sentence("times", times > MANY ? grouped(times, 0) : significant(times, 3));
    }

    private void addFormulas() {
        lines.detail(TEXTS.sentence("explain")).line(none(), TEXTS.sentence("explain.text"));
        BeliefExplanations.of(span, reasoning).forEach(lines::explained);
    }
}
