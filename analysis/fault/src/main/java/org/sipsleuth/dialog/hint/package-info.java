/// What explains the outcome of dialogs, with its evidence.
///
/// In: outcomes, attempts, messages. Out: [org.sipsleuth.dialog.hint.FoundHint]s for the list, the
/// inspector, filters (`hint.*`) and the command line.
@NullMarked
package org.sipsleuth.dialog.hint;

import org.jspecify.annotations.NullMarked;
