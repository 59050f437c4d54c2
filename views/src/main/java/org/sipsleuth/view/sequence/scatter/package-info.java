/// The scatter over two measures, a point for each sequence, with the thresholds.
///
/// In: the scored sequences, the threshold lines. Out: a node that moves the lines and chooses
/// dialogs.
@NullMarked
package org.sipsleuth.view.sequence.scatter;

import org.jspecify.annotations.NullMarked;
