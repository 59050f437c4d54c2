package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.grouped;
import static org.sipsleuth.sentence.Sentence.paragraph;

import java.util.List;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.novelty.PeriodJudgement;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.novelty.UnlikeValue;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// Makes a finding of periods that are unlike normal ones.
final class UnlikeFindings {

    private static final MethodTexts TEXTS = BeliefText.TEXTS;

    private UnlikeFindings() {}

    static Finding of(UnlikeSpan span) {
        BeliefModel model = span.scored().model();
        PeriodNovelty novelty = model.novelty().orElseThrow();
        Period farthest = span.scored().period(span.strongest());
        int[] messages = span.messages();
        Sentence source = BeliefWords.source(span, "source.many");
        return new Finding(id(span), new Origin(BeliefModel.KIND, model.identity()), Severity.INFO, // unusual is not harmful
                Statement.of(UnlikeSpan.UNLIKE, UnlikeWords.title(novelty, farthest.observation(), source),
                        paragraph(extent(span), UnlikeWords.of(novelty, farthest.observation(), span.farthest())),
                        TEXTS),
                grounds(span, novelty), Evidence.ofMessages(messages, BeliefFindings.users(span, messages)),
                new Subject(Subject.Kind.SOURCE, span.sourceName()), () -> rationale(span, novelty));
    }

    private static Sentence extent(UnlikeSpan span) {
        double seconds = (span.last().toNanos() - span.first().fromNanos()) / BeliefWords.NANOS_A_SECOND;
        return TEXTS.sentence("unlike.extent", count(span.messageCount()), BeliefWords.source(span, "source.from.many"),
                grouped(seconds, 1), count(span.numbers().size()));
    }

    private static String id(UnlikeSpan span) {
        String claim = "%s %d %d %d".formatted(UnlikeSpan.UNLIKE, span.first().fromNanos(), span.last().toNanos(),
                span.messageCount());
        return FindingId.of(BeliefModel.KIND, claim);
    }

    private static Grounds grounds(UnlikeSpan span, PeriodNovelty novelty) {
        PeriodJudgement judged = span.farthest();
        Measurement distance = new Measurement(TEXTS.sentence("measure.distance"), judged.distance(),
                novelty.threshold(), Measurement.Side.ABOVE);
        Measurement p = new Measurement(TEXTS.sentence("measure.p"), judged.p().value(), novelty.share(),
                Measurement.Side.AT_MOST);
        Sentence sample = TEXTS.sentence("unlike.sample", count(span.messageCount()), count(span.numbers().size()),
                count(novelty.periods()), count(novelty.parts().captures()));
        return new Grounds(List.of(distance, p), span.isGrounded(), sample);
    }

    private static Rationale rationale(UnlikeSpan span, PeriodNovelty novelty) {
        Rationale.Builder lines = new Rationale.Builder();
        List<Measurement> measures = grounds(span, novelty).measures();
        addValues(span, span.strongest(), novelty, lines);
        lines.detail(TEXTS.sentence("explain"))
                .line(Sentence.none(), TEXTS.sentence("unlike.explain", Sentence.percent(novelty.share(), 1)));
        if (novelty.parts().least() > 0) {
            lines.line(Sentence.none(), TEXTS.sentence("unlike.explain.own", grouped(novelty.parts().least(), 2)));
        }
        Sentence source = Explanation.page("METHOD-BELIEF", "Unlike normal traffic");
        Period farthest = span.scored().period(span.strongest());
        return lines
                .explained(Explanation.of(measures.getFirst(), "mean(d)",
                        List.of(Input.of("d", TEXTS.sentence("explain.nearest"),
                                Explanation.values(novelty.nearest(farthest.observation())))),
                        source))
                .explained(span.farthest().p().explanation(measures.getLast(), source))
                .build();
    }

    /// Adds the values of a period outside their ranges, each with the messages it rests on.
    static void addValues(SourceSpan span, int number, PeriodNovelty novelty, Rationale.Builder lines) {
        Period period = span.scored().period(number);
        var evidence = span.scored().periods().evidence(period);
        lines.section(TEXTS.sentence("unlike.section"));
        for (UnlikeValue each : novelty.unlike(period.observation())) {
            int[] messages = evidence.getOrDefault(each.value().variable(), List.of())
                    .stream()
                    .mapToInt(message -> message)
                    .toArray();
            Sentence name = UnlikeWords.name(each.value());
            if (messages.length == 0) {
                lines.line(name, UnlikeWords.observed(each));
            } else {
                lines.cited(name, UnlikeWords.observed(each), Evidence.ofMessages(messages, List.of()));
            }
        }
    }
}
