/// What the methods claim, and what each claim rests on.
///
/// In: nothing. Out: [org.sipsleuth.finding.Finding] with its severity, measures and evidence, and
/// [org.sipsleuth.finding.Detector], which every method's model gives.
@NullMarked
package org.sipsleuth.finding;

import org.jspecify.annotations.NullMarked;
