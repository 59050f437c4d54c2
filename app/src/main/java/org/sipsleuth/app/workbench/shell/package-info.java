/// Commands for a terminal that the window makes.
///
/// In: what the window shows. Out: a quoted command line in the clipboard, or why there is none.
@NullMarked
package org.sipsleuth.app.workbench.shell;

import org.jspecify.annotations.NullMarked;
