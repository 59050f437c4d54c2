/// What is drawn over and between the rows of a ladder: colours of groups, brackets, bands, pauses.
///
/// In: a [org.sipsleuth.dialog.ladder.Ladder], and how the user wants it drawn. Out:
/// [org.sipsleuth.dialog.ladder.layer.LadderLayers], of which the window, the pictures and the text
/// draw the same. Knows no pixels.
@NullMarked
package org.sipsleuth.dialog.ladder.layer;

import org.jspecify.annotations.NullMarked;
