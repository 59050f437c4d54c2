/// Unknown sequences in the order in which they are decided, with the reasons for that order and
/// the most similar known dialog of the capture.
///
/// In: a [org.sipsleuth.sequence.unknown.SequenceDetection] and the incidents of the capture. Out:
/// [org.sipsleuth.sequence.triage.TriageQueue].
@NullMarked
package org.sipsleuth.sequence.triage;

import org.jspecify.annotations.NullMarked;
