/// One window of INVITEs: its attempts with their inputs, and what moved its score.
///
/// In: the scores of a capture, a window. Out: rows, shares of the score, nodes that show them.
@NullMarked
package org.sipsleuth.view.flood.window;

import org.jspecify.annotations.NullMarked;
