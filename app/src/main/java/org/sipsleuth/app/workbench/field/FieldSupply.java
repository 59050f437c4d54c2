package org.sipsleuth.app.workbench.field;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.casefile.DialogNotes;
import org.sipsleuth.casefile.field.NoteFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.field.SuppliedField;
import org.sipsleuth.filter.known.KnownFields;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.MarkFields;
import org.sipsleuth.view.fx.filter.FilterModel;
import org.sipsleuth.view.fx.sequence.AnalysisState;

/// Gives the window's filter the fields that models and the analyst tell, anew whenever they tell
/// something else. The names are there from the beginning, so that a filter can be typed before
/// anything is found.
public final class FieldSupply {

    private static final FieldCatalog KNOWN = KnownFields.catalog();

    private final FilterModel filter;
    private List<SuppliedField> marks = MarkFields.of(Optional.empty());
    private List<SuppliedField> findings = FindingFields.of(DialogFindings.NONE);
    private List<SuppliedField> notes = NoteFields.of(DialogNotes.NONE);

    public FieldSupply(FilterModel filter) {
        this.filter = filter;
        use(List.of());
    }

    /// What the model says; while it looks again, what it said before holds.
    public void show(AnalysisState state) {
        if (state instanceof AnalysisState.Running) {
            return;
        }
        marks =
                MarkFields.of(
                        state.analysis()
                                .map(its -> new MarkFields.Scores(its.index(), its.scored())));
        use(MarkFields.NAMES);
    }

    /// What all methods found.
    public void show(DialogFindings found) {
        findings = FindingFields.of(found);
        use(List.of(FindingFields.PREFIX));
    }

    /// What the analyst noted.
    public void show(DialogNotes noted) {
        notes = NoteFields.of(noted);
        use(List.of(NoteFields.PREFIX));
    }

    private void use(List<String> changed) {
        filter.use(KNOWN.with(marks).with(findings).with(notes), changed);
    }
}
