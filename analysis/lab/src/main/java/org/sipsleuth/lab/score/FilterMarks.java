package org.sipsleuth.lab.score;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.run.RunMonitor;

/// Marks filters by the messages that they select, and signatures by those that they select among
/// messages that the student does not have.
final class FilterMarks {

    /// Fields that state what a lab may hide.
    private static final Map<HiddenFact, List<String>> FIELDS =
            Map.of(HiddenFact.INCIDENTS, List.of("incident."), HiddenFact.FINDINGS, List.of("finding."),
                    HiddenFact.HINTS, List.of("hint."), HiddenFact.PROBLEMS, List.of("problem."), HiddenFact.VERDICTS,
                    List.of("dialog.mark", "dialog.unknown"), HiddenFact.TRUTH, List.of("truth."));

    private final Lab lab;
    private final LabMaterial material;

    FilterMarks(Lab lab, LabMaterial material) {
        this.lab = lab;
        this.material = material;
    }

    Verdict mark(Question question, String text, Truth.Frames truth, int worth) throws IOException {
        Filter filter;
        try {
            filter = Filter.of(text, KnownFields.catalog());
        } catch (FilterSyntaxException wrong) {
            return Verdict.wrong(ScoreText.FILTER_BAD.with(String.valueOf(wrong.getMessage())));
        }
        for (HiddenFact fact : lab.hidden()) {
            for (String field : FIELDS.getOrDefault(fact, List.of())) {
                if (filter.names(field)) {
                    return Verdict.wrong(ScoreText.FILTER_HIDDEN.with(field));
                }
            }
        }
        SipIndex index;
        try {
            index = truth.hidden().isPresent() ? material.hidden(truth.hidden().get())
                    : material.capture(lab.captureOf(question));
        } catch (IOException missing) {
            if (truth.hidden().isEmpty()) {
                throw missing;
            }
            return new Verdict(Mark.OPEN, 0, ScoreText.NO_HIDDEN.with(String.valueOf(missing.getMessage())), List.of());
        }
        TreeSet<Integer> selected = new TreeSet<>();
        filter.run(index, RunMonitor.NONE).messages().forEach(message -> selected.add(index.messages().frame(message)));
        Verdict verdict = mark(selected, truth.numbers(), worth);
        return truth.hidden().isPresent() ? verdict : verdict.with(TruthMarks.ofFrames(selected, truth.numbers()));
    }

    private static Verdict mark(Set<Integer> selected, Set<Integer> wanted, int worth) {
        int right = (int) selected.stream().filter(wanted::contains).count();
        int more = selected.size() - right;
        String reason = more == 0 && right == wanted.size() ? ScoreText.FILTER_RIGHT.with(right)
                : selected.isEmpty() ? ScoreText.FILTER_NONE.with(wanted.size())
                : right == 0 ? ScoreText.FILTER_WRONG.with(more, wanted.size())
                : ScoreText.FILTER_PARTLY.with(right, wanted.size(), more);
        return Parts.f1(right, more, wanted.size() - right, worth, reason);
    }
}
