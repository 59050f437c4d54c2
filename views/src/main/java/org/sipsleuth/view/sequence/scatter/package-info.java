/// The scatter of skewness and kurtosis, a point for each sequence, with threshold lines to drag.
///
/// In: the scored sequences, the threshold lines. Out: a node that moves the lines and chooses
/// dialogs.
@NullMarked
package org.sipsleuth.view.sequence.scatter;

import org.jspecify.annotations.NullMarked;
