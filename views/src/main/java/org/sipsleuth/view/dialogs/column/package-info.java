/// The columns of the list of dialogs: which there are, in which order and how wide, and under
/// which names they are kept.
///
/// In: what was remembered, what the user chooses. Out: a layout to show, remembered again.
@NullMarked
package org.sipsleuth.view.dialogs.column;

import org.jspecify.annotations.NullMarked;
