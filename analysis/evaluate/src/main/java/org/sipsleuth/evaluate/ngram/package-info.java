/// The figures of paper 3, ours beside them.
///
/// In: simulated captures with ground truth, and what the n-gram models and the grammar say of
/// their messages. Out: an [org.sipsleuth.evaluation.Evaluation].
@NullMarked
package org.sipsleuth.evaluate.ngram;

import org.jspecify.annotations.NullMarked;
