package org.sipsleuth.view.dialogs.table.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.truth.read.IndexTruth;

/// Puts together what different parts of the program know of the dialogs that are listed. What is
/// known of a part of a capture holds for all of it: dialogs keep their numbers.
public final class Knowledge {

    private final ReadOnlyObjectWrapper<@Nullable Listed> listed = new ReadOnlyObjectWrapper<>();
    private List<DynamicField> fields = List.of();
    private DialogFindings findings = DialogFindings.NONE;
    private DialogIncidents incidents = DialogIncidents.NONE;
    private Optional<ProblemDetection> problems = Optional.empty();
    private DialogNotes notes = DialogNotes.NONE;
    private Optional<Legs> legs = Optional.empty();

    /// All that is known, or null if no capture is open.
    public ReadOnlyObjectProperty<@Nullable Listed> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /// Switches to this index.
    public void show(SipIndex index) {
        listed.set(Listed.of(index)
                .withMarks(marksOf(index))
                .withFindings(findingsOf(index))
                .withIncidents(incidentsOf(index))
                .withProblems(problemsOf(index))
                .withNotes(notes)
                .withLegs(legsOf(index)));
    }

    /// No capture is open any more.
    public void showNothing() {
        listed.set(null);
    }

    /// What the dialogs are, if that is to be shown.
    ///
    /// @return whether anything is different
    public boolean showTruth(Optional<IndexTruth> truth) {
        return change(
                now -> truth.stream().allMatch(visible -> visible.index().equals(now.index())) ? now.with(truth) : now);
    }

    /// What the models in use compute for each dialog.
    ///
    /// @return whether anything is different
    public boolean showFields(List<DynamicField> supplied) {
        fields = supplied;
        return change(now -> now.withMarks(marksOf(now.index())));
    }

    /// What was found of the dialogs.
    ///
    /// @return whether anything is different
    public boolean showFindings(DialogFindings found) {
        findings = found;
        return change(now -> now.withFindings(findingsOf(now.index())));
    }

    /// Which incidents rest on the dialogs.
    ///
    /// @return whether anything is different
    public boolean showIncidents(DialogIncidents found) {
        incidents = found;
        return change(now -> now.withIncidents(incidentsOf(now.index())));
    }

    /// What went wrong in the dialogs.
    ///
    /// @return whether anything is different
    public boolean showProblems(Optional<ProblemDetection> found) {
        problems = found;
        return change(now -> now.withProblems(problemsOf(now.index())));
    }

    /// Which dialogs are legs of one call.
    ///
    /// @return whether anything is different
    public boolean showLegs(Optional<Legs> found) {
        legs = found;
        return change(now -> now.withLegs(legsOf(now.index())));
    }

    /// What the analyst noted.
    ///
    /// @return whether anything is different
    public boolean showNotes(DialogNotes noted) {
        notes = noted;
        return change(now -> now.withNotes(noted));
    }

    private boolean change(UnaryOperator<Listed> change) {
        Listed before = listed.get();
        if (before == null) {
            return false;
        }
        Listed after = change.apply(before);
        if (after.equals(before)) {
            return false;
        }
        listed.set(after);
        return true;
    }

    private DialogMarks marksOf(SipIndex index) {
        return new DialogMarks(index, fields);
    }

    private DialogFindings findingsOf(SipIndex index) {
        return findings.isOf(index) ? findings : DialogFindings.NONE;
    }

    private DialogIncidents incidentsOf(SipIndex index) {
        return incidents.isOf(index) ? incidents : DialogIncidents.NONE;
    }

    private ProblemList problemsOf(SipIndex index) {
        return problems.filter(found -> found.isOf(index)).map(ProblemDetection::list).orElse(ProblemList.NONE);
    }

    private Optional<Legs> legsOf(SipIndex index) {
        return legs.filter(legs -> files(legs.index()).equals(files(index)));
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }
}
