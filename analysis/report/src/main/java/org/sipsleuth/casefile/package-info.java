/// The case: evidence, and what analysts decided about it, in one file that shows tampering.
///
/// In: captures, verdicts, notes, attachments. Out: a [org.sipsleuth.casefile.CaseFile], what
/// [org.sipsleuth.casefile.CaseVerification] finds wrong with one, the union of two, and cases
/// packed with their captures.
///
/// Described in docs/CASE.md.
@NullMarked
package org.sipsleuth.casefile;

import org.jspecify.annotations.NullMarked;
