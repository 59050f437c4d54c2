/// Captures on their way into the window.
///
/// In: files that somebody wants to see. Out: the state of the workbench, from empty over loading
/// to shown or failed; the state before a run that is cancelled comes back whole.
@NullMarked
package org.sipsleuth.app.workbench.loading;

import org.jspecify.annotations.NullMarked;
