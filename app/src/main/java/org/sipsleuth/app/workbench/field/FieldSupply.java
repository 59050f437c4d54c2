package org.sipsleuth.app.workbench.field;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.source.BeliefDetection;
import org.sipsleuth.belief.source.FoundSpan;
import org.sipsleuth.casefile.DialogNotes;
import org.sipsleuth.casefile.field.NoteFields;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.SuppliedField;
import org.sipsleuth.filter.known.KnownFields;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.MarkFields;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.fx.filter.FilterModel;
import org.sipsleuth.view.fx.finding.FindingRun;
import org.sipsleuth.view.fx.finding.MethodFindings;
import org.sipsleuth.view.fx.sequence.AnalysisState;

/// Gives the window's filter the fields that models and the analyst tell, anew whenever they tell
/// something else. The names are there from the beginning, so that a filter can be typed before
/// anything is found.
public final class FieldSupply {

    private static final FieldCatalog KNOWN = KnownFields.catalog();

    private final FilterModel filter;
    private final FindingRun run;
    private List<SuppliedField> marks = MarkFields.of(Optional.empty());
    private List<SuppliedField> findings = FindingFields.of(DialogFindings.NONE);
    private List<SuppliedField> notes = NoteFields.of(DialogNotes.NONE);

    /// @param background where findings are put together
    public FieldSupply(FilterModel filter, Executor background) {
        this.filter = filter;
        run = new FindingRun(background);
        use(List.of());
        run.findingsProperty().subscribe(this::show);
    }

    /// What all methods found.
    public ReadOnlyObjectProperty<DialogFindings> findings() {
        return run.findingsProperty();
    }

    /// This capture is open from now on, or more of it.
    public void show(SipIndex index) {
        run.show(index);
    }

    /// No capture is open any more.
    public void showNothing() {
        run.showNothing();
    }

    /// Tells what the model in use says.
    public void follow(ObservableValue<AnalysisState> states) {
        states.subscribe(this::show);
        states.map(AnalysisState::analysis)
                .subscribe(told -> run.show(SequenceModel.KIND, told.map(FieldSupply::found)));
    }

    /// Tells what is found by beliefs.
    public void followBeliefs(ObservableValue<Optional<BeliefDetection>> beliefs) {
        beliefs.subscribe(told -> run.show(BeliefModel.KIND, told.map(FieldSupply::found)));
    }

    /// Tells what the analyst notes.
    public void followNotes(ObservableValue<DialogNotes> noted) {
        noted.subscribe(
                now -> {
                    notes = NoteFields.of(now);
                    use(List.of(NoteFields.PREFIX));
                });
    }

    private static MethodFindings found(SequenceDetection analysis) {
        return new MethodFindings(analysis.index(), _ -> analysis.findings());
    }

    private static MethodFindings found(BeliefDetection beliefs) {
        return new MethodFindings(
                beliefs.index(), _ -> beliefs.found().stream().map(FoundSpan::finding).toList());
    }

    /// While the model looks again, what it said before holds.
    private void show(AnalysisState state) {
        if (state instanceof AnalysisState.Running) {
            return;
        }
        marks =
                MarkFields.of(
                        state.analysis()
                                .map(its -> new MarkFields.Scores(its.index(), its.scored())));
        use(MarkFields.NAMES);
    }

    private void show(DialogFindings found) {
        findings = FindingFields.of(found);
        use(List.of(FindingFields.PREFIX));
    }

    private void use(List<String> changed) {
        filter.use(KNOWN.with(marks).with(findings).with(notes), changed);
    }
}
