/// The unknown dialogs of a capture: grouped, explained, reported as findings.
///
/// In: a [org.sipsleuth.dialog.SipIndex] and a [org.sipsleuth.sequence.SequenceModel]. Out:
/// [org.sipsleuth.sequence.unknown.ScoredSequences],
/// [org.sipsleuth.sequence.unknown.UnknownGroup], and findings by
/// [org.sipsleuth.sequence.unknown.SequenceMethod].
@NullMarked
package org.sipsleuth.sequence.unknown;

import org.jspecify.annotations.NullMarked;
