/// The view of unknown dialogs: their scatter, the distributions of the output, how often the
/// classifiers are right, and the groups of unknown sequences.
///
/// In: the model's view of the capture, the truth, the selection. Out: a node that moves
/// thresholds and chooses dialogs.
@NullMarked
package org.sipsleuth.view.sequence;

import org.jspecify.annotations.NullMarked;
