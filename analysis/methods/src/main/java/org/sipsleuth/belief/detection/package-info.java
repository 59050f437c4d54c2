/// The sources of a capture whose traffic is believed to be an attack, reported as findings.
///
/// In: a [org.sipsleuth.dialog.SipIndex] and a [org.sipsleuth.belief.BeliefModel]. Out:
/// [org.sipsleuth.belief.detection.ScoredPeriods], [org.sipsleuth.belief.detection.SuspectSpan],
/// and findings by [org.sipsleuth.belief.detection.BeliefMethod].
@NullMarked
package org.sipsleuth.belief.detection;

import org.jspecify.annotations.NullMarked;
