/// Contents and layout of a ladder, before anything is drawn.
///
/// In: a [org.sipsleuth.dialog.ladder.Ladder], how the user wants it, the size of the canvas. Out:
/// the words of its rows, their places, the places of its lifelines. Knows no toolkit.
@NullMarked
package org.sipsleuth.view.dialogs.ladder.sheet;

import org.jspecify.annotations.NullMarked;
