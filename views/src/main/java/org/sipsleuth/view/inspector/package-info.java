/// The inspector: what is known about whatever is chosen, in words.
///
/// In: an index and the selection. Out: facts about the current message, its dialog, or several
/// dialogs together.
@NullMarked
package org.sipsleuth.view.inspector;

import org.jspecify.annotations.NullMarked;
