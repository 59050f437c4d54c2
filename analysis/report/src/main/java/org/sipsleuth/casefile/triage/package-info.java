/// What analysts decided about the rows of triage: which verdicts hold for which of their dialogs.
///
/// In: a [org.sipsleuth.triage.TriageQueue] and the verdicts of a case. Out:
/// [org.sipsleuth.casefile.triage.JudgedQueue].
@NullMarked
package org.sipsleuth.casefile.triage;

import org.jspecify.annotations.NullMarked;
