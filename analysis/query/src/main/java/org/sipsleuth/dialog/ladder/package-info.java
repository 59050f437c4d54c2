/// Dialogs as a sequence chart: which rows it has, between which lifelines, and what holds several
/// rows together.
///
/// In: messages of an index, and what the user wants to see of them. Out: [Ladder] with its
/// lifelines, groups, brackets, states and pauses, which the window, the pictures and the command
/// line draw alike. Knows no pixels.
@NullMarked
package org.sipsleuth.dialog.ladder;

import org.jspecify.annotations.NullMarked;
