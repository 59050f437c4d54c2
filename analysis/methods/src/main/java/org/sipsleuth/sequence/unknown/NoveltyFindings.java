package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.sentence.Sentence.Punctuation.SEMICOLON;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.Arrays;
import java.util.List;
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
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.Step;

/// Makes findings of groups that are unknown per hop.
final class NoveltyFindings {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;

    private final SequenceModel model;
    private final NearestWord nearest;

    NoveltyFindings(SequenceModel model, NoveltyModel novelty) {
        this.model = model;
        this.nearest = new NearestWord(novelty);
    }

    /// @param network how many networks have such a group so far, with that of this one
    Finding of(NoveltyGroup group, int network) {
        String claim = NoveltyText.kind(group) + " " + group.name();
        return new Finding(FindingId.of(SequenceModel.KIND, network == 1 ? claim : claim + " " + network),
                new Origin(SequenceModel.KIND, model.identity()), severity(group),
                Statement.of(NoveltyText.kind(group), NoveltyText.title(group), NoveltyText.explanation(group, nearest),
                        TEXTS),
                grounds(group), Evidence.ofDialogs(group.dialogs(), callers(group)),
                new Subject(Subject.Kind.DIALOGS, group.name()), () -> rationale(group));
    }

    /// That a dialog is unknown says nothing about harm; only what is rare here and breaks the
    /// order of the protocol besides asks for a look.
    private static Severity severity(NoveltyGroup group) {
        return group.isRare() && group.deviation().isPresent() ? Severity.LOW : Severity.INFO;
    }

    private static List<String> callers(NoveltyGroup group) {
        return Arrays.stream(group.dialogs())
                .mapToObj(group.index().dialogs()::caller)
                .filter(caller -> !caller.isEmpty())
                .distinct()
                .toList();
    }

    private static Grounds grounds(NoveltyGroup group) {
        NoveltyModel novelty = group.novelty().model();
        Step step = group.step();
        return new Grounds(
                List.of(new Measurement(TEXTS.sentence("measure.observed"), step.seen(), 1, Measurement.Side.BELOW,
                        NoveltyText.seen(step)),
                        new Measurement(TEXTS.sentence("novelty.surprise"), step.bits(), novelty.usualBits(),
                                Measurement.Side.ABOVE)),
                novelty.isGrounded(), TEXTS.sentence("novelty.sample", count(novelty.trainedDialogs()),
                        count(novelty.words().size()), number(novelty.dialogs().expected() * 1_000, 0)));
    }

    private static Rationale rationale(NoveltyGroup group) {
        Rationale.Builder lines = new Rationale.Builder();
        lines.section(TEXTS.sentence("novelty.steps", term(group.word().text())));
        for (Step step : group.novelty().model().steps(group.word())) {
            add(lines, step, group);
        }
        if (group.transition().isJudged()) {
            lines.section(TEXTS.sentence("novelty.order", term(group.transition().text())));
            add(lines, group.novelty().model().step(group.transition()), group);
        }
        Grounds grounds = grounds(group);
        explain(grounds.measures(), group).forEach(lines::explained);
        lines.explained(group.suspicion().explanation());
        return lines.build();
    }

    private static List<Explanation> explain(List<Measurement> measures, NoveltyGroup group) {
        Step step = group.step();
        Sentence source = Explanation.page("NOVELTY", "Novelty per hop");
        return List.of(Explanation.of(measures.getFirst(), "n",
                List.of(Input.of("n", TEXTS.sentence("explain.seen", count(step.after())), step.seen())), source),
                Explanation.of(measures.getLast(), "−log2(P)",
                        List.of(Input.of("P", TEXTS.sentence("explain.step", count(step.seen()), count(step.after())),
                                StrictMath.pow(2, -step.bits()))),
                        source));
    }

    private static void add(Rationale.Builder lines, Step step, NoveltyGroup group) {
        Sentence name = NoveltyText.step(step, group.word());
        Sentence text = joined(SEMICOLON, List.of(NoveltyText.seen(step), bits(step.bits())));
        if (step.isUnseen()) {
            lines.decisive(name, text);
        } else {
            lines.line(name, text);
        }
    }

    private static Sentence bits(double bits) {
        return TEXTS.sentence("novelty.bits", number(bits, 1));
    }
}
