package org.sipsleuth.view.triage;

import java.util.List;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.sequence.triage.TriageItem;

/// An unknown sequence in the queue, with what was decided about it.
///
/// @param verdicts those that stand, of all analysts and all captures of the case
record TriageRow(TriageItem item, List<Verdict> verdicts) {

    TriageRow {
        verdicts = List.copyOf(verdicts);
    }

    /// Whether anybody has decided.
    boolean isDecided() {
        return !verdicts.isEmpty();
    }
}
