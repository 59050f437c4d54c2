/// The status bar: what is open, what is wrong with it, what is chosen, and how far a run is.
///
/// In: the state of the workbench and the selection. Out: words, and chips that drop parts of the
/// selection.
@NullMarked
package org.sipsleuth.app.workbench.status;

import org.jspecify.annotations.NullMarked;
