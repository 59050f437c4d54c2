/// Ground truth: what each message and dialog of a capture really is.
///
/// In: the labels of a simulation, or a ground-truth file beside a capture. Out: labels by dialog
/// and message, attacks with their facts, and the baseline.
@NullMarked
package org.sipsleuth.truth;

import org.jspecify.annotations.NullMarked;
