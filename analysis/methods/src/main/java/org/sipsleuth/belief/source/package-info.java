/// The sources of a capture whose traffic is believed to be an attack, reported as findings.
///
/// In: a [org.sipsleuth.dialog.SipIndex] and a [org.sipsleuth.belief.BeliefModel]. Out:
/// [org.sipsleuth.belief.source.ScoredPeriods], [org.sipsleuth.belief.source.SuspectSpan], and
/// findings by [org.sipsleuth.belief.source.BeliefMethod].
@NullMarked
package org.sipsleuth.belief.source;

import org.jspecify.annotations.NullMarked;
