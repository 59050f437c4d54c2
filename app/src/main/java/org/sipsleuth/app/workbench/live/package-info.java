/// Live capture in the window.
///
/// In: an interface and a filter that the user chose. Out: the state of the workbench while
/// dialogs appear, and the controls that pause, save and stop.
@NullMarked
package org.sipsleuth.app.workbench.live;

import org.jspecify.annotations.NullMarked;
