/// Why calls and registrations failed: a problem for each cause, with who is affected, how severe that is and what
/// to do.
///
/// In: a [org.sipsleuth.transaction.TransactionTable] with the outcomes, hints and media of its dialogs. Out:
/// [org.sipsleuth.problem.ProblemList].
@NullMarked
package org.sipsleuth.problem;

import org.jspecify.annotations.NullMarked;
