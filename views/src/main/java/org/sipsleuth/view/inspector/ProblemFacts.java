package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemMark;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;

/// Names the problems that a message or a stream is evidence of, with what to do.
final class ProblemFacts {

    private final SipIndex index;
    private final Optional<ProblemDetection> found;
    private final Facts.Collector facts;

    ProblemFacts(SipIndex index, List<Detection> detections, Facts.Collector facts) {
        this.index = index;
        this.facts = facts;
        found = ProblemDetection.among(detections);
    }

    /// Adds those of a message.
    void addMessage(int message) {
        int dialog = index.messages().dialog(message);
        add(marks(List.of(dialog)).of(message));
        unanswered(dialog).filter(each -> each.firstMessage(index, dialog).stream().anyMatch(its -> its == message))
                .forEach(each -> facts.section(FactText.visible(each.title().text()))
                        .plain(text("inspector.problem.here"), explanation(each, dialog))
                        .plain(text("inspector.problem.advice"), FactText.visible(each.advice().text()))
                        .plain(text("inspector.problem.source"), each.source()));
    }

    /// Adds those of a dialog, the most severe first, with links to the messages that show them.
    void addDialog(int dialog) {
        ProblemMarks marks = marks(List.of(dialog));
        Map<ProblemMark, Integer> first = marks.first();
        Stream.concat(first.keySet().stream(), marks.ofStreamsOnly().stream())
                .sorted(Comparator.comparing((ProblemMark mark) -> mark.problem().severity()).reversed())
                .forEach(mark -> addOfDialog(dialog, mark, Optional.ofNullable(first.get(mark))));
        for (Problem each : unanswered(dialog).toList()) {
            facts.section(FactText.visible(each.title().text()));
            each.firstMessage(index, dialog)
                    .ifPresentOrElse(
                            message -> facts.link(text("inspector.problem.here"), explanation(each, dialog),
                                    new Target(List.of(dialog), List.of(message))),
                            () -> facts.plain(text("inspector.problem.here"), explanation(each, dialog)));
            facts.plain(text("inspector.problem.advice"), FactText.visible(each.advice().text()));
        }
    }

    /// Why its calls were refused or not answered, which is no problem by itself.
    private Stream<Problem> unanswered(int dialog) {
        return found.filter(each -> each.isOf(index)).stream().flatMap(each -> each.list().unanswered(dialog).stream());
    }

    private static String explanation(Problem problem, int dialog) {
        List<Sentence> all = problem.explanations();
        int place = all.size() == problem.dialogs().size() ? problem.dialogs().indexOf(dialog) : 0;
        return FactText.visible(all.get(Math.max(0, place)).text());
    }

    private void addOfDialog(int dialog, ProblemMark mark, Optional<Integer> message) {
        String here = FactText.visible(mark.explanation().text());
        facts.section(text("inspector.problem", FactText.visible(mark.problem().title().text())));
        message.ifPresentOrElse(
                first -> facts.link(text("inspector.problem.here"), here, new Target(List.of(dialog), List.of(first))),
                () -> facts.plain(text("inspector.problem.here"), here));
        facts.plain(text("inspector.problem.advice"), FactText.visible(mark.problem().advice().text()));
    }

    /// Adds those of a stream.
    void addStream(MediaStream stream) {
        add(marks(stream.origin().dialogs()).of(stream));
    }

    private ProblemMarks marks(Collection<Integer> dialogs) {
        return found.map(each -> each.marks(index, dialogs)).orElse(ProblemMarks.NONE);
    }

    private void add(List<ProblemMark> marks) {
        for (ProblemMark mark : marks) {
            facts.section(text("inspector.problem", FactText.visible(mark.problem().title().text())))
                    .plain(text("inspector.problem.here"), FactText.visible(mark.explanation().text()))
                    .plain(text("inspector.problem.advice"), FactText.visible(mark.problem().advice().text()))
                    .plain(text("inspector.problem.source"), mark.problem().source());
        }
    }
}
