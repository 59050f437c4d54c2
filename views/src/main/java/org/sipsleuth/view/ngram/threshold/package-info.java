/// The threshold: what it flags, and how good it can be.
///
/// In: scores, and the ground truth if there is one. Out: counts for any threshold, a picture whose
/// working point can be dragged.
@NullMarked
package org.sipsleuth.view.ngram.threshold;

import org.jspecify.annotations.NullMarked;
