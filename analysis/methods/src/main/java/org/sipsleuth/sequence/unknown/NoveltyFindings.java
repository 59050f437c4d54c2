package org.sipsleuth.sequence.unknown;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
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

    Finding of(NoveltyGroup group) {
        return new Finding(FindingId.of(SequenceModel.KIND, NoveltyText.kind(group) + " " + group.name()),
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
                List.of(new Measurement(TEXTS.text("measure.observed"), step.seen(), 1, Measurement.Side.BELOW,
                        NoveltyText.seen(step)),
                        new Measurement(TEXTS.text("novelty.surprise"), step.bits(), novelty.usualBits(),
                                Measurement.Side.ABOVE)),
                novelty.isGrounded(), TEXTS.text("novelty.sample", novelty.trainedDialogs(), novelty.words().size(),
                        SentenceLanguage.number(novelty.dialogs().expected() * 1_000, 0)));
    }

    private static Rationale rationale(NoveltyGroup group) {
        Rationale.Builder lines = new Rationale.Builder();
        lines.section(TEXTS.text("novelty.steps", group.word().text()));
        for (Step step : group.novelty().model().steps(group.word())) {
            add(lines, step, group);
        }
        if (group.transition().isJudged()) {
            lines.section(TEXTS.text("novelty.order", group.transition().text()));
            add(lines, group.novelty().model().step(group.transition()), group);
        }
        Suspicion suspicion = group.suspicion();
        lines.detail(TEXTS.text("novelty.suspicion"))
                .line(TEXTS.text("novelty.surprise"), bits(suspicion.surprise()))
                .line(TEXTS.text("novelty.rarity"), bits(suspicion.rarity()))
                .line(TEXTS.text("novelty.strangeness"), bits(suspicion.strangeness()))
                .line(TEXTS.text("novelty.deviation"),
                        bits(suspicion.bits() - suspicion.surprise() - suspicion.rarity() - suspicion.strangeness()))
                .line(TEXTS.text("novelty.sum"), bits(suspicion.bits()))
                .line("", TEXTS.text("novelty.formula"));
        return lines.build();
    }

    private static void add(Rationale.Builder lines, Step step, NoveltyGroup group) {
        String name = NoveltyText.step(step, group.word());
        String text = NoveltyText.seen(step) + "; " + bits(step.bits());
        if (step.isUnseen()) {
            lines.decisive(name, text);
        } else {
            lines.line(name, text);
        }
    }

    private static String bits(double bits) {
        return TEXTS.text("novelty.bits", SentenceLanguage.number(bits, 1));
    }
}
