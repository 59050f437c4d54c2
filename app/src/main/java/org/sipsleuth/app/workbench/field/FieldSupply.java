package org.sipsleuth.app.workbench.field;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.casefile.DialogNotes;
import org.sipsleuth.casefile.field.NoteFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.SuppliedField;
import org.sipsleuth.filter.known.KnownFields;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.MarkFields;
import org.sipsleuth.view.fx.filter.FilterModel;
import org.sipsleuth.view.fx.finding.FindingRun;
import org.sipsleuth.view.fx.sequence.AnalysisState;
import org.sipsleuth.view.fx.session.SessionModel;

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

    /// @param session what detectors find
    /// @param background where dialogs are looked up
    public FieldSupply(FilterModel filter, SessionModel session, Executor background) {
        this.filter = filter;
        run = new FindingRun(session, background);
        use(List.of());
        run.findingsProperty().subscribe(this::show);
    }

    /// What all methods found.
    public ReadOnlyObjectProperty<DialogFindings> findings() {
        return run.findingsProperty();
    }

    /// Tells what the model in use says.
    public void follow(ObservableValue<AnalysisState> states) {
        states.subscribe(this::show);
    }

    /// Tells what the analyst notes.
    public void followNotes(ObservableValue<DialogNotes> noted) {
        noted.subscribe(
                now -> {
                    notes = NoteFields.of(now);
                    use(List.of(NoteFields.PREFIX));
                });
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
