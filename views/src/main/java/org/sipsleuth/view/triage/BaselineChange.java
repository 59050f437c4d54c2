package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.InvestigationChanges.Difference;
import org.sipsleuth.pipeline.InvestigationChanges.Kind;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.message.VisibleText;

/// A finding or an incident that differs with another baseline, as a row of a table. Made in the
/// background: the dialogs of each are looked for in all of its evidence.
///
/// @param what whether it is a finding or an incident, in a word
/// @param before how many dialogs it has with the model in use; empty if it is not there
/// @param after the same with the new one
/// @param dialogs all of them
record BaselineChange(String what, String title, Severity severity, Optional<Integer> before, Optional<Integer> after,
        Kind kind, List<Integer> dialogs) {

    private static final int LONGEST = 1_000;

    BaselineChange {
        dialogs = List.copyOf(dialogs);
    }

    /// Incidents first, then findings.
    static List<BaselineChange> of(BaselineEffect effect) {
        return Stream.<Difference<?>>concat(effect.changes().incidents().stream(), effect.changes().findings().stream())
                .map(each -> of(each, effect.changes().index()))
                .toList();
    }

    private static BaselineChange of(Difference<?> its, SipIndex index) {
        return switch (its.latest()) {
            case Finding finding -> of(its, index, "finding", finding.statement().title().text(), finding.severity());
            case Incident incident -> of(its, index, "incident", incident.title().text(), incident.severity());
            default -> throw new IllegalArgumentException("neither finding nor incident");
        };
    }

    private static BaselineChange of(Difference<?> its, SipIndex index, String what, String title, Severity severity) {
        List<Integer> before = dialogs(its.before(), index);
        List<Integer> after = dialogs(its.after(), index);
        return new BaselineChange(text("triage.baseline." + what), VisibleText.ofValue(title, LONGEST), severity,
                its.before().map(_ -> before.size()), its.after().map(_ -> after.size()), its.kind(),
                Stream.concat(before.stream(), after.stream()).distinct().sorted().toList());
    }

    private static List<Integer> dialogs(Optional<?> found, SipIndex index) {
        return found.map(each -> each instanceof Finding finding ? finding.evidence() : ((Incident) each).evidence())
                .map((Evidence evidence) -> IntStream.of(evidence.dialogs(index)).boxed().toList())
                .orElse(List.of());
    }
}
