/// How a ladder is drawn on a canvas.
///
/// In: a [org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet], where it is scrolled to, what is
/// current. Out: strokes and texts of what is in view, so that a ladder of 100,000 messages costs
/// no more than one of ten. Knows nothing of selection, keys or mouse.
@NullMarked
package org.sipsleuth.view.dialogs.ladder.draw;

import org.jspecify.annotations.NullMarked;
