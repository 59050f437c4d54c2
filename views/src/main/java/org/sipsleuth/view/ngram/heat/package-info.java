/// The heat map: messages below each other, their bytes or header fields beside each other, each in
/// the colour of what it adds to the score.
///
/// In: rows, each computed when it comes into sight. Out: a control, the cell that is chosen, the
/// data in view.
@NullMarked
package org.sipsleuth.view.ngram.heat;

import org.jspecify.annotations.NullMarked;
