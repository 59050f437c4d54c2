/// Two messages or two dialogs side by side, in place of the raw message and of the
/// ladder.
///
/// In: the selection: two messages; the two dialogs that are chosen when the user wants them
/// compared. Out: rows side by side, differences marked, to step through by keys.
@NullMarked
package org.sipsleuth.view.dialogs.compare;

import org.jspecify.annotations.NullMarked;
