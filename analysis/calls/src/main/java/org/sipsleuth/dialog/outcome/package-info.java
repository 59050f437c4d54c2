/// What became of dialogs and why (RFC 3261 §§12–15, RFC 4028), as `docs/OUTCOMES.md` lists it.
///
/// In: the attempts of a dialog, columns of its messages. Out: a
/// [org.sipsleuth.dialog.outcome.DialogOutcome], on which the list, the inspector, filters,
/// statistics, ladders and the command line rest alike.
@NullMarked
package org.sipsleuth.dialog.outcome;

import org.jspecify.annotations.NullMarked;
