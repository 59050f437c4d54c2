package org.sipsleuth.view.dialogs.table.query;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.truth.read.IndexTruth;

/// The data behind the list.
///
/// @param truth what the dialogs of the index are, if that is to be shown
/// @param marks what the model in use says about them, as far as that is known
/// @param findings what was found of them, as far as that is known
/// @param incidents which incidents rest on them, as far as that is known
/// @param problems what went wrong in them, as far as that is known
/// @param notes what the analyst noted of them
/// @param legs which of them are legs of one call, as far as that is known: of this index, or of an
///     earlier part of the same capture
public record Listed(SipIndex index, Optional<IndexTruth> truth, DialogMarks marks, DialogFindings findings,
        DialogIncidents incidents, ProblemList problems, DialogNotes notes, Optional<Legs> legs) {

    /// An index of which nothing else is known.
    public static Listed of(SipIndex index) {
        return new Listed(index, Optional.empty(), new DialogMarks(index, List.of()), DialogFindings.NONE,
                DialogIncidents.NONE, ProblemList.NONE, DialogNotes.NONE, Optional.empty());
    }

    /// The same with another truth.
    public Listed with(Optional<IndexTruth> visible) {
        return new Listed(index, visible, marks, findings, incidents, problems, notes, legs);
    }

    /// The same with other marks.
    public Listed withMarks(DialogMarks changed) {
        return new Listed(index, truth, changed, findings, incidents, problems, notes, legs);
    }

    /// The same with other findings.
    public Listed withFindings(DialogFindings found) {
        return new Listed(index, truth, marks, found, incidents, problems, notes, legs);
    }

    /// The same with other incidents.
    public Listed withIncidents(DialogIncidents found) {
        return new Listed(index, truth, marks, findings, found, problems, notes, legs);
    }

    /// The same with other problems.
    public Listed withProblems(ProblemList found) {
        return new Listed(index, truth, marks, findings, incidents, found, notes, legs);
    }

    /// The same with other notes.
    public Listed withNotes(DialogNotes noted) {
        return new Listed(index, truth, marks, findings, incidents, problems, noted, legs);
    }

    /// The same with other legs.
    public Listed withLegs(Optional<Legs> found) {
        return new Listed(index, truth, marks, findings, incidents, problems, notes, found);
    }
}
