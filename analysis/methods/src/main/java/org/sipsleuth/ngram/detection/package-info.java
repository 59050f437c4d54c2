/// n-gram anomalies as a method: its settings, its model, and what a model finds in a capture.
///
/// In: the messages of a capture. Out: their scores, ranked, and what explains them; findings only
/// where a message also departs from the protocol.
@NullMarked
package org.sipsleuth.ngram.detection;

import org.jspecify.annotations.NullMarked;
