/// The page of the open case: evidence, verdicts, and whether anything was tampered with.
///
/// In: [org.sipsleuth.view.session.casefile.CaseModel]. Out:
/// [org.sipsleuth.view.casefile.CasePage].
@NullMarked
package org.sipsleuth.view.casefile;

import org.jspecify.annotations.NullMarked;
